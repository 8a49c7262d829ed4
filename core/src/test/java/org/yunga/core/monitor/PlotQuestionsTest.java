package org.yunga.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.yunga.core.Fixtures.SAN_MARTIN;
import static org.yunga.core.Fixtures.UCAYALI;
import static org.yunga.core.Fixtures.bounded;
import static org.yunga.core.Fixtures.catalogue;
import static org.yunga.core.Fixtures.region;
import static org.yunga.core.Fixtures.wkt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Release;
import org.yunga.core.dataset.ReleaseContent;
import org.yunga.core.figure.ValueState;
import org.yunga.core.plot.Plot;
import org.yunga.core.plot.PlotIndex;
import org.yunga.core.plot.PlotSlot;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.core.space.EqualAreaFrame;

/** Ten fields of 0.01 degrees in a row along latitude -8, from longitude -75 eastward. */
class PlotQuestionsTest {

  private static final int YEAR = 2023;
  private static final List<Region> REGIONS =
      List.of(
          bounded(
              SAN_MARTIN,
              "West",
              "POLYGON ((-75.5 -8.5, -74.955 -8.5, -74.955 -7.5, -75.5 -7.5, -75.5 -8.5))"),
          bounded(
              UCAYALI,
              "East",
              "POLYGON ((-74.955 -8.5, -74.92 -8.5, -74.92 -7.5, -74.955 -7.5, -74.955 -8.5))"));

  private static Plot field(int number) {
    double west = -75 + number * 0.01;
    return new Plot(
        "coca_field",
        YEAR,
        wkt(
            "POLYGON ((%1$f -8, %2$f -8, %2$f -7.99, %1$f -7.99, %1$f -8))"
                .formatted(west, west + 0.01)));
  }

  private static Monitor monitor(String datasetKey) {
    return monitor(datasetKey, REGIONS);
  }

  private static Monitor monitor(String datasetKey, List<Region> regions) {
    List<Plot> plots = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      plots.add(field(i));
    }
    Dataset dataset = Dataset.of(datasetKey, "t", "s", "l", "f", "0".repeat(64));
    Release release = new Release(1, Instant.EPOCH, List.of(dataset));
    PlotIndex index = PlotIndex.of(List.of(new PlotSlot("coca_field", YEAR)), plots::forEach);
    return new Monitor(
        Snapshot.of(
            new ReleaseContent(release, catalogue(), regions, List.of()), Optional.of(index)));
  }

  private static final Monitor REAL = monitor("plots/survey");
  private static final Monitor ENTITLED = REAL.entitled();
  private static final double FIELD_HA = EqualAreaFrame.hectares(field(0).geometry());

  @Test
  void aDrawnPolygonClipsFieldsAtItsBorderAndCountsThemWhereTheirInsideLies() {
    PolygonAnswer answer =
        ENTITLED.plotsWithin(
            wkt("POLYGON ((-75.1 -8.1, -74.946 -8.1, -74.946 -7.9, -75.1 -7.9, -75.1 -8.1))"));

    PlotTotals.Row row = answer.totals().rows().get(0);
    assertThat(row.state()).isEqualTo(ValueState.VALUE);
    assertThat(row.count()).isEqualTo(5);
    assertThat(row.hectares()).isCloseTo(5.4 * FIELD_HA, within(1e-6));
    assertThat(row.borderHectares()).isCloseTo(0.4 * FIELD_HA, within(1e-6));
    assertThat(answer.totals().borderPlots()).isEqualTo(1);
    assertThat(answer.vertices()).isEqualTo(4);
  }

  @Test
  void aRegionIsAnsweredAsItsBoundaryDrawnByHand() {
    Place.Boundary west = (Place.Boundary) REGIONS.get(0).place();

    assertThat(ENTITLED.plotsWithin(SAN_MARTIN)).isEqualTo(ENTITLED.plotsWithin(west.geometry()));
  }

  @Test
  void regionsAndWhatLiesOutsideOfThemAddUpToTheWhole() {
    RegionSetPlots answer = monitor("synthetic/plots").plotsByRegion("departments");

    double[] hectares =
        answer.regions().stream()
            .mapToDouble(r -> r.totals().orElseThrow().rows().get(0).hectares())
            .toArray();
    PlotTotals.Row outside = answer.outside().orElseThrow().rows().get(0);
    assertThat(hectares[0]).isCloseTo(4.5 * FIELD_HA, within(1e-6));
    assertThat(hectares[1]).isCloseTo(3.5 * FIELD_HA, within(1e-6));
    assertThat(hectares[0] + hectares[1] + outside.hectares())
        .isCloseTo(10 * FIELD_HA, within(1e-8));
  }

  /**
   * West holds four fields and a half, East five, half a field of which is West's: two are left.
   */
  @Test
  void groundThatTwoDepartmentsClaimIsTakenOffTheOutsideOnce() {
    Region east =
        bounded(
            UCAYALI,
            "East",
            "POLYGON ((-74.97 -8.5, -74.92 -8.5, -74.92 -7.5, -74.97 -7.5, -74.97 -8.5))");
    RegionSetPlots answer =
        monitor("synthetic/plots", List.of(REGIONS.get(0), east)).plotsByRegion("departments");

    assertThat(answer.regions())
        .extracting(r -> r.totals().orElseThrow().rows().get(0).count())
        .containsExactly(5L, 5L);
    PlotTotals.Row outside = answer.outside().orElseThrow().rows().get(0);
    assertThat(outside.count()).isEqualTo(2);
    assertThat(outside.hectares()).isCloseTo(2 * FIELD_HA, within(1e-8));
  }

  @Test
  void aDrawnPolygonIsEstimatedForThoseWithoutAToken() {
    String aroundTwo = "POLYGON ((-75.1 -8.1, -74.98 -8.1, -74.98 -7.9, -75.1 -7.9, -75.1 -8.1))";

    PlotTotals.Row row = REAL.plotsWithin(wkt(aroundTwo)).totals().rows().get(0);

    assertThat(row.bounds().orElseThrow().low().count()).isZero();
    assertThat(row.bounds().orElseThrow().high().count()).isGreaterThan(2);
    assertThat(row.borderHectares()).isZero();
    assertThat(ENTITLED.plotsWithin(wkt(aroundTwo)).totals().rows().get(0).count()).isEqualTo(2);
    assertThat(monitor("synthetic/plots").plotsWithin(wkt(aroundTwo)).totals())
        .isEqualTo(ENTITLED.plotsWithin(wkt(aroundTwo)).totals());
  }

  @Test
  void whatLiesOutsideOfTheDepartmentsIsTold() {
    Function<String, OutsideGround> outside =
        wkt -> ENTITLED.plotsWithin(wkt(wkt)).outside().orElseThrow();

    assertThat(outside.apply("POLYGON ((-75.1 -8.1, -74.93 -8.1, -74.93 -7.9, -75.1 -8.1))"))
        .isEqualTo(new OutsideGround(0, false, catalogue().regionSet("departments").name()));
    OutsideGround across =
        outside.apply("POLYGON ((-75 -8, -74.9 -8, -74.9 -7.9, -75 -7.9, -75 -8))");
    String east = "POLYGON ((-74.92 -8, -74.9 -8, -74.9 -7.9, -74.92 -7.9, -74.92 -8))";
    assertThat(across.hectares()).isCloseTo(EqualAreaFrame.hectares(wkt(east)), within(1e-6));
    assertThat(across.isAll()).isFalse();
    OutsideGround beyond = outside.apply(east);
    assertThat(beyond.hectares()).isCloseTo(EqualAreaFrame.hectares(wkt(east)), within(1e-6));
    assertThat(beyond.isAll()).isTrue();
    assertThat(ENTITLED.plotsWithin(SAN_MARTIN).outside().orElseThrow().hectares()).isZero();
  }

  @Test
  void withoutLimitsNobodyKnowsWhatLiesOutside() {
    List<Region> unplaced = List.of(region(SAN_MARTIN, "West"));

    assertThat(
            monitor("plots/survey", unplaced).entitled().plotsWithin(field(0).geometry()).outside())
        .isEmpty();
  }

  @Test
  void nothingThereIsZero() {
    PlotTotals.Row row =
        REAL.plotsWithin(wkt("POLYGON ((-70 -5, -69 -5, -69 -4, -70 -5))")).totals().rows().get(0);

    assertThat(row.state()).isEqualTo(ValueState.ZERO);
  }

  /** West has 5 fields, East 3, and two lie outside: withheld, they must not follow from a sum. */
  @Test
  void aPartWithheldAloneTakesTheSmallestOtherWithIt() {
    RegionSetPlots answer = REAL.plotsByRegion("departments");

    assertThat(answer.regions())
        .extracting(region -> region.totals().orElseThrow().rows().get(0).state())
        .containsExactly(ValueState.VALUE, ValueState.WITHHELD);
    PlotTotals.Row west = answer.regions().get(0).totals().orElseThrow().rows().get(0);
    assertThat(west.count()).isEqualTo(5);
    assertThat(west.hectares()).as("whole fields").isCloseTo(5 * FIELD_HA, within(1e-6));
    assertThat(answer.outside().orElseThrow().rows().get(0).state()).isEqualTo(ValueState.WITHHELD);
  }
}
