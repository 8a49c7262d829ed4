package org.yunga.geodata.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.dataset.Release;
import org.yunga.core.dataset.ReleaseContent;
import org.yunga.core.figure.Figure;
import org.yunga.core.figure.Measure;
import org.yunga.core.period.Period;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.snapshot.Snapshot;

/** Numbers that stand in public documents, and must stand here. */
class FactsTest {

  private static final Delivery SHIPPED = ReferenceData.load();

  private static List<Figure> figures(String regionSet, String indicator, String period) {
    return SHIPPED.figures().stream()
        .filter(figure -> figure.region().regionSet().equals(regionSet))
        .filter(figure -> figure.indicator().equals(indicator))
        .filter(figure -> figure.period().equals(Period.parse(period)))
        .toList();
  }

  private static double sum(List<Figure> figures, Predicate<Figure> which) {
    return figures.stream().filter(which).mapToDouble(f -> f.value().orElseThrow()).sum();
  }

  private static Predicate<Figure> series(String id) {
    return figure -> figure.series().equals(id);
  }

  @ParameterizedTest
  @CsvSource({"land_titles, 12200, 26000", "land_titling_budget, 6100000, 19412383"})
  void titlesProgrammedFor2015(String indicator, double sanMartin, double sixRegions) {
    List<Figure> targets =
        figures("departments", indicator, "2015").stream()
            .filter(figure -> figure.measure() == Measure.TARGET)
            .toList();

    assertThat(targets).hasSize(6);
    assertThat(sum(targets, f -> f.region().code().equals("22"))).isEqualTo(sanMartin);
    assertThat(sum(targets, f -> true)).isEqualTo(sixRegions);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2018", "2019", "2020", "2021", "2022", "2023", "2024"})
  void cocaOfDepartmentsAddsUpToThePublishedTotal(String year) {
    double departments = sum(figures("departments", "coca_area", year), series("DEVIDA-OPD"));
    double published = sum(figures("country", "coca_area", year), series("DEVIDA-OPD"));

    assertThat(departments).isPositive().isCloseTo(published, within(2.0));
  }

  @Test
  void regionsAreWhereTheyAreKnownToBe() {
    assertThat(SHIPPED.regions()).hasSize(252);
    assertThat(SHIPPED.regions())
        .filteredOn(region -> region.ref().regionSet().equals("departments"))
        .hasSize(25)
        .allMatch(region -> region.place() instanceof Place.Boundary);
    assertThat(SHIPPED.regions())
        .filteredOn(region -> region.place() instanceof Place.ReferencePoint)
        .hasSize(19)
        .allMatch(region -> region.ref().regionSet().equals("production-zones"));
  }

  @Test
  void theCountryIsTheUnionOfItsDepartments() {
    Place.Boundary country = boundary("country", "PE");
    double departments =
        SHIPPED.regions().stream()
            .filter(region -> region.ref().regionSet().equals("departments"))
            .mapToDouble(region -> ((Place.Boundary) region.place()).areaHectares())
            .sum();

    assertThat(country.geometry().isValid()).isTrue();
    assertThat(country.areaHectares()).isCloseTo(departments, within(0.1));
  }

  private static Place.Boundary boundary(String regionSet, String code) {
    return SHIPPED.regions().stream()
        .filter(r -> r.ref().regionSet().equals(regionSet) && r.code().equals(code))
        .map(region -> (Place.Boundary) region.place())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theVraemOfTheDecreeIsAListOf63Districts() {
    Region zone =
        SHIPPED.regions().stream()
            .filter(region -> region.code().equals("vraem-ds-035-2018"))
            .findFirst()
            .orElseThrow();

    assertThat(zone.members()).hasSize(63);
    assertThat(zone.members()).filteredOn(member -> member.ref().isPresent()).hasSize(53);
  }

  /**
   * Districts made after 2007 carry 8,344 of these hectares; without them the zone is too small.
   */
  @Test
  void theVraemHoldsTheCocaOfItsNewDistrictsToo() {
    Snapshot snapshot =
        Snapshot.of(
            new ReleaseContent(
                new Release(1, Instant.EPOCH, List.of(SHIPPED.dataset())),
                SHIPPED.catalogue(),
                SHIPPED.regions(),
                SHIPPED.figures()));

    double hectares =
        snapshot.figures("coca_area", "legal-zones").stream()
            .filter(figure -> figure.period().toString().equals("2020"))
            .mapToDouble(figure -> figure.value().getAsDouble())
            .sum();

    assertThat(hectares).isCloseTo(29_384, within(1.0));
  }
}
