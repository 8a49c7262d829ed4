package org.yunga.core.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.yunga.core.Fixtures.dataset;

import java.sql.Connection;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
import org.yunga.core.audit.Actor;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.dataset.Release;
import org.yunga.core.plot.Plot;
import org.yunga.core.plot.PlotIndex;
import org.yunga.core.plot.StoredPlots;
import org.yunga.core.space.EqualAreaFrame;
import org.yunga.core.store.ContractWorld;
import org.yunga.core.store.Store;
import org.yunga.core.store.sql.Sql;
import org.yunga.core.text.UnknownNameException;

/** The tree and SQL answer the same questions with the same numbers. */
class PostgisPlotsTest {

  private static final String WAITING =
      "SELECT 1 FROM pg_locks JOIN pg_database ON pg_database.oid = database"
          + " WHERE datname = current_database() AND relation = 'outline_piece'::regclass"
          + " AND NOT granted";

  @RegisterExtension final PostgisDatabase database = new PostgisDatabase();

  private static Release publish(Store store, int edition, List<Plot> plots) {
    return store.publish(delivery(edition, plots));
  }

  private static Delivery delivery(int edition, List<Plot> plots) {
    return Delivery.ofPlots(dataset("plots", edition), plots::forEach);
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

  private String keptLists() {
    return PostgisCluster.shared().ask(database.name(), "SELECT count(*) FROM outline_list");
  }

  @Test
  void nobodyWhoAsksWaitsForWhoWrites() throws Exception {
    List<Geometry> division = metres(ContractWorld.division());
    try (Store store = database.open()) {
      Release release = publish(store, 1, new ContractWorld(1).plots());
      StoredPlots sql = sql(store, release);
      try (Connection keeping = PostgisCluster.shared().connect(database.name())) {
        Sql.query(keeping, "SELECT 1 FROM pg_advisory_lock(?)", row -> true, PostgisPlots.KEEPING);
        RegionTotals sent = sql.byRegion(division, true);
        assertThat(keptLists()).as("somebody else keeps outlines just now").isEqualTo("0");
        assertSame(
            sent,
            tree(store, release)
                .totals(RegionOverlay.disjoint(division.stream().map(QueryPolygon::of).toList())));
      }
      store.rehearse(
          List.of(delivery(2, new ContractWorld(2).plots())),
          Actor.PROGRAM,
          view -> sql.byRegion(division, true));
      assertThat(keptLists()).as("kept while another published").isEqualTo("1");
    }
  }

  /** Else what was found at first could be gone when it is used, and the answer be zero. */
  @Test
  void anAnswerIsOfOneState() throws Exception {
    List<Geometry> division = metres(ContractWorld.division());
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try (Store store = database.open();
        Connection other = PostgisCluster.shared().connect(database.name())) {
      StoredPlots sql = sql(store, publish(store, 1, new ContractWorld(1).plots()));
      RegionTotals before = sql.byRegion(division, true);
      other.setAutoCommit(false);
      Sql.execute(other, "LOCK TABLE outline_piece");
      Future<RegionTotals> asked = executor.submit(() -> sql.byRegion(division, true));
      while (Sql.query(other, WAITING, row -> true).isEmpty()) {
        assertThat(asked.isDone()).as("waits for the table").isFalse();
      }
      Sql.execute(other, "DELETE FROM outline_list");
      other.commit();
      assertSame(asked.get(), before);
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void aReleaseThatIsGoneIsNotAnsweredFor() {
    try (Store store = database.open()) {
      Release release = publish(store, 1, new ContractWorld(1).plots());
      StoredPlots sql = sql(store, release);
      PostgisCluster.shared()
          .run(database.name(), "UPDATE release SET published_at = '2001-01-01T00:00:00Z'");
      assertThatThrownBy(sql::totals)
          .as("its number is that of another, as after a restore")
          .isInstanceOf(UnknownNameException.class);
      assertThatThrownBy(() -> store.storedPlots(7, ContractWorld.kinds()))
          .isInstanceOf(UnknownNameException.class);
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
