package org.yunga.core.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.yunga.core.Fixtures.dataset;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.yunga.core.aggregate.QueryPolygon;
import org.yunga.core.aggregate.RegionOverlay;
import org.yunga.core.aggregate.RegionTotals;
import org.yunga.core.aggregate.SlotTotals;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.dataset.Release;
import org.yunga.core.plot.Plot;
import org.yunga.core.plot.PlotIndex;
import org.yunga.core.plot.StoredPlots;
import org.yunga.core.space.EqualAreaFrame;
import org.yunga.core.store.ContractWorld;
import org.yunga.core.store.Store;

/** The tree and SQL answer the same questions with the same numbers. */
class PostgisPlotsTest {

  @RegisterExtension final PostgisDatabase database = new PostgisDatabase();

  private static Release publish(Store store, int edition, List<Plot> plots) {
    return store.publish(Delivery.ofPlots(dataset("plots", edition), plots::forEach));
  }

  private static StoredPlots sql(Store store, Release release) {
    return store.storedPlots(release.number(), ContractWorld.kinds()).orElseThrow();
  }

  private static PlotIndex tree(Store store, Release release) {
    List<String> datasets = release.datasets().stream().map(Dataset::id).toList();
    return PlotIndex.NONE.follow(ContractWorld.kinds(), datasets, store::plotPacks);
  }

  private static List<Geometry> metres(List<Geometry> degrees) {
    return degrees.stream().map(EqualAreaFrame::project).toList();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theTreeAndSqlAgree(long seed) {
    ContractWorld world = new ContractWorld(seed);
    List<Geometry> grounds = metres(world.grounds());
    try (Store store = database.open()) {
      Release release = publish(store, 1, world.plots());
      PlotIndex tree = tree(store, release);
      StoredPlots sql = sql(store, release);

      assertThat(sql.slots()).isEqualTo(tree.slots());
      assertThat(sql.size()).isEqualTo(tree.size());
      assertThat(sql.totals()).isEqualTo(tree.totals());
      for (int i = 0; i < grounds.size(); i++) {
        assertSame(
            "ground " + i,
            sql.within(grounds.get(i)),
            tree.totals(QueryPolygon.of(grounds.get(i))));
      }
      List<QueryPolygon> asked = grounds.stream().map(QueryPolygon::of).toList();
      assertSame(sql.byRegion(grounds, false), tree.totals(RegionOverlay.overlapping(asked)));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theyAgreeOnDivisionsAndWhatLiesOutside(long seed) {
    List<Geometry> division = metres(ContractWorld.division());
    List<QueryPolygon> asked = division.stream().map(QueryPolygon::of).toList();
    try (Store store = database.open()) {
      Release release = publish(store, 1, new ContractWorld(seed).plots());
      PlotIndex tree = tree(store, release);
      RegionTotals theirs = tree.totals(RegionOverlay.disjoint(asked));
      StoredPlots sql = sql(store, release);
      for (int time = 0; time < 2; time++) { // made ready, then found ready
        RegionTotals ours = sql.byRegion(division, true);
        assertSame(ours, theirs);
        assertSame("outside", ours.outside().orElseThrow(), theirs.outside().orElseThrow());
      }
    }
  }

  @Test
  void aReleaseHasItsOwnPlots() {
    try (Store store = database.open()) {
      List<Geometry> ground = metres(ContractWorld.division()).subList(0, 1);
      Release first = publish(store, 1, new ContractWorld(1).plots());
      SlotTotals before = sql(store, first).within(ground.get(0));
      Release second = publish(store, 2, new ContractWorld(2).plots());

      assertThat(sql(store, first).within(ground.get(0))).isEqualTo(before);
      assertSame(
          "second",
          sql(store, second).within(ground.get(0)),
          tree(store, second).totals(QueryPolygon.of(ground.get(0))));
    }
  }

  @Test
  void aReleaseWithoutPlotsHasNone() {
    try (Store store = database.open()) {
      StoredPlots none = store.storedPlots(0, List.of()).orElseThrow();
      assertThat(none.slots()).isEmpty();
      assertThat(none.within(metres(ContractWorld.division()).get(0)).slots()).isZero();
    }
  }

  private static void assertSame(RegionTotals ours, RegionTotals theirs) {
    assertThat(ours.regions()).hasSameSizeAs(theirs.regions());
    for (int i = 0; i < ours.regions().size(); i++) {
      assertSame("region " + i, ours.regions().get(i), theirs.regions().get(i));
    }
  }

  private static void assertSame(String what, SlotTotals ours, SlotTotals theirs) {
    assertThat(IntStream.range(0, ours.slots()).mapToObj(ours::count))
        .as("counts, " + what)
        .containsExactlyElementsOf(
            IntStream.range(0, theirs.slots()).mapToObj(theirs::count).toList());
    // a unit for each plot that a border cuts, or 1e-9
    long units = 1 + theirs.borderPlots();
    for (int slot = 0; slot < ours.slots(); slot++) {
      assertClose("sum, " + what, ours.sum(slot), theirs.sum(slot), units);
      assertClose("border, " + what, ours.borderSum(slot), theirs.borderSum(slot), units);
      assertClose("value, " + what, ours.value(slot), theirs.value(slot), units);
      assertClose("its border, " + what, ours.borderValue(slot), theirs.borderValue(slot), units);
    }
    assertThat(ours.borderPlots()).as("border plots, " + what).isEqualTo(theirs.borderPlots());
  }

  private static void assertClose(String what, long ours, long theirs, long units) {
    assertThat(ours).as(what).isCloseTo(theirs, within(Math.max(units, (long) (1e-9 * theirs))));
  }
}
