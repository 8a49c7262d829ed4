package org.yunga.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.yunga.core.Fixtures.HUANUCO;
import static org.yunga.core.Fixtures.SAN_MARTIN;
import static org.yunga.core.Fixtures.UCAYALI;
import static org.yunga.core.Fixtures.catalogue;
import static org.yunga.core.Fixtures.figure;
import static org.yunga.core.Fixtures.gap;
import static org.yunga.core.Fixtures.region;
import static org.yunga.core.Fixtures.snapshot;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yunga.core.figure.Figure;
import org.yunga.core.figure.Measure;
import org.yunga.core.figure.ValueState;
import org.yunga.core.monitor.PeriodChanges.Row;
import org.yunga.core.monitor.PeriodChanges.Sums;
import org.yunga.core.period.Period;
import org.yunga.core.region.Region;
import org.yunga.core.text.ExplainedException;
import org.yunga.core.text.UnknownNameException;

class PeriodChangesTest {

  private static final List<Region> REGIONS =
      List.of(region(HUANUCO, "Huánuco"), region(SAN_MARTIN, "San Martín"), region(UCAYALI, "U"));

  private static PeriodChanges changes(
      String indicator, String from, String to, Figure... figures) {
    return new Monitor(snapshot(catalogue(), REGIONS, figures))
        .changesBetween(
            new PeriodChangesQuery(
                indicator,
                "departments",
                Measure.ACTUAL,
                "OPD",
                Period.parse(from),
                Period.parse(to)));
  }

  private static Row row(PeriodChanges changes, int region) {
    return changes.rows().get(region);
  }

  @Test
  void aRegionWithBothValuesHasChanged() {
    PeriodChanges changes =
        changes(
            "coca",
            "2020",
            "2022",
            figure(HUANUCO, "coca", "2020", "OPD", 100.3),
            figure(HUANUCO, "coca", "2022", "OPD", 150.1));

    assertThat(row(changes, 0).difference()).hasValue(49.8);
    assertThat(row(changes, 0).percent().getAsDouble()).isBetween(49.65, 49.66);
    assertThat(row(changes, 0).classIndex()).hasValue(4);
  }

  /** Ucayali was not looked at before: its 500 ha are no growth. */
  @Test
  void widerCoverageIsNotGrowth() {
    PeriodChanges changes =
        changes(
            "coca",
            "2020",
            "2022",
            figure(HUANUCO, "coca", "2020", "OPD", 100),
            figure(HUANUCO, "coca", "2022", "OPD", 90),
            figure(SAN_MARTIN, "coca", "2020", "OPD", 40),
            gap(SAN_MARTIN, "coca", "2022", "OPD", ValueState.WITHHELD),
            figure(UCAYALI, "coca", "2022", "OPD", 500));

    assertThat(row(changes, 2).isComparable()).isFalse();
    assertThat(row(changes, 2).before().state()).isEqualTo(ValueState.NOT_MONITORED);
    assertThat(changes.sums())
        .contains(new Sums(1, 100, 90, OptionalDouble.of(-10), 1, 40, 1, 500));
    assertThat(changes.sums().get().difference()).isEqualTo(-10);
  }

  @Test
  void zeroIsAValueAndHasNoPercent() {
    PeriodChanges changes =
        changes(
            "coca",
            "2020",
            "2022",
            figure(HUANUCO, "coca", "2020", "OPD", 0),
            figure(HUANUCO, "coca", "2022", "OPD", 7));

    assertThat(row(changes, 0).difference()).hasValue(7);
    assertThat(row(changes, 0).percent()).isEmpty();
    assertThat(row(changes, 0).percentClass()).isEmpty();
  }

  @Test
  void nothingChangedIsInTheMiddle() {
    PeriodChanges changes =
        changes(
            "coca",
            "2020",
            "2022",
            figure(HUANUCO, "coca", "2020", "OPD", 5),
            figure(HUANUCO, "coca", "2022", "OPD", 5));

    assertThat(changes.classes()).isEmpty();
    assertThat(row(changes, 0).classIndex()).hasValue(2);
  }

  @ParameterizedTest
  @CsvSource({"2016,2017,0", "2017,2018,1", "2015,2024,1", "2018,2019,0"})
  void tellsTheBreaksInBetween(String from, String to, int breaks) {
    PeriodChanges changes =
        changes(
            "coca",
            from,
            to,
            figure(HUANUCO, "coca", from, "OPD", 5),
            figure(HUANUCO, "coca", to, "OPD", 5));

    assertThat(changes.breaks()).hasSize(breaks);
  }

  @Test
  void aRatioHasNoSums() {
    assertThat(
            changes(
                    "yield",
                    "2020",
                    "2021",
                    figure(HUANUCO, "yield", "2020", "OPD", 5),
                    figure(HUANUCO, "yield", "2021", "OPD", 6))
                .sums())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "titles,2022,2020,periods_out_of_order",
    "titles,2020,2020,periods_out_of_order",
    "titles,2020,2021-01-01/2021-11-02,unlike_periods",
    "titles,2019/2020,2021,unlike_periods"
  })
  void refusesWhatCannotBeCompared(String indicator, String from, String to, String code) {
    assertThatExceptionOfType(ExplainedException.class)
        .isThrownBy(
            () ->
                changes(
                    indicator,
                    from,
                    to,
                    figure(HUANUCO, indicator, from, "OPD", 5),
                    figure(UCAYALI, indicator, to, "OPD", 5)))
        .satisfies(e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void aPeriodWithoutFiguresIsUnknown() {
    assertThatExceptionOfType(UnknownNameException.class)
        .isThrownBy(
            () -> changes("coca", "1950", "2020", figure(HUANUCO, "coca", "2020", "OPD", 5)));
  }
}
