package org.yunga.geodata.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yunga.core.catalogue.Catalogue;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.figure.Figure;
import org.yunga.core.figure.Series;
import org.yunga.core.figure.Status;
import org.yunga.core.indicator.Indicator;
import org.yunga.core.indicator.Theme;
import org.yunga.core.indicator.Unit;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;
import org.yunga.core.region.RegionSet;
import org.yunga.core.text.Bilingual;

/**
 * That reading fails on unknown columns, constants, units, indicators, series, regions and double
 * keys is the reader's; here is what it cannot see.
 */
class CatalogueTest {

  private static final Delivery SHIPPED = ReferenceData.load();
  private static final Catalogue CATALOGUE = SHIPPED.catalogue();

  @Test
  void everyThemeUnitAndSeriesIsUsed() {
    assertThat(CATALOGUE.themes())
        .extracting(Theme::id)
        .containsExactlyInAnyOrderElementsOf(
            CATALOGUE.indicators().stream().map(Indicator::theme).collect(Collectors.toSet()));
    assertThat(CATALOGUE.units())
        .extracting(Unit::id)
        .containsExactlyInAnyOrderElementsOf(
            CATALOGUE.indicators().stream().map(Indicator::unit).collect(Collectors.toSet()));
    assertThat(CATALOGUE.series())
        .extracting(Series::id)
        .containsExactlyInAnyOrderElementsOf(
            SHIPPED.figures().stream().map(Figure::series).collect(Collectors.toSet()));
  }

  @Test
  void everyIndicatorIsWordedInBothLanguages() {
    assertThat(CATALOGUE.indicators())
        .hasSize(44)
        .allSatisfy(
            indicator -> {
              assertThat(indicator.name().es()).isNotEqualTo(indicator.name().en());
              assertThat(indicator.definition().es()).isNotEqualTo(indicator.definition().en());
            });
  }

  /** By whatever name a list, a title or the help calls it, a reader must know it again. */
  @Test
  void whatIsGrownHasOneNameAndNoTwoIndicatorsShareOne() {
    assertThat(CATALOGUE.indicators())
        .filteredOn(indicator -> indicator.theme().equals("crops"))
        .isNotEmpty()
        .allSatisfy(indicator -> assertThat(indicator.name()).isEqualTo(title(indicator)));
    assertThat(CATALOGUE.indicators()).extracting(Indicator::name).doesNotHaveDuplicates();
    assertThat(CATALOGUE.indicators()).extracting(CatalogueTest::title).doesNotHaveDuplicates();
  }

  /** A name says what is counted; hectares and kilometres are its unit, which stands beside it. */
  @Test
  void noNameBeginsWithTheUnitOfAMeasure() {
    for (Indicator indicator : CATALOGUE.indicators()) {
      Unit unit = CATALOGUE.unit(indicator.unit());
      if (!unit.symbol().isEmpty()) {
        assertThat(indicator.name().es()).doesNotStartWithIgnoringCase(unit.name().es());
        assertThat(indicator.name().en()).doesNotStartWithIgnoringCase(unit.name().en());
      }
    }
  }

  /** Darker is more: what is to become less must not grow greener. */
  @Test
  void whatIsToBecomeLessIsDrawnInWarmColoursAndNothingElseIs() {
    Set<String> warm = Set.of("YlOrBr", "Oranges");
    for (Indicator indicator : CATALOGUE.indicators()) {
      boolean change = indicator.palette().equals("PuOr");
      boolean coca = indicator.theme().equals("coca");
      assertThat(warm.contains(indicator.palette()))
          .as(indicator.id() + " in " + indicator.palette())
          .isEqualTo(!change && (coca || indicator.direction() == Indicator.Direction.DOWN));
    }
    assertThat(CATALOGUE.indicator("forest_loss").palette())
        .isNotEqualTo(CATALOGUE.indicator("coca_area").palette());
  }

  private static Bilingual title(Indicator indicator) {
    return new Bilingual(
        indicator.lead().es() + " " + indicator.shortName().es(),
        indicator.lead().en() + " " + indicator.shortName().en());
  }

  @Test
  void ratiosThatAreAddedUpHaveNumeratorAndDenominator() {
    assertThat(CATALOGUE.indicators())
        .filteredOn(indicator -> indicator.space() == Indicator.SpaceRule.RATIO)
        .isNotEmpty()
        .allSatisfy(indicator -> assertThat(indicator.ratio()).isPresent());
  }

  @Test
  void ranksOfSeriesAreUniqueAndPutFinalOnesFirst() {
    List<Series> byRank =
        CATALOGUE.series().stream().sorted((a, b) -> Integer.compare(a.rank(), b.rank())).toList();

    assertThat(byRank).extracting(Series::rank).doesNotHaveDuplicates();
    assertThat(byRank.subList(0, 3)).extracting(Series::status).containsOnly(Status.FINAL);
  }

  @Test
  void everyRegionSetHasRegionsAndTheyHaveKnownParents() {
    Set<RegionRef> refs =
        SHIPPED.regions().stream().map(Region::ref).collect(Collectors.toCollection(HashSet::new));

    assertThat(SHIPPED.regions().stream().map(r -> r.ref().regionSet()).distinct())
        .containsExactlyInAnyOrderElementsOf(
            CATALOGUE.regionSets().stream().map(RegionSet::id).toList());
    assertThat(SHIPPED.regions().stream().map(Region::parent).flatMap(Optional::stream))
        .isSubsetOf(refs);
  }

  @Test
  void everyFigureIsOfTheShippedDatasetAndFollowsItsSeries() {
    assertThat(SHIPPED.figures())
        .hasSize(2230)
        .allSatisfy(
            figure -> {
              assertThat(figure.dataset()).isEqualTo(SHIPPED.dataset().id());
              assertThat(figure.status()).isEqualTo(CATALOGUE.series(figure.series()).status());
            });
  }

  @Test
  void breaksAndAbsencesNameWhatIsThere() {
    assertThat(CATALOGUE.breaks()).isNotEmpty();
    assertThat(CATALOGUE.absenceRules())
        .isNotEmpty()
        .allSatisfy(
            rule -> {
              assertThat(CATALOGUE.regionSet(rule.regionSet())).isNotNull();
              assertThat(CATALOGUE.indicator(rule.indicator())).isNotNull();
              if (!rule.series().equals("*")) {
                assertThat(CATALOGUE.series(rule.series())).isNotNull();
              }
            });
  }
}
