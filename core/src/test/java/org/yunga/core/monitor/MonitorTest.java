package org.yunga.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.yunga.core.Fixtures.HUANUCO;
import static org.yunga.core.Fixtures.PERU;
import static org.yunga.core.Fixtures.SAN_MARTIN;
import static org.yunga.core.Fixtures.UCAYALI;
import static org.yunga.core.Fixtures.bounded;
import static org.yunga.core.Fixtures.catalogue;
import static org.yunga.core.Fixtures.classRule;
import static org.yunga.core.Fixtures.figure;
import static org.yunga.core.Fixtures.gap;
import static org.yunga.core.Fixtures.ref;
import static org.yunga.core.Fixtures.region;
import static org.yunga.core.Fixtures.snapshot;
import static org.yunga.core.Fixtures.text;
import static org.yunga.core.Fixtures.with;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yunga.core.catalogue.Catalogue;
import org.yunga.core.classify.Classification;
import org.yunga.core.figure.AbsenceRule;
import org.yunga.core.figure.Figure;
import org.yunga.core.figure.Measure;
import org.yunga.core.figure.Status;
import org.yunga.core.figure.ValueState;
import org.yunga.core.monitor.FiguresAnswer.NotCovered;
import org.yunga.core.monitor.FiguresAnswer.Total;
import org.yunga.core.period.Period;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;
import org.yunga.core.text.UnknownNameException;

/** Huánuco (10), San Martín (22) with two districts, and Ucayali (25), which has no boundary. */
class MonitorTest {

  private static final RegionRef TOCACHE = ref("districts/221001");
  private static final RegionRef UCHIZA = ref("districts/221003");
  private static final RegionRef ZONE = ref("zones/22");

  private static final List<Region> REGIONS =
      List.of(
          region(PERU, "Perú"),
          bounded(HUANUCO, "Huánuco", "POLYGON ((-76 -9, -75 -9, -75 -8, -76 -9))"),
          new Region(
              SAN_MARTIN,
              "San Martín",
              Optional.of(PERU),
              Optional.empty(),
              new Place.ReferencePoint(-76.5, -7, text("capital")),
              List.of()),
          region(UCAYALI, "Ucayali"),
          region(TOCACHE, "Tocache"),
          region(UCHIZA, "Uchiza"),
          region(ZONE, "a zone whose code looks like a UBIGEO"));

  // --- states

  /** Each mark is a year from 2018 to 2023: a value, 0, or no figure; each answer its states. */
  @ParameterizedTest(name = "{0} {1} -> {2}")
  @CsvSource({
    "coca,   v v v v v v, v v v v v v",
    "coca,   . . v v v v, n n v v v v",
    "coca,   v . v . v v, v m v m v v",
    "coca,   v v v v . ., v v v v m m",
    "coca,   . 0 . v . ., n 0 m v m m",
    "coca,   . w . v m n, n w m v m n",
    "titles, . . v v v v, m m v v v v",
    "titles, v . v . v v, v m v m v v",
    "titles, . 0 . v . ., m 0 m v m m",
  })
  void gapsSayWhyThereIsNoValue(String indicator, String given, String states) {
    Figure[] huanuco = row(HUANUCO, indicator, given);
    Figure[] everyYear = row(UCAYALI, indicator, "v v v v v v");

    FiguresAnswer answer = ask(indicator, "departments", concat(huanuco, everyYear));

    assertThat(statesOf(answer, HUANUCO)).isEqualTo(states);
    assertThat(statesOf(answer, UCAYALI)).isEqualTo("v v v v v v");
  }

  @ParameterizedTest
  @CsvSource({"coca, NOT_MONITORED", "titles, MISSING"})
  void regionsThatASeriesNeverReportsAreNamedApart(String indicator, ValueState state) {
    FiguresAnswer answer = ask(indicator, "departments", row(HUANUCO, indicator, "v v"));

    assertThat(answer.cells()).extracting(Cell::region).containsOnly(REGIONS.get(1));
    assertThat(answer.notCovered())
        .containsExactly(
            new NotCovered(
                "OPD", state, Optional.empty(), List.of(REGIONS.get(2), REGIONS.get(3))));
  }

  @Test
  void aSpecialRuleSaysBetterWhy() {
    AbsenceRule rule =
        new AbsenceRule(
            "departments", "coca", "*", "2*", ValueState.WITHHELD, text("not published"));
    Monitor monitor =
        new Monitor(
            snapshot(
                catalogueWith(rule),
                REGIONS,
                figure(PERU, "coca", "2024", "UN", 1),
                figure(HUANUCO, "coca", "2023", "OPD", 1),
                figure(HUANUCO, "coca", "2024", "OPD", 1),
                figure(UCAYALI, "coca", "2024", "OPD", 1)));

    FiguresAnswer answer = monitor.figures(FiguresQuery.of("coca", "departments", Measure.ACTUAL));

    assertThat(answer.notCovered())
        .containsExactly(
            new NotCovered(
                "OPD",
                ValueState.WITHHELD,
                Optional.of(rule.explanation()),
                List.of(REGIONS.get(2))));
  }

  private static Catalogue catalogueWith(AbsenceRule rule) {
    Catalogue all = catalogue();
    return new Catalogue(
        all.themes(),
        all.units(),
        all.indicators(),
        all.series(),
        all.regionSets(),
        all.breaks(),
        List.of(),
        List.of(rule),
        List.of());
  }

  @Test
  void allCellsAreEveryRegionAtEveryPeriodOfASeries() {
    FiguresAnswer answer =
        ask(
            "coca",
            "departments",
            figure(HUANUCO, "coca", "2023", "OPD", 1),
            figure(HUANUCO, "coca", "2024", "OPD", 2),
            figure(UCAYALI, "coca", "2020", "UN", 3));

    assertThat(answer.allCells())
        .extracting(
            cell ->
                cell.series()
                    + " "
                    + cell.period()
                    + " "
                    + cell.region().code()
                    + " "
                    + mark(cell.state()))
        .containsExactlyInAnyOrder(
            "OPD 2023 10 v",
            "OPD 2023 22 n",
            "OPD 2023 25 n",
            "OPD 2024 10 v",
            "OPD 2024 22 n",
            "OPD 2024 25 n",
            "UN 2020 10 n",
            "UN 2020 22 n",
            "UN 2020 25 v");
  }

  @Test
  void zeroIsAValueThatWasFoundAndMissingIsNone() {
    FiguresAnswer answer =
        ask(
            "coca",
            "departments",
            concat(row(HUANUCO, "coca", "v 0 ."), row(UCAYALI, "coca", "v v v")));

    assertThat(cell(answer, HUANUCO, "2019"))
        .returns(ValueState.ZERO, Cell::state)
        .returns(OptionalInt.empty(), Cell::classIndex)
        .satisfies(cell -> assertThat(cell.value()).hasValue(0));
    assertThat(cell(answer, HUANUCO, "2020"))
        .returns(ValueState.MISSING, Cell::state)
        .returns(Optional.empty(), Cell::figure)
        .satisfies(cell -> assertThat(cell.value()).isEmpty());
    assertThat(total(answer, "OPD", "2019").regions()).isEqualTo(2);
    assertThat(total(answer, "OPD", "2020").regions()).isEqualTo(1);
  }

  // --- totals

  @Test
  void totalsStandBesideWhatWasPublished() {
    FiguresAnswer answer =
        ask(
            "coca",
            "departments",
            figure(HUANUCO, "coca", "2024", "OPD", 1000.25),
            figure(SAN_MARTIN, "coca", "2024", "OPD", 2114.5),
            figure(UCAYALI, "coca", "2024", "OPD", 5000),
            figure(PERU, "coca", "2024", "OPD", 8115));

    Total total = total(answer, "OPD", "2024");
    assertThat(total.sum()).isEqualTo(8114.75);
    assertThat(total.regions()).isEqualTo(3);
    assertThat(total.published().orElseThrow().value()).hasValue(8115);
    assertThat(total.difference()).hasValue(-0.25);
  }

  @Test
  void regionsThatAMapCannotDrawAreCounted() {
    FiguresAnswer answer =
        ask(
            "coca",
            "departments",
            figure(HUANUCO, "coca", "2024", "OPD", 1000),
            figure(SAN_MARTIN, "coca", "2024", "OPD", 2000),
            figure(UCAYALI, "coca", "2024", "OPD", 5000));

    assertThat(total(answer, "OPD", "2024"))
        .as("a point can be drawn, nothing cannot")
        .returns(1, Total::notDrawnRegions)
        .returns(5000.0, Total::notDrawnSum);
  }

  @Test
  void greatSumsStayWhatTheyAre() {
    FiguresAnswer answer = ask("coca", "departments", figure(HUANUCO, "coca", "2024", "OPD", 3e13));
    assertThat(total(answer, "OPD", "2024").sum()).isEqualTo(3e13);
  }

  @Test
  void sumsAreFreeOfBinaryNoise() {
    FiguresAnswer answer =
        ask(
            "coca",
            "departments",
            figure(HUANUCO, "coca", "2024", "OPD", 0.1),
            figure(UCAYALI, "coca", "2024", "OPD", 0.2),
            figure(PERU, "coca", "2024", "OPD", 0.3));
    assertThat(total(answer, "OPD", "2024").sum()).isEqualTo(0.3);
    assertThat(total(answer, "OPD", "2024").difference()).hasValue(0);
  }

  @Test
  void thePublishedTotalIsOfTheSameSeriesPeriodAndMeasure() {
    FiguresAnswer answer =
        ask(
            "coca",
            "departments",
            figure(HUANUCO, "coca", "2024", "OPD", 1000),
            figure(PERU, "coca", "2024", "UN", 1),
            figure(PERU, "coca", "2023", "OPD", 2),
            with(figure(PERU, "coca", "2024", "OPD", 3), Measure.TARGET));

    assertThat(total(answer, "OPD", "2024").published()).isEmpty();
    assertThat(total(answer, "OPD", "2024").difference()).isEmpty();
  }

  @Test
  void aWithheldTotalIsNoPublishedOne() {
    FiguresAnswer answer =
        ask(
            "coca",
            "departments",
            figure(HUANUCO, "coca", "2024", "OPD", 1000),
            gap(PERU, "coca", "2024", "OPD", ValueState.WITHHELD));
    assertThat(total(answer, "OPD", "2024").published()).isEmpty();
  }

  @Test
  void theCountryIsNotComparedWithItself() {
    FiguresAnswer answer = ask("coca", "country", figure(PERU, "coca", "2024", "OPD", 8115));
    assertThat(total(answer, "OPD", "2024").published()).isEmpty();
  }

  @Test
  void seriesAreNeverAdded() {
    FiguresAnswer answer =
        ask(
            "coca",
            "departments",
            figure(HUANUCO, "coca", "2024", "UN", 900),
            figure(HUANUCO, "coca", "2024", "OPD", 1000),
            figure(UCAYALI, "coca", "2024", "UN", 90));

    assertThat(answer.totals())
        .extracting(total -> total.series() + " " + total.sum())
        .as("the preferred series first")
        .containsExactly("OPD 1000.0", "UN 990.0");
  }

  @Test
  void yearsAndSeveralYearsAreNeverAdded() {
    FiguresAnswer answer =
        ask(
            "titles",
            "departments",
            figure(HUANUCO, "titles", "2012", "OPD", 1),
            figure(HUANUCO, "titles", "2012/2014", "OPD", 30),
            figure(HUANUCO, "titles", "2013", "OPD", 2));

    assertThat(answer.totals())
        .extracting(total -> total.period() + " " + total.sum())
        .containsExactly("2012 1.0", "2012/2014 30.0", "2013 2.0");
  }

  @Test
  void ratiosHaveNoTotals() {
    assertThat(ask("yield", "departments", figure(HUANUCO, "yield", "2024", "OPD", 3)).totals())
        .isEmpty();
  }

  // --- classes

  @Test
  void oneScaleServesAllYearsAndSeries() {
    Figure[] figures = {
      figure(HUANUCO, "coca", "2022", "OPD", 10),
      figure(HUANUCO, "coca", "2023", "OPD", 20),
      figure(UCAYALI, "coca", "2023", "UN", 30),
      figure(HUANUCO, "coca", "2024", "OPD", 40),
      figure(UCAYALI, "coca", "2024", "UN", 50),
    };
    Classification scale = ask("coca", "departments", figures).classification().orElseThrow();
    FiguresAnswer oneYear = monitor(figures).figures(query("OPD", "2024"));

    assertThat(scale.lowerBounds()).containsExactly(0.0, 20.0, 30.0, 40.0, 50.0);
    assertThat(oneYear.classification()).contains(scale);
    assertThat(oneYear.cells()).extracting(Cell::classIndex).containsExactly(OptionalInt.of(3));
  }

  @Test
  void totalsOfSeveralYearsAndDoubtfulValuesDoNotStretchTheScale() {
    FiguresAnswer answer =
        ask(
            "titles",
            "departments",
            figure(HUANUCO, "titles", "2012", "OPD", 10),
            figure(HUANUCO, "titles", "2013", "OPD", 20),
            figure(HUANUCO, "titles", "2012/2014", "OPD", 99_999),
            figure(HUANUCO, "titles", "2015-01-01/2015-11-02", "OPD", 88_888),
            with(figure(HUANUCO, "titles", "2016", "OPD", 77_777), Status.ALTERNATIVE));

    assertThat(answer.classification().orElseThrow().lowerBounds()).containsExactly(0.0, 20.0);
    assertThat(cell(answer, HUANUCO, "2012/2014").classIndex()).as("the highest").hasValue(1);
  }

  @Test
  void withNothingElseTheyMakeTheScale() {
    FiguresAnswer answer =
        ask(
            "titles",
            "departments",
            figure(HUANUCO, "titles", "2012/2014", "OPD", 10),
            figure(UCAYALI, "titles", "2012/2014", "OPD", 20));
    assertThat(answer.classification().orElseThrow().lowerBounds()).containsExactly(0.0, 20.0);
  }

  @Test
  void boundsChosenByHandComeFirst() {
    Catalogue fixed = catalogue(List.of(classRule("coca", "departments", 0, 500, 1000)));
    Figure figure = figure(HUANUCO, "coca", "2024", "OPD", 999.6);
    Monitor monitor = new Monitor(snapshot(fixed, REGIONS, figure));

    FiguresAnswer answer = monitor.figures(FiguresQuery.of("coca", "departments", Measure.ACTUAL));

    assertThat(answer.classification()).contains(Classification.fixed(0, 500, 1000));
    assertThat(cell(answer, HUANUCO, "2024").classIndex()).as("shown as 1,000").hasValue(2);
  }

  @Test
  void withoutValuesThereAreNoClasses() {
    FiguresAnswer answer =
        ask(
            "coca",
            "departments",
            figure(HUANUCO, "coca", "2024", "OPD", 0),
            gap(UCAYALI, "coca", "2024", "OPD", ValueState.WITHHELD));
    assertThat(answer.classification()).isEmpty();
    assertThat(statesIn(answer)).containsExactly(ValueState.ZERO, ValueState.WITHHELD);
  }

  /** 0.04 ha is shown as 0.0, but it is a value. */
  @Test
  void valuesThatAreShownAsZeroHaveAClassAllTheSame() {
    FiguresAnswer answer = ask("coca", "departments", figure(HUANUCO, "coca", "2024", "OPD", 0.04));

    assertThat(cell(answer, HUANUCO, "2024"))
        .returns(ValueState.VALUE, Cell::state)
        .returns(OptionalInt.of(0), Cell::classIndex);
    assertThat(answer.classification().orElseThrow().lowerBounds()).containsExactly(0.0);
  }

  // --- choosing

  @Test
  void oneSeriesAndOnePeriodCanBeAsked() {
    Monitor monitor =
        monitor(
            figure(HUANUCO, "coca", "2023", "OPD", 1),
            figure(HUANUCO, "coca", "2024", "OPD", 2),
            figure(HUANUCO, "coca", "2024", "UN", 3));

    FiguresAnswer answer = monitor.figures(query("OPD", "2024"));

    assertThat(answer.cells()).extracting(cell -> cell.value().getAsDouble()).containsExactly(2.0);
    assertThat(answer.totals()).hasSize(1);
    assertThat(answer.release().number()).isEqualTo(7);
  }

  @Test
  void measuresAreKeptApart() {
    Figure actual = figure(HUANUCO, "titles", "2015", "OPD", 1000);
    Monitor monitor = monitor(actual, with(actual, Measure.TARGET));

    FiguresAnswer answer =
        monitor.figures(FiguresQuery.of("titles", "departments", Measure.TARGET));

    assertThat(answer.cells()).hasSize(1);
    assertThat(answer.cells().get(0).figure().orElseThrow().measure()).isEqualTo(Measure.TARGET);
    assertThat(monitor.figures(FiguresQuery.of("titles", "departments", Measure.BASELINE)).cells())
        .isEmpty();
  }

  @Test
  void unknownNamesNameTheKnownOnes() {
    Monitor monitor =
        monitor(
            figure(HUANUCO, "coca", "2023", "OPD", 1),
            figure(HUANUCO, "coca", "2012/2014", "OPD", 2),
            figure(HUANUCO, "coca", "2024", "UN", 3));

    assertUnknown(
        "indicator",
        "cocoa",
        "coca titles yield",
        () -> monitor.figures(FiguresQuery.of("cocoa", "departments", Measure.ACTUAL)));
    assertUnknown("indicator", "cocoa", "coca titles yield", () -> monitor.availability("cocoa"));
    assertUnknown(
        "region-set",
        "valleys",
        "country departments districts zones",
        () -> monitor.figures(FiguresQuery.of("coca", "valleys", Measure.ACTUAL)));
    assertUnknown("series", "ONU", "UN OPD", () -> monitor.figures(query("ONU", null)));
    assertUnknown("period", "2024", "2012/2014 2023", () -> monitor.figures(query("OPD", "2024")));
    assertUnknown(
        "period", "2011", "2012/2014 2023 2024", () -> monitor.figures(query(null, "2011")));
    assertUnknown("region", "99", "10 22 25", () -> monitor.region(ref("departments/99")));
    assertUnknown(
        "region-set",
        "valleys",
        "country departments districts zones",
        () -> monitor.region(ref("valleys/1")));
  }

  private static void assertUnknown(
      String kind, String given, String allowed, ThrowingCallable question) {
    assertThatExceptionOfType(UnknownNameException.class)
        .isThrownBy(question)
        .returns(kind, UnknownNameException::kind)
        .returns(given, UnknownNameException::given)
        .returns(List.of(allowed.split(" ")), UnknownNameException::allowed);
  }

  @Test
  void whereThereAreNoFiguresAnyPeriodGivesNone() {
    FiguresAnswer answer = monitor().figures(query("OPD", "2024"));
    assertThat(answer.cells()).isEmpty();
    assertThat(answer.totals()).isEmpty();
    assertThat(answer.notCovered()).isEmpty();
  }

  // --- availability

  @Test
  void availabilityListsSetsMeasuresAndSeriesInOrder() {
    Figure un = figure(HUANUCO, "coca", "2024", "UN", 3);
    Monitor monitor =
        monitor(
            un,
            with(un, Measure.TARGET),
            figure(UCHIZA, "coca", "2020", "UN", 4),
            figure(HUANUCO, "coca", "2024", "OPD", 1),
            figure(UCAYALI, "coca", "2024", "OPD", 1),
            figure(HUANUCO, "coca", "2023", "OPD", 2));

    assertThat(monitor.availability("coca"))
        .containsExactly(
            new Availability(
                "departments", Measure.ACTUAL, "OPD", years(2023, 2024), List.of(1, 2)),
            new Availability("departments", Measure.ACTUAL, "UN", years(2024), List.of(1)),
            new Availability("departments", Measure.TARGET, "UN", years(2024), List.of(1)),
            new Availability("districts", Measure.ACTUAL, "UN", years(2020), List.of(1)));
    assertThat(monitor.availability("titles")).isEmpty();
  }

  /** Each mark is the number of regions with a figure in a period. */
  @ParameterizedTest
  @CsvSource({
    "2022 2023 2024,      10 10 10, 2024",
    "2022 2023 2024,      10 10 4,  2023",
    "2022 2023 2024,      10 10 5,  2024",
    "2022 2023 2024-Q1,   10 10 10, 2023",
    "2012/2014 2024-Q1,   10 10,    2024-Q1",
    "2024,                1,        2024",
  })
  void aMapBeginsWithTheLatestYearThatIsWellCovered(String periods, String counts, String latest) {
    Availability availability =
        new Availability(
            "departments",
            Measure.ACTUAL,
            "OPD",
            Stream.of(periods.split(" ")).map(Period::parse).toList(),
            Stream.of(counts.split(" ")).map(Integer::valueOf).toList());
    assertThat(availability.latestWellCovered()).hasToString(latest);
  }

  // --- one region

  @Test
  void aRegionHasItsFiguresInOrder() {
    Figure titles = figure(SAN_MARTIN, "titles", "2020", "OPD", 1);
    Figure un = figure(SAN_MARTIN, "coca", "2024", "UN", 2);
    Figure opd = figure(SAN_MARTIN, "coca", "2024", "OPD", 3);
    Figure before = figure(SAN_MARTIN, "coca", "2023", "OPD", 4);
    Figure target = with(before, Measure.TARGET);

    RegionProfile profile =
        monitor(titles, target, un, opd, before, figure(UCAYALI, "coca", "2024", "OPD", 5))
            .region(SAN_MARTIN);

    assertThat(profile.figures()).containsExactly(before, opd, un, target, titles);
    assertThat(profile.region().name()).isEqualTo("San Martín");
    assertThat(profile.parent()).contains(REGIONS.get(0));
  }

  @Test
  void partsStandBesideTheWhole() {
    Figure whole = figure(SAN_MARTIN, "coca", "2024", "OPD", 100);
    RegionProfile profile =
        monitor(
                whole,
                figure(TOCACHE, "coca", "2024", "OPD", 60),
                figure(UCHIZA, "coca", "2024", "OPD", 39.5),
                figure(UCHIZA, "coca", "2024", "UN", 7),
                figure(UCHIZA, "coca", "2023", "OPD", 7),
                figure(UCHIZA, "titles", "2024", "OPD", 7),
                with(figure(UCHIZA, "coca", "2024", "OPD", 7), Measure.TARGET),
                figure(HUANUCO, "coca", "2024", "OPD", 7))
            .region(SAN_MARTIN);

    assertThat(profile.parts())
        .containsExactly(
            new RegionProfile.PartsSum("districts", whole.key(), 99.5, 2, whole, -0.5));
  }

  @Test
  void theCountryHasPartsOfEachPoliticalSet() {
    RegionProfile profile =
        monitor(
                figure(PERU, "coca", "2024", "OPD", 100),
                figure(SAN_MARTIN, "coca", "2024", "OPD", 70),
                figure(UCAYALI, "coca", "2024", "OPD", 30),
                figure(UCHIZA, "coca", "2024", "OPD", 10),
                figure(ZONE, "coca", "2024", "OPD", 55))
            .region(PERU);

    assertThat(profile.parts())
        .extracting(part -> part.regionSet() + " " + part.sum() + " " + part.difference())
        .containsExactly("departments 100.0 0.0", "districts 10.0 -90.0");
  }

  @Test
  void ratiosAndGapsHaveNoParts() {
    assertThat(
            monitor(
                    figure(SAN_MARTIN, "yield", "2024", "OPD", 3),
                    figure(UCHIZA, "yield", "2024", "OPD", 2),
                    gap(SAN_MARTIN, "coca", "2024", "OPD", ValueState.MISSING),
                    figure(UCHIZA, "coca", "2024", "OPD", 2))
                .region(SAN_MARTIN)
                .parts())
        .isEmpty();
  }

  /** Zones cut across districts, whatever their codes look like. */
  @Test
  void zonesHaveNoParts() {
    assertThat(
            monitor(
                    figure(ZONE, "coca", "2024", "OPD", 3),
                    figure(UCHIZA, "coca", "2024", "OPD", 2))
                .region(ZONE)
                .parts())
        .isEmpty();
  }

  // --- helpers

  /** Figures of the years from 2018 on: v value, 0 zero, m missing, n not monitored, w withheld. */
  private static Figure[] row(RegionRef region, String indicator, String marks) {
    String[] mark = marks.split(" ");
    return IntStream.range(0, mark.length)
        .filter(i -> !mark[i].equals("."))
        .mapToObj(i -> marked(region, indicator, String.valueOf(2018 + i), mark[i]))
        .toArray(Figure[]::new);
  }

  private static Figure marked(RegionRef region, String indicator, String year, String mark) {
    return switch (mark) {
      case "v" -> figure(region, indicator, year, "OPD", 10);
      case "0" -> figure(region, indicator, year, "OPD", 0);
      case "m" -> gap(region, indicator, year, "OPD", ValueState.MISSING);
      case "n" -> gap(region, indicator, year, "OPD", ValueState.NOT_MONITORED);
      case "w" -> gap(region, indicator, year, "OPD", ValueState.WITHHELD);
      default -> throw new IllegalArgumentException(mark);
    };
  }

  private static String statesOf(FiguresAnswer answer, RegionRef region) {
    return answer.cells().stream()
        .filter(cell -> cell.region().ref().equals(region))
        .map(cell -> mark(cell.state()))
        .collect(Collectors.joining(" "));
  }

  private static String mark(ValueState state) {
    return state == ValueState.ZERO ? "0" : state.name().toLowerCase().substring(0, 1);
  }

  private static List<ValueState> statesIn(FiguresAnswer answer) {
    return answer.cells().stream().map(Cell::state).toList();
  }

  private static Cell cell(FiguresAnswer answer, RegionRef region, String period) {
    return answer.cells().stream()
        .filter(cell -> cell.region().ref().equals(region))
        .filter(cell -> cell.period().equals(Period.parse(period)))
        .findFirst()
        .orElseThrow();
  }

  private static Total total(FiguresAnswer answer, String series, String period) {
    return answer.totals().stream()
        .filter(total -> total.series().equals(series))
        .filter(total -> total.period().equals(Period.parse(period)))
        .findFirst()
        .orElseThrow();
  }

  private static FiguresAnswer ask(String indicator, String regionSet, Figure... figures) {
    return monitor(figures).figures(FiguresQuery.of(indicator, regionSet, Measure.ACTUAL));
  }

  private static Monitor monitor(Figure... figures) {
    return new Monitor(snapshot(catalogue(), REGIONS, figures));
  }

  private static FiguresQuery query(String series, String period) {
    return new FiguresQuery(
        "coca",
        "departments",
        Measure.ACTUAL,
        Optional.ofNullable(series),
        Optional.ofNullable(period).map(Period::parse));
  }

  private static List<Period> years(int... years) {
    return Arrays.stream(years).mapToObj(Period::ofYear).toList();
  }

  private static Figure[] concat(Figure[] one, Figure[] two) {
    return Stream.of(one, two).flatMap(Arrays::stream).toArray(Figure[]::new);
  }
}
