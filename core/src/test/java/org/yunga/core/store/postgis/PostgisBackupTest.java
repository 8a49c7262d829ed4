package org.yunga.core.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yunga.core.Fixtures.UCAYALI;
import static org.yunga.core.Fixtures.dataset;
import static org.yunga.core.Fixtures.figure;
import static org.yunga.core.Fixtures.figures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.yunga.core.aggregate.SlotTotals;
import org.yunga.core.audit.Actor;
import org.yunga.core.audit.AuditEntry;
import org.yunga.core.backup.Backup;
import org.yunga.core.backup.BackupManifest;
import org.yunga.core.backup.BackupWorld;
import org.yunga.core.backup.Seal;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.dataset.Release;
import org.yunga.core.plot.PlotIndex;
import org.yunga.core.plot.PlotSlot;
import org.yunga.core.store.ContractWorld;
import org.yunga.core.store.Store;
import org.yunga.core.store.geopackage.GeoPackageStore;
import org.yunga.core.store.sql.SqlStore;
import org.yunga.core.store.sql.StoreCopy;
import org.yunga.core.store.sql.StoreTarget;
import org.yunga.core.text.ExplainedException;

/** A backup of a database restores into a database and into a folder, and the other way round. */
class PostgisBackupTest {

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

  @RegisterExtension final PostgisDatabase database = new PostgisDatabase();

  @TempDir Path folder;

  private final PostgisCluster cluster = PostgisCluster.shared();

  private Backup.Made madeOf(SqlStore store, String name) {
    Backup backup = BackupWorld.backup(folder.resolve(name), folder.resolve("work"), Seal.NONE);
    return backup.make(store, "postgis");
  }

  private StoreTarget target(String name) {
    return PostgisStore.target(cluster.at(name), cluster.environment());
  }

  private SqlStore open(String name) {
    return (SqlStore) cluster.open(name);
  }

  private Path backupOfAFile() {
    try (SqlStore file = GeoPackageStore.open(folder.resolve("file"))) {
      BackupWorld.fill(file);
      return madeOf(file, "geopackage").file();
    }
  }

  @Test
  void eitherKindOfStoreRestoresIntoEither() {
    BackupWorld.restore(backupOfAFile()).into(target(database.name()), folder);
    String another = database.another();
    try (SqlStore there = open(database.name());
        SqlStore file = GeoPackageStore.open(folder.resolve("file"))) {
      BackupWorld.assertSame(there, file);

      Path ofDatabase = madeOf(there, "postgis").file();
      BackupWorld.restore(ofDatabase).into(target(another), folder);
      try (SqlStore other = open(another)) {
        BackupWorld.assertSame(other, file);
      }
      BackupWorld.restore(ofDatabase).into(folder.resolve("back"));
      try (SqlStore back = GeoPackageStore.open(folder.resolve("back"))) {
        BackupWorld.assertSame(back, file);
      }
      assertThatThrownBy(() -> BackupWorld.restore(ofDatabase).into(target(another), folder))
          .isInstanceOf(ExplainedException.class)
          .hasMessageContaining("restore_not_empty");
      assertThat(folder).isDirectoryNotContaining("glob:**/.yunga-*");
    }
  }

  /** Neither tables nor a mark: the database is as it was. */
  @Test
  void whatIsRefusedDoesNotTouchItsTarget() throws Exception {
    Path backup = backupOfAFile();
    byte[] bytes = Files.readAllBytes(backup);
    bytes[bytes.length / 2] ^= 1;
    Files.write(backup, bytes);
    String empty = database.empty();
    Path work = folder.resolve("not/there");

    assertThatThrownBy(() -> BackupWorld.restore(backup).into(target(empty), work))
        .hasMessageContaining("backup_damaged");
    try (SqlStore source = open(database.name())) {
      BackupWorld.fill(source);
      cluster.run(database.name(), "UPDATE figure SET value = 5 WHERE value > 0");
      assertThatThrownBy(() -> StoreCopy.copy(source, target(empty)))
          .hasMessageContaining("audit_does_not_hold");
    }

    assertThat(cluster.ask(empty, "SELECT count(*) FROM pg_namespace WHERE nspname = 'yunga'"))
        .isEqualTo("0");
    assertThat(folder.resolve("not")).doesNotExist();
  }

  /** Killed while its rows come, with the database held still at that moment. */
  @Test
  void whatAKilledRestoreLeavesIsToldAndRestoredAgain() throws Exception {
    Path backup = backupOfAFile();
    String half = database.another();
    Path work = folder.resolve("work");
    try (Connection held = cluster.connect(half)) {
      held.setAutoCommit(false);
      try (Statement statement = held.createStatement()) {
        statement.execute("LOCK TABLE figure IN ACCESS EXCLUSIVE MODE");
      }
      Process restoring = restoring(backup, half, work);
      await(
          () ->
              "1"
                      .equals(
                          cluster.ask(
                              half,
                              "SELECT count(*) FROM pg_locks WHERE NOT granted AND database ="
                                  + " (SELECT oid FROM pg_database WHERE datname = '"
                                  + half
                                  + "')"))
                  || !restoring.isAlive());
      assertThat(restoring.isAlive()).as("it is in the middle").isTrue();
      restoring.destroyForcibly().waitFor();
      held.rollback();
    }

    assertThatThrownBy(() -> cluster.open(half))
        .isInstanceOf(ExplainedException.class)
        .hasMessageContaining("store_half_restored");
    assertThat(cluster.ask(half, "SELECT count(*) FROM dataset")).isEqualTo("0");
    BackupWorld.restore(backup).into(target(half), work);
    try (SqlStore there = open(half);
        SqlStore file = GeoPackageStore.open(folder.resolve("file"))) {
      BackupWorld.assertSame(there, file);
    }
    assertThat(folder).isDirectoryNotContaining("glob:**/.yunga-*");
  }

  private Process restoring(Path backup, String into, Path work) throws IOException {
    String address = "postgresql://" + cluster.at(into).hosts() + "/" + into;
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                RestoreOnce.class.getName(),
                backup.toString(),
                address,
                work.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(cluster.environment());
    return builder.start();
  }

  private static void await(java.util.function.BooleanSupplier condition)
      throws InterruptedException {
    Instant end = Instant.now().plus(LONGEST_WAIT);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(end);
      Thread.sleep(20);
    }
  }

  /** A load, a publication and a retirement after the other, of figures and of plots. */
  private static void write(Store store, int edition) {
    store.publish(figures(edition, figure(UCAYALI, "coca", "2024", "OPD", edition)));
    Delivery plots =
        Delivery.ofPlots(
            dataset("plots", edition),
            new ContractWorld(edition).plots().subList(0, 40 + edition)::forEach);
    long base = store.latestReleaseNumber();
    long number = store.stage(List.of(plots), base, "{}", Actor.PROGRAM).number();
    store.publishStaged(number, Actor.PROGRAM);
    if (edition % 3 == 0) {
      store.retire(plots.dataset().id(), Actor.PROGRAM);
    }
  }

  /** Totals of all plots of a release, by kind and year. */
  private static Map<PlotSlot, Long> totals(Store store, Release release) {
    List<String> datasets =
        release.datasets().stream()
            .filter(dataset -> dataset.key().equals("plots"))
            .map(Dataset::id)
            .toList();
    PlotIndex index = PlotIndex.NONE.follow(List.of(), datasets, store::plotPacks);
    SlotTotals totals = index.totals();
    Map<PlotSlot, Long> sums = new java.util.TreeMap<>();
    for (int slot = 0; slot < index.slots().size(); slot++) {
      sums.put(index.slots().get(slot), totals.sum(slot));
    }
    return sums;
  }

  /** Each holds one moment of the database, whole, while plots are loaded and published. */
  @Test
  void underWritesEachBackupHoldsOneMoment() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    AtomicInteger written = new AtomicInteger();
    List<Backup.Made> all = new ArrayList<>();
    try (SqlStore store = open(database.name())) {
      BackupWorld.fill(store);
      CompletableFuture<Integer> writer =
          CompletableFuture.supplyAsync(
              () -> {
                try (Store own = cluster.open(database.name())) {
                  int edition = 10;
                  for (; !done.get(); edition++) {
                    write(own, edition);
                    written.incrementAndGet();
                  }
                  return edition;
                }
              });
      try {
        for (int i = 0; i < 4; i++) {
          int before = 2 * i;
          await(() -> written.get() >= before || writer.isDone());
          all.add(madeOf(store, "b" + i));
        }
      } finally {
        done.set(true);
      }
      assertThat(writer.get()).as("it wrote meanwhile").isGreaterThan(15);
      assertThat(all.get(3).manifest().release()).isGreaterThan(all.get(0).manifest().release());
      for (int i = 0; i < all.size(); i++) {
        assertOneMoment(
            all.get(i), store, i % 2 == 0 ? Optional.of(database.another()) : Optional.empty());
      }
    }
  }

  private void assertOneMoment(Backup.Made made, SqlStore now, Optional<String> into) {
    Path data = folder.resolve("of-" + made.manifest().release());
    BackupManifest manifest =
        into.isPresent()
            ? BackupWorld.restore(made.file()).into(target(into.get()), folder.resolve("work"))
            : BackupWorld.restore(made.file()).into(data);
    assertThat(manifest).isEqualTo(made.manifest());
    try (SqlStore there = into.isPresent() ? open(into.get()) : GeoPackageStore.open(data)) {
      long last = manifest.release();
      assertThat(StoreCopy.rows(there)).isEqualTo(manifest.rows());
      assertThat(there.audit().verify(Optional.of(manifest.auditHead())).findings()).isEmpty();
      List<AuditEntry> entries = there.audit().before(Long.MAX_VALUE, 999);
      assertThat(now.audit().before(entries.get(0).number() + 1, 999)).isEqualTo(entries);
      assertThat(there.releases(999, 999)).isEqualTo(now.releases(last + 1, 999));
      assertThat(there.read(last).figures()).isEqualTo(now.read(last).figures());
      for (long release = Math.max(1, last - 3); release <= last; release++) {
        assertThat(totals(there, there.release(release)))
            .isEqualTo(totals(now, now.release(release)));
      }
      // what waits is of the same moment: each waits or is in a release, none is lost between
      assertThat(there.staged())
          .allSatisfy(staged -> assertThat(staged.release()).isEmpty())
          .hasSizeBetween(1, 2);
      assertThat(there.rollBack(1, Actor.PROGRAM).number()).as("it goes on").isEqualTo(last + 1);
    }
  }
}
