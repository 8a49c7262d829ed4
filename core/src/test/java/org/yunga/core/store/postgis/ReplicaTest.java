package org.yunga.core.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.yunga.core.Fixtures.UCAYALI;
import static org.yunga.core.Fixtures.bounded;
import static org.yunga.core.Fixtures.dataset;
import static org.yunga.core.Fixtures.reference;
import static org.yunga.core.Fixtures.wkt;
import static org.yunga.core.store.postgis.BalancedReads.PRIMARY;
import static org.yunga.core.store.postgis.BalancedReads.REPLICA;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.yunga.core.aggregate.SlotTotals;
import org.yunga.core.audit.Actor;
import org.yunga.core.audit.AuditedAct;
import org.yunga.core.backup.BackupManifest;
import org.yunga.core.backup.BackupWorld;
import org.yunga.core.backup.Seal;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.dataset.Release;
import org.yunga.core.dataset.StagedDataset;
import org.yunga.core.plot.Plot;
import org.yunga.core.plot.PlotPack;
import org.yunga.core.plot.StoredPlots;
import org.yunga.core.snapshot.CurrentSnapshot;
import org.yunga.core.snapshot.MemoryBudget;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.core.space.EqualAreaFrame;
import org.yunga.core.store.ContractWorld;
import org.yunga.core.store.Store;
import org.yunga.core.store.StoreState;
import org.yunga.core.store.sql.Session;
import org.yunga.core.store.sql.Sql;
import org.yunga.core.store.sql.SqlStore;
import org.yunga.core.text.UnavailableException;
import org.yunga.core.text.UnknownNameException;

/** Reads from a streaming replica, which may be behind; writes to the primary. */
class ReplicaTest {

  private static final String GROUND =
      "POLYGON ((-76.1 -8.1, -75.7 -8.1, -75.7 -7.7, -76.1 -7.7, -76.1 -8.1))";

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

  @TempDir private static Path folder;

  private static PostgisCluster primary;
  private static PostgisAddress both;
  private static PostgisAddress replica;

  @BeforeAll
  static void start() {
    primary = PostgisCluster.start();
    both = primary.replicate();
    replica = PostgisAddress.parse("postgresql://" + both.hosts().split(",")[1] + "/postgres");
  }

  @AfterAll
  static void stop() {
    if (primary != null) {
      primary.close();
    }
  }

  private static void atTheReplica(String function) {
    primary.run(replica, "SELECT " + function);
  }

  private static void await(String what, BooleanSupplier condition) throws InterruptedException {
    Instant end = Instant.now().plus(LONGEST_WAIT);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as(what).isBefore(end);
      Thread.sleep(20);
    }
  }

  private static StoreState.Lag lag(Store store) {
    return store.state().lag().orElseThrow();
  }

  private static Delivery plots(int edition) {
    List<Plot> plots = new ContractWorld(edition).plots();
    return Delivery.ofPlots(dataset("plots", edition), plots::forEach);
  }

  /** One story, since the servers are dear. */
  @Test
  void whatIsBehindIsToldAndNeverWrong() throws Exception {
    try (Store store = PostgisStore.open(both, primary.environment())) {
      store.publish(reference(bounded(UCAYALI, "Ucayali", GROUND)));
      Release first = store.publish(plots(1));
      await("published, and seen through the replica", () -> store.latestReleaseNumber() == 2);
      await("nothing outstanding", () -> lag(store).bytes().getAsLong() == 0);
      assertThat(lag(store).releases()).hasValue(0);
      CurrentSnapshot current = new CurrentSnapshot(store);

      atTheReplica("pg_wal_replay_pause()");
      Release second = store.publish(plots(2));
      assertThat(second.number()).isEqualTo(3);
      assertThat(store.latestReleaseNumber()).as("still the one before").isEqualTo(2);
      assertThat(store.readLatest().release()).isEqualTo(first);
      assertThat(current.refresh()).isFalse();
      assertThat(lag(store).releases()).hasValue(1);
      assertThat(store.state().newestRelease()).hasValue(3);
      assertThat(lag(store).bytes().getAsLong()).isPositive();
      assertThat(lag(store).seconds()).isPositive();
      assertBehind(() -> store.plotPacks(plots(2).dataset().id()));
      BackupManifest made =
          BackupWorld.backup(folder, folder, Seal.NONE)
              .make((SqlStore) store, "postgis")
              .manifest();
      assertThat(made.release()).as("a backup is of the newest").isEqualTo(3);
      assertThat(store.audit().verify(Optional.of(made.auditHead())).findings()).isEmpty();
      SlotTotals behind = askByRegion(store, first);
      assertBehind(() -> store.storedPlots(3, ContractWorld.kinds()));
      assertBehind(() -> store.read(3));
      assertBehind(() -> store.release(3));
      assertThatThrownBy(() -> store.read(4)).isInstanceOf(UnknownNameException.class);
      assertNothingIsMadeUp(second);
      assertWhatDecidesAboutWritingIsNew(store);

      atTheReplica("pg_wal_replay_resume()");
      await("the release comes through", () -> store.latestReleaseNumber() == 3);
      assertThat(current.refresh()).isTrue();
      assertThat(current.get().release()).isEqualTo(second);
      await("nothing outstanding", () -> lag(store).bytes().getAsLong() == 0);
      assertThat(askByRegion(store, first)).as("by kept outlines").isEqualTo(behind);
      assertAConflictIsNobodysTrouble();

      whileThePrimaryIsAway(store, second);

      primary.abandonReplica();
      await("reads go to the primary", () -> canRead(store));
      assertThat(store.latestReleaseNumber()).isEqualTo(4);
      assertThat(store.state().lag()).as("nothing to be behind").isEmpty();
      assertThat(store.state().readsFrom()).isEqualTo(StoreState.Source.PRIMARY);
      assertThat(store.publish(plots(4)).number()).isEqualTo(5);
      assertThat(store.latestReleaseNumber()).isEqualTo(5);
    }
  }

  /** A token that was revoked must be good for nothing, whatever the replica knows. */
  private static void assertWhatDecidesAboutWritingIsNew(Store store) {
    store.tokens().create("oficina", "ab".repeat(32), Optional.empty(), Actor.PROGRAM);
    store.tokens().revoke("oficina", Actor.PROGRAM);
    assertThat(store.tokens().all()).singleElement().matches(token -> token.revoked().isPresent());
    StagedDataset staged = store.stage(List.of(), 3, "report", Actor.PROGRAM);
    assertThat(store.staged()).containsExactly(staged);
    assertThat(store.staged(staged.number())).isEqualTo(staged);
    store.discardStaged(staged.number(), Actor.PROGRAM);
    assertThat(store.staged()).isEmpty();
    assertThat(store.audit().before(Long.MAX_VALUE, 1).get(0).event().act())
        .isEqualTo(AuditedAct.TOKEN_REVOKED);
  }

  /** The replica ends a transaction that keeps it from replaying. */
  private static void assertAConflictIsNobodysTrouble() {
    primary.run(
        replica, "ALTER SYSTEM SET max_standby_streaming_delay = 0", "SELECT pg_reload_conf()");
    try (HikariDataSource pool =
            PostgisStore.pool(replica, replica.toRead(primary.environment()), "yunga", 2);
        PostgisSessions sessions =
            new PostgisSessions(
                pool,
                pool,
                new PostgisDialect(replica.place()),
                Clock.systemUTC(),
                LONGEST_WAIT,
                Timeouts.USUAL)) {
      AtomicInteger attempts = new AtomicInteger();
      int last = sessions.readWhole(session -> disturbed(session, attempts));
      assertThat(last).isEqualTo(2);
      attempts.set(0);
      assertThat(
              catchThrowableOfType(
                      UnavailableException.class,
                      () -> sessions.readWholeOnce(session -> disturbed(session, attempts)))
                  .code())
          .isEqualTo("store_in_the_way");
      assertThat(attempts).as("blocks are not handed out twice").hasValue(1);
    }
    primary.run(
        replica, "ALTER SYSTEM RESET max_standby_streaming_delay", "SELECT pg_reload_conf()");
  }

  /** Disturbed at the first attempt; gives the number of this one. */
  private static int disturbed(Session session, AtomicInteger attempts) throws SQLException {
    Sql.query(session.connection(), "SELECT 1 FROM audit", row -> true);
    if (attempts.incrementAndGet() == 1) {
      primary.run("postgres", "BEGIN; LOCK TABLE audit IN ACCESS EXCLUSIVE MODE; COMMIT");
      Sql.query(session.connection(), "SELECT pg_sleep(100)", row -> true);
    }
    return attempts.get();
  }

  /** What can be read is read, also by a node that starts now, and it is said how old it may be. */
  private static void whileThePrimaryIsAway(Store running, Release newest)
      throws InterruptedException {
    primary.stop();
    try (Store starting = PostgisStore.open(both, primary.environment())) {
      assertThat(running.readLatest().release()).isEqualTo(newest);
      assertThat(starting.readLatest().release()).isEqualTo(newest);
      assertThat(starting.audit().identity()).as("which store it is").isPresent();
      StoreState state = starting.state();
      assertThat(state.readsFrom()).isEqualTo(StoreState.Source.REPLICA);
      assertThat(state.newestRelease()).as("nobody knows").isEmpty();
      assertThat(state.lag().orElseThrow().releases()).isEmpty();
      assertThat(state.lag().orElseThrow().seconds()).isPositive();
      assertThat(
              catchThrowableOfType(UnavailableException.class, () -> starting.publish(reference()))
                  .code())
          .isEqualTo("store_unavailable");
      primary.resume();
      await("the primary is seen", () -> starting.state().newestRelease().isPresent());
      assertThat(starting.publish(plots(3)).number()).isEqualTo(newest.number() + 1);
      await("the replica follows again", () -> running.latestReleaseNumber() == 4);
    }
  }

  /** Half a release is none. */
  private static void assertBehind(ThrowingCallable question) {
    assertThat(catchThrowableOfType(UnavailableException.class, question).code())
        .isEqualTo("store_behind");
  }

  /** Whoever knows a release by one host, and asks another which has not got it. */
  private static void assertNothingIsMadeUp(Release release) {
    PostgisAddress writes =
        PostgisAddress.parse("postgresql://" + both.hosts().split(",")[0] + "/postgres");
    BalancedReads reads = BalancedReads.of(writes, replica, primary.environment());
    try (Store store = reads.store(writes, primary.environment())) {
      Snapshot snapshot = new CurrentSnapshot(store, new MemoryBudget(1)).get();
      assertThat(snapshot.release()).isEqualTo(release);
      StoredPlots plots = snapshot.storedPlots().orElseThrow();
      Geometry ground = EqualAreaFrame.project(wkt(GROUND));
      String dataset = plots(2).dataset().id();
      List<PlotPack> packs = store.plotPacks(dataset);

      reads.from(REPLICA);
      assertBehind(plots::totals);
      assertBehind(() -> plots.within(ground));
      assertBehind(() -> plots.byRegion(List.of(ground), true));
      assertBehind(() -> snapshot.plotOverlay("departments"));
      assertBehind(() -> packs.get(0).blocks().forEach(block -> {}));
      reads.from(REPLICA, PRIMARY);
      assertBehind(() -> store.plotPacks(dataset));

      reads.from(PRIMARY);
      assertThat(snapshot.plotOverlay("departments").orElseThrow().byRegion().get(UCAYALI))
          .as("no refusal is kept, nor a zero")
          .isEqualTo(plots.within(ground));
      assertThat(plots.within(ground).count(0)).isPositive();
    }
  }

  /** Outlines cannot be kept at the replica: they are sent until they come from the primary. */
  private static SlotTotals askByRegion(Store store, Release release) {
    StoredPlots plots = store.storedPlots(release.number(), ContractWorld.kinds()).orElseThrow();
    List<Geometry> division =
        ContractWorld.division().stream().map(EqualAreaFrame::project).toList();
    return plots.byRegion(division, true).outside().orElseThrow();
  }

  private static boolean canRead(Store store) {
    try {
      return store.latestReleaseNumber() > 0;
    } catch (UnavailableException e) {
      return false;
    }
  }
}
