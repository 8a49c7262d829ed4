package org.yunga.geodata.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.plot.Plot;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.space.EqualAreaFrame;
import org.yunga.geodata.reference.ReferenceData;

class SamplePlotsTest {

  private static final int COUNT = 20_000;
  private static final SampleData DATA = new SampleData();
  private static final List<Plot> PLOTS = plots(COUNT, 1);

  private static List<Plot> plots(int count, long seed) {
    List<Plot> plots = new ArrayList<>();
    DATA.plots(count, seed).forEach(plots::add);
    return plots;
  }

  private static double share(Function<Plot, Object> property, Object value) {
    return PLOTS.stream().filter(plot -> property.apply(plot).equals(value)).count()
        / (double) COUNT;
  }

  @Test
  void theSameSeedMakesTheSamePlots() {
    assertThat(PLOTS).hasSize(COUNT);
    assertThat(plots(500, 1))
        .as("fewer are the beginning of more")
        .isEqualTo(PLOTS.subList(0, 500));
    assertThat(new SampleData().plots(COUNT, 1).plot(1234)).isEqualTo(PLOTS.get(1234));
  }

  /**
   * They must not change with the machine, the version of Java or a careless edit; only with the
   * areas and points of the production zones.
   */
  @Test
  void plotsAreWhatTheyWereWhenTheyWereFirstMade() {
    Plot plot = PLOTS.get(0);

    assertThat(plot.kind() + " " + plot.year() + " " + plot.geometry())
        .isEqualTo(
            "coca_field 2019 POLYGON ((-69.1495367 -14.4312733, -69.1493733 -14.4310435,"
                + " -69.1494444 -14.4307201, -69.1496237 -14.43055, -69.1499162 -14.4302794,"
                + " -69.1501549 -14.4305337, -69.1502564 -14.4308084, -69.1501698 -14.4310768,"
                + " -69.1498702 -14.4312562, -69.1495367 -14.4312733))");
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 0, -1, Long.MAX_VALUE})
  void anotherSeedMakesOtherPlots(long seed) {
    List<Plot> others = plots(200, seed);

    assertThat(others).doesNotContainAnyElementsOf(PLOTS.subList(0, 200));
  }

  @Test
  void outlinesAreValidSimpleAndOfFiveToNineCorners() {
    assertThat(PLOTS)
        .allSatisfy(
            plot -> {
              Polygon outline = (Polygon) plot.geometry();
              assertThat(outline.isValid()).isTrue();
              assertThat(outline.getNumPoints() - 1).isBetween(5, 9);
              assertThat(outline.getNumInteriorRing()).isZero();
              assertThat(Orientation.isCCW(outline.getExteriorRing().getCoordinateSequence()))
                  .isTrue();
            });
    assertThat(PLOTS.stream().map(plot -> plot.geometry().getNumPoints() - 1).distinct())
        .containsExactlyInAnyOrder(5, 6, 7, 8, 9);
  }

  @Test
  void sizesAreLogNormalRoundTheMedian() {
    double[] sizes =
        PLOTS.stream().mapToDouble(p -> EqualAreaFrame.hectares(p.geometry())).sorted().toArray();

    assertThat(sizes[COUNT / 2]).isCloseTo(0.35, within(0.01));
    assertThat(sizes[0]).isCloseTo(0.05, within(0.0005));
    assertThat(sizes[COUNT - 1]).isBetween(3.0, 5.005);
    double spread = Math.log(sizes[COUNT * 84 / 100] / sizes[COUNT * 16 / 100]) / 2;
    assertThat(spread).isCloseTo(0.75, within(0.03));
  }

  @Test
  void kindsHaveTheirShares() {
    assertThat(share(Plot::kind, "coca_field")).isCloseTo(0.6, within(0.015));
    assertThat(share(Plot::kind, "eradicated_field")).isCloseTo(0.2, within(0.015));
    assertThat(share(Plot::kind, "titled_parcel")).isCloseTo(0.1, within(0.015));
    assertThat(share(Plot::kind, "reforested_lot")).isCloseTo(0.1, within(0.015));
  }

  @Test
  void everyYearHasPlotsAndLaterOnesHaveMore() {
    Map<Integer, Long> years =
        PLOTS.stream().collect(Collectors.groupingBy(Plot::year, Collectors.counting()));

    assertThat(years).hasSize(15);
    assertThat(years.keySet()).allSatisfy(year -> assertThat(year).isBetween(2010, 2024));
    assertThat(years.values()).allSatisfy(n -> assertThat(n / (double) COUNT).isBetween(.03, .1));
    assertThat(years.get(2024)).isGreaterThan(years.get(2010));
  }

  @Test
  void allLieWithinPeru() {
    PreparedGeometry peru = PreparedGeometryFactory.prepare(boundary("PE"));

    assertThat(PLOTS).allSatisfy(plot -> assertThat(peru.covers(plot.geometry())).isTrue());
  }

  @Test
  void theyGatherInTheValleys() {
    PreparedGeometry vraem =
        PreparedGeometryFactory.prepare(
            boundary("PE").getFactory().createPoint(new CoordinateXY(-73.81, -12.37)).buffer(1));
    PreparedGeometry coast =
        PreparedGeometryFactory.prepare(boundary("20")); // Piura: no production zone

    assertThat(PLOTS.stream().filter(p -> vraem.covers(p.geometry())).count())
        .isGreaterThan(COUNT / 5);
    assertThat(PLOTS.stream().filter(p -> coast.intersects(p.geometry())).count())
        .isLessThan(COUNT / 100);
  }

  private static Geometry boundary(String code) {
    return ReferenceData.load().regions().stream()
        .filter(region -> region.code().equals(code))
        .map(Region::place)
        .filter(Place.Boundary.class::isInstance)
        .map(place -> ((Place.Boundary) place).geometry())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theDatasetsSayThatTheyAreMadeUp() {
    Delivery words = DATA.words();
    Dataset plots = DATA.delivery(10, 1, DATA.plots(10, 1)).dataset();

    assertThat(words.dataset().key()).isEqualTo("synthetic/words");
    assertThat(words.dataset().isSynthetic()).isTrue();
    assertThat(words.figures()).isEmpty();
    assertThat(words.regions()).isNotEmpty();
    assertThat(words.catalogue().plotKinds()).isNotEmpty();
    assertThat(plots.key()).isEqualTo("synthetic/plots");
    assertThat(plots.title()).contains("sintéticas");
  }

  @Test
  void theHashIsThatOfTheParameters() {
    String hash = dataset(10, 1).sha256();

    assertThat(dataset(10, 1).sha256()).isEqualTo(hash);
    assertThat(List.of(dataset(11, 1).sha256(), dataset(10, 2).sha256(), dataset(1, 10).sha256()))
        .doesNotContain(hash)
        .doesNotHaveDuplicates();
  }

  private static Dataset dataset(int count, long seed) {
    return DATA.delivery(count, seed, DATA.plots(count, seed)).dataset();
  }
}
