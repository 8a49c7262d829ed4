package org.yunga.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.yunga.core.Fixtures.SAN_MARTIN;
import static org.yunga.core.Fixtures.UCAYALI;
import static org.yunga.core.Fixtures.bounded;
import static org.yunga.core.Fixtures.catalogue;
import static org.yunga.core.Fixtures.wkt;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Release;
import org.yunga.core.dataset.ReleaseContent;
import org.yunga.core.plot.Plot;
import org.yunga.core.plot.PlotIndex;
import org.yunga.core.plot.PlotSlot;
import org.yunga.core.region.Region;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.core.space.EqualAreaFrame;

/** A western and an eastern department of one degree, and fields of 0.01 degrees in their rows. */
class PlotChangesTest {

  private static final List<Region> REGIONS =
      List.of(
          bounded(SAN_MARTIN, "West", "POLYGON ((-76 -9, -75 -9, -75 -8, -76 -8, -76 -9))"),
          bounded(UCAYALI, "East", "POLYGON ((-75 -9, -74 -9, -74 -8, -75 -8, -75 -9))"));

  private static Plot field(int year, double west) {
    return new Plot(
        "coca_field",
        year,
        wkt(
            String.format(
                Locale.ROOT,
                "POLYGON ((%1$f -8.51, %2$f -8.51, %2$f -8.5, %1$f -8.5, %1$f -8.51))",
                west,
                west + 0.01)));
  }

  private static Monitor release(int number, Plot... plots) {
    Dataset dataset = Dataset.of("plots/survey", "t", "s", "l", "f", ("" + number).repeat(64));
    Release release = new Release(number, Instant.EPOCH, List.of(dataset));
    List<PlotSlot> slots =
        Arrays.stream(plots)
            .map(p -> new PlotSlot(p.kind(), p.year()))
            .distinct()
            .sorted()
            .toList();
    PlotIndex index = PlotIndex.of(slots, consumer -> List.of(plots).forEach(consumer));
    ReleaseContent content = new ReleaseContent(release, catalogue(), REGIONS, List.of());
    return new Monitor(Snapshot.of(content, Optional.of(index)));
  }

  private static List<PlotChange> changes(Monitor before, Monitor after) {
    return after.entitled().plotChangesSince(before.entitled(), "departments");
  }

  private static final Monitor BEFORE =
      release(1, field(2022, -75.5), field(2023, -75.5), field(2023, -74.5), field(2023, -70));
  private static final Monitor AFTER =
      release(2, field(2022, -75.5), field(2023, -75.5), field(2023, -75.3), field(2024, -70));

  @Test
  void totalsAreComparedByKindYearAndRegionWithWhatLiesOutside() {
    assertThat(changes(BEFORE, AFTER))
        .extracting(
            c ->
                c.slot().year()
                    + " "
                    + c.region().map(Region::name).orElse("outside")
                    + c.before().map(row -> " " + row.count()).orElse(" -")
                    + c.after().map(row -> " " + row.count()).orElse(" -"))
        .containsExactly("2023 West 1 2", "2023 East 1 0", "2023 outside 1 0", "2024 outside - 1");
  }

  @Test
  void hectaresAreThoseOfTheTotals() {
    PlotChange west = changes(BEFORE, AFTER).get(0);
    double field = EqualAreaFrame.hectares(field(2023, -75.5).geometry());

    assertThat(west.before().orElseThrow().hectares()).isCloseTo(field, within(1e-6));
    assertThat(west.after().orElseThrow().hectares()).isCloseTo(2 * field, within(1e-6));
  }

  @Test
  void aReleaseIsTheSameAsItself() {
    assertThat(changes(BEFORE, BEFORE)).isEmpty();
  }

  @Test
  void aSetThatNeitherHasTellsNothing() {
    assertThat(AFTER.entitled().plotChangesSince(BEFORE.entitled(), "never")).isEmpty();
  }

  /** The size of a field that came follows from two exact totals. */
  @Test
  void whoMayNotSeeSinglePlotsMayNotCompareThem() {
    assertThatThrownBy(() -> AFTER.plotChangesSince(BEFORE.entitled(), "departments"))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> AFTER.entitled().plotChangesSince(BEFORE, "departments"))
        .isInstanceOf(IllegalStateException.class);
  }
}
