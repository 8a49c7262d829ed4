package org.yunga.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yunga.core.Fixtures.HUANUCO;
import static org.yunga.core.Fixtures.PERU;
import static org.yunga.core.Fixtures.SAN_MARTIN;
import static org.yunga.core.Fixtures.UCAYALI;
import static org.yunga.core.Fixtures.catalogue;
import static org.yunga.core.Fixtures.dataset;
import static org.yunga.core.Fixtures.figure;
import static org.yunga.core.Fixtures.gap;
import static org.yunga.core.Fixtures.ref;
import static org.yunga.core.Fixtures.region;
import static org.yunga.core.Fixtures.zone;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yunga.core.dataset.Release;
import org.yunga.core.dataset.ReleaseContent;
import org.yunga.core.figure.Figure;
import org.yunga.core.figure.Measure;
import org.yunga.core.figure.ValueState;
import org.yunga.core.monitor.Explanation.Making;
import org.yunga.core.period.Period;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;
import org.yunga.core.region.Validity;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.core.text.ExplainedException;

class ExplanationsTest {

  private static final RegionRef A = ref("districts/221001");
  private static final RegionRef B = ref("districts/221002");
  private static final RegionRef C = ref("districts/221003");
  private static final RegionRef ZONE = ref("zones/alto");

  private static Monitor monitor(List<Region> more, Figure... figures) {
    List<Region> regions =
        new ArrayList<>(
            List.of(
                region(PERU, "Perú"),
                region(HUANUCO, "Huánuco"),
                region(SAN_MARTIN, "San Martín"),
                region(UCAYALI, "Ucayali")));
    regions.addAll(more);
    Release release =
        new Release(7, Instant.EPOCH, List.of(dataset("figures", 1), dataset("other", 1)));
    return new Monitor(
        Snapshot.of(new ReleaseContent(release, catalogue(), regions, List.of(figures))));
  }

  private static Explanation explain(Monitor monitor, String set, String code, String year) {
    return monitor.explanation(
        new ExplanationQuery(
            "coca", set, Optional.ofNullable(code), Measure.ACTUAL, Period.parse(year), "UN"));
  }

  @Test
  void aReportedFigureIsItsOwnRow() {
    Figure reported = figure(HUANUCO, "coca", "2017", "UN", 12.5);
    Explanation explanation = explain(monitor(List.of(), reported), "departments", "10", "2017");

    assertThat(explanation.number().making()).isEqualTo(Making.REPORTED);
    assertThat(explanation.number().value()).hasValue(12.5);
    assertThat(explanation.rows()).containsExactly(reported);
    assertThat(explanation.leftOut()).isEmpty();
    assertThat(explanation.datasets()).containsExactly(dataset("figures", 1));
    assertThat(explanation.breaks()).hasSize(1);
  }

  @Test
  void aSumOverASetTellsWhatWentInWhatDidNotAndWhatWasPublished() {
    Figure huanuco = figure(HUANUCO, "coca", "2017", "UN", 12.5);
    Figure zero = figure(UCAYALI, "coca", "2017", "UN", 0);
    Monitor monitor =
        monitor(
            List.of(),
            huanuco,
            zero,
            gap(SAN_MARTIN, "coca", "2017", "UN", ValueState.WITHHELD),
            figure(PERU, "coca", "2017", "UN", 13),
            figure(HUANUCO, "coca", "2016", "UN", 99),
            figure(HUANUCO, "coca", "2017", "OPD", 77));
    Explanation explanation = explain(monitor, "departments", null, "2017");

    assertThat(explanation.number().making()).isEqualTo(Making.SUM_OF_REGIONS);
    assertThat(explanation.number().value()).hasValue(12.5);
    assertThat(explanation.rows()).containsExactly(huanuco, zero);
    assertThat(explanation.leftOut())
        .singleElement()
        .satisfies(
            left -> {
              assertThat(left.name()).isEqualTo("San Martín");
              assertThat(left.state()).isEqualTo(ValueState.WITHHELD);
            });
    assertThat(explanation.published().orElseThrow().difference()).isEqualTo(-0.5);
  }

  /** The value is taken apart into the figures of the members, and what the list lacks is named. */
  @Test
  void aSumOverAListTellsItsMembers() {
    Region zone =
        new Region(
            ZONE,
            "Alto",
            Optional.empty(),
            Optional.empty(),
            region(A, "A").place(),
            List.of(
                new Region.Member(Optional.of(A), "A"),
                new Region.Member(Optional.of(B), "B"),
                new Region.Member(Optional.of(C), "C"),
                new Region.Member(Optional.empty(), "Nowhere"),
                new Region.Member(
                    Optional.of(HUANUCO),
                    "Before",
                    new Validity(Optional.empty(), Optional.of(LocalDate.of(2010, 1, 1))))),
            Validity.ALWAYS);
    Figure a = figure(A, "coca", "2017", "UN", 3);
    Figure b = figure(B, "coca", "2017", "UN", 4);
    Monitor monitor =
        monitor(
            List.of(region(A, "A"), region(B, "B"), region(C, "C"), zone),
            a,
            b,
            figure(HUANUCO, "coca", "2017", "UN", 50));
    Explanation explanation = explain(monitor, "zones", "alto", "2017");

    assertThat(explanation.number().making()).isEqualTo(Making.SUM_OF_MEMBERS);
    assertThat(explanation.number().value()).hasValue(7);
    assertThat(explanation.rows()).containsExactlyInAnyOrder(a, b);
    assertThat(explanation.leftOut().stream().map(left -> left.name() + " " + left.state()))
        .containsExactly("C NOT_MONITORED", "Nowhere MISSING");
  }

  /** A zone that reports for itself is not explained by its members. */
  @Test
  void whatAZoneReportsIsReported() {
    Monitor monitor =
        monitor(
            List.of(region(A, "A"), zone(ZONE, A)),
            figure(A, "coca", "2017", "UN", 3),
            figure(ZONE, "coca", "2017", "UN", 5));

    assertThat(explain(monitor, "zones", "alto", "2017").number().making())
        .isEqualTo(Making.REPORTED);
  }

  @Test
  void aRegionWithoutFigureSaysWhyInTheCellsOwnState() {
    Monitor monitor =
        monitor(
            List.of(),
            figure(HUANUCO, "coca", "2016", "UN", 1),
            figure(HUANUCO, "coca", "2018", "UN", 1),
            figure(UCAYALI, "coca", "2017", "UN", 1));
    Explanation gap = explain(monitor, "departments", "10", "2017");
    Explanation never = explain(monitor, "departments", "22", "2017");

    assertThat(gap.number().making()).isEqualTo(Making.ABSENT);
    assertThat(gap.number().state()).isEqualTo(ValueState.MISSING);
    assertThat(gap.rows()).isEmpty();
    assertThat(never.number().state()).isEqualTo(ValueState.NOT_MONITORED);
  }

  @Test
  void whatIsNotAddedUpHasNoSumToExplain() {
    Monitor monitor = monitor(List.of(), figure(HUANUCO, "yield", "2017", "UN", 2));

    assertThatThrownBy(
            () ->
                monitor.explanation(
                    new ExplanationQuery(
                        "yield",
                        "departments",
                        Optional.empty(),
                        Measure.ACTUAL,
                        Period.ofYear(2017),
                        "UN")))
        .isInstanceOf(ExplainedException.class)
        .hasMessageContaining("not_added");
  }
}
