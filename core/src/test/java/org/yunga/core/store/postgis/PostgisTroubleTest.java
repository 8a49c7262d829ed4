package org.yunga.core.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.yunga.core.Fixtures.UCAYALI;
import static org.yunga.core.Fixtures.dataset;
import static org.yunga.core.Fixtures.figure;
import static org.yunga.core.Fixtures.figures;
import static org.yunga.core.Fixtures.reference;
import static org.yunga.core.Fixtures.region;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.dataset.Release;
import org.yunga.core.plot.Plot;
import org.yunga.core.plot.PlotSource;
import org.yunga.core.store.ContractWorld;
import org.yunga.core.store.Store;
import org.yunga.core.store.sql.Sql;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import org.yunga.core.text.UnavailableException;

/** What can go wrong on the way to the database and in it, each in words. */
class PostgisTroubleTest {

  private static final Duration SHORT = Duration.ofMillis(50);

  @RegisterExtension final PostgisDatabase database = new PostgisDatabase();

  private final PostgisCluster cluster = PostgisCluster.shared();

  private static Bilingual assertExplained(String code, ThrowingCallable work) {
    ExplainedException e = catchThrowableOfType(ExplainedException.class, work);
    assertThat(e).as("explained failure " + code).isNotNull();
    assertThat(e.code()).isEqualTo(code);
    return e.explanation();
  }

  private static Store open(PostgisCluster own, Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(own.environment());
    environment.putAll(more);
    return PostgisStore.open(own.at("postgres"), environment);
  }

  @Test
  void nobodyListens() {
    Bilingual text =
        assertExplained(
            "store_unavailable",
            () -> PostgisStore.open(PostgisAddress.parse("postgresql://127.0.0.1:1/x"), Map.of()));
    assertThat(text.es()).contains("postgresql://127.0.0.1:1/x", "no responde");
  }

  /** In a cluster of its own: it changes who may get in. */
  @Test
  void aWrongPasswordIsToldWithoutIt() {
    try (PostgisCluster own = PostgisCluster.start()) {
      own.open("postgres").close();
      own.administer("CREATE ROLE clerk LOGIN PASSWORD 'right'");
      own.requirePassword("postgres");
      Bilingual text =
          assertExplained(
              "store_login_refused",
              () -> open(own, Map.of("PGUSER", "clerk", "PGPASSWORD", "wr0ng")).close());
      assertThat(text.en()).contains("PGPASSWORD").doesNotContain("wr0ng");
      assertExplained(
          "store_login_refused",
          () -> open(own, Map.of("PGUSER", "clerk", "PGPASSFILE", "/none")).close());
    }
  }

  @Test
  void aDatabaseThatIsNotThere() {
    assertExplained("store_missing", () -> cluster.open("no_such_database"));
  }

  @Test
  void aUserWhoMayNotMakeTheExtensionIsToldWhatIsMissing() {
    String empty = database.empty();
    cluster.run(empty, "CREATE ROLE clerk LOGIN");
    try {
      Map<String, String> clerk = new HashMap<>(cluster.environment());
      clerk.put("PGUSER", "clerk");
      Bilingual text =
          assertExplained("no_postgis", () -> PostgisStore.open(cluster.at(empty), clerk).close());
      assertThat(text.es()).contains("CREATE EXTENSION postgis");
      cluster.run(empty, "CREATE EXTENSION postgis");
      assertExplained(
          "store_not_allowed", () -> PostgisStore.open(cluster.at(empty), clerk).close());
      cluster.run(empty, "ALTER DATABASE " + empty + " OWNER TO clerk");
      PostgisStore.open(cluster.at(empty), clerk).close();
    } finally {
      cluster.drop(empty);
      cluster.administer("DROP ROLE clerk");
    }
  }

  @Test
  void postgisThatWasTakenAwayIsMissed() {
    database.open().close();
    cluster.run(database.name(), "DROP EXTENSION postgis CASCADE");
    Bilingual text = assertExplained("postgis_removed", () -> database.open());
    assertThat(text.es()).contains("restore", database.name());
  }

  /** A pooler that gives each transaction another connection takes settings away. */
  @Test
  void aConnectionThatIsNotOurOwnIsRefused() {
    PostgisAddress address = cluster.at(database.name());
    Properties bare = address.toWrite(cluster.environment());
    PostgisPreparation preparation =
        new PostgisPreparation(
            address.place(), address.jdbcUrl(), bare, bare, false, Timeouts.USUAL, SHORT);
    assertThat(assertExplained("store_pooler", preparation::run).en())
        .contains("PgBouncer", "session mode", " 9 a server", "17 with");
  }

  /** It may be the place of a family's field. */
  @Test
  void whatARowHoldsIsNotInTheWordsOfAFailure() throws SQLException {
    try (Connection connection = cluster.connect(database.name())) {
      cluster.run(database.name(), "CREATE TABLE note (words TEXT PRIMARY KEY)");
      String insert = "INSERT INTO note VALUES ('familia Quispe')";
      Sql.execute(connection, insert);
      assertThatThrownBy(() -> Sql.execute(connection, insert))
          .hasMessageContaining("note_pkey")
          .hasMessageNotContaining("Quispe");
    }
  }

  /** Upgrading ten million plots takes longer than anybody's patience. */
  @Test
  void aNodeThatStartsWaitsForTheOneThatIsAtWork() throws Exception {
    String empty = database.empty();
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try (Logging log = new Logging(PostgisMigrations.class);
        Connection atWork = cluster.connect(empty);
        Statement statement = atWork.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(" + PostgisMigrations.LOCK + ")");
      Future<Store> starting =
          executor.submit(
              () ->
                  PostgisStore.open(
                      cluster.at(empty),
                      cluster.environment(),
                      Clock.systemUTC(),
                      SHORT,
                      1,
                      Timeouts.USUAL));
      while (log.heard().size() < 3) {
        assertThat(starting.isDone()).isFalse();
      }
      assertThat(log.heard().get(0).getParameters()[1].toString()).startsWith("Yunga (");
      statement.execute("SELECT pg_advisory_unlock(" + PostgisMigrations.LOCK + ")");
      starting.get().close();
    } finally {
      executor.shutdown();
    }
  }

  @Test
  void aSchemaOfANewerProgramIsLeftAsItIs() {
    cluster.run(
        database.name(),
        "INSERT INTO flyway_schema_history SELECT 99, '99', description, type, script, checksum,"
            + " installed_by, installed_on, execution_time, success FROM flyway_schema_history"
            + " WHERE version = '1'");
    Bilingual text = assertExplained("store_newer", () -> database.open());
    assertThat(text.en()).contains("schema 99", "up to " + PostgisMigrations.NEWEST + ")");
  }

  /** What the first schema lacks is taken away, with the note that it was made. */
  @Test
  void aSchemaOfAnOlderProgramIsUpgradedWithAllThatItHolds() {
    List<Plot> plots = new ContractWorld(1).plots();
    Release before;
    try (Store store = database.open()) {
      before = store.publish(Delivery.ofPlots(dataset("plots", 1), plots::forEach));
    }
    cluster.run(
        database.name(),
        "DROP TABLE outline_border, outline_piece, outline, outline_list",
        "DROP INDEX plot_of_1_geom_idx1",
        "DELETE FROM flyway_schema_history WHERE version = '2'");
    try (Store store = database.open()) {
      assertThat(store.latestRelease()).isEqualTo(before);
      assertThat(store.storedPlots(1, List.of()).orElseThrow().size()).isEqualTo(plots.size());
    }
    assertThat(
            cluster.ask(
                database.name(),
                "SELECT count(*) FROM pg_indexes WHERE tablename = 'plot_of_1'"
                    + " AND indexdef LIKE '%st_numgeometries%'"))
        .isEqualTo("1");
  }

  /** The folder in which the server keeps new tables takes no more files. */
  @Test
  void aDiskThatTakesNothingIsToldAndNothingIsHalfDone() {
    try (PostgisCluster own = PostgisCluster.start();
        Store store = own.open("postgres")) {
      String folder = own.ask("postgres", "SHOW data_directory") + ".disk";
      own.administer("COPY (SELECT 1) TO PROGRAM 'mkdir -m 700 " + folder + "'");
      own.administer("CREATE TABLESPACE disk LOCATION '" + folder + "'");
      own.administer("ALTER ROLE bench SET default_tablespace = disk");
      own.administer("COPY (SELECT 1) TO PROGRAM 'chmod -R a-w " + folder + "'");
      try (Store other = own.open("postgres")) {
        List<Plot> plots = new ContractWorld(1).plots();
        Delivery delivery = Delivery.ofPlots(dataset("plots", 1), plots::forEach);
        assertExplained("store_disk", () -> other.publish(delivery));
        assertThat(other.latestReleaseNumber()).isZero();
        assertThat(other.plotPacks(delivery.dataset().id())).isEmpty();
        own.administer("COPY (SELECT 1) TO PROGRAM 'chmod -R u+w " + folder + "'");
        assertThat(other.publish(delivery).number()).isEqualTo(1);
      }
    }
  }

  @Test
  void aSchemaOfSomethingElseIsLeftAsItIs() {
    String other = database.empty();
    cluster.run(other, "CREATE SCHEMA yunga", "CREATE TABLE yunga.song (title TEXT)");
    assertExplained("store_unreadable", () -> cluster.open(other));
    assertThat(cluster.ask(other, "SELECT count(*) FROM pg_tables WHERE schemaname = 'yunga'"))
        .isEqualTo("1");
  }

  @Test
  void aDatabaseThatIsOnlyReadGoesOnAnswering() {
    try (Store store = database.open()) {
      store.publish(reference(region(UCAYALI, "Ucayali")));
    }
    cluster.administer(
        "ALTER DATABASE " + database.name() + " SET default_transaction_read_only = on");
    try (Store store = database.open()) {
      assertThat(store.latestReleaseNumber()).isEqualTo(1);
      assertExplained("store_read_only", () -> store.publish(figures(1)));
      assertThat(store.readLatest().regions()).hasSize(1);
    }
    String empty = database.empty();
    cluster.administer("ALTER DATABASE " + empty + " SET default_transaction_read_only = on");
    assertExplained("store_older_read_only", () -> cluster.open(empty));
  }

  @Test
  void aWriterThatOthersKeepWaitingGivesUp() throws Exception {
    try (Store store =
            PostgisStore.open(
                cluster.at(database.name()),
                cluster.environment(),
                Clock.systemUTC(),
                SHORT,
                4,
                Timeouts.USUAL);
        Connection other = cluster.connect(database.name());
        Statement statement = other.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(" + PostgisMigrations.LOCK + ")");
      assertExplained("store_locked", () -> store.publish(reference()));
      statement.execute("SELECT pg_advisory_unlock(" + PostgisMigrations.LOCK + ")");
      assertThat(store.publish(reference()).number()).isEqualTo(1);
    }
  }

  /** PostgreSQL ends one of two that wait for each other: the publishing begins again. */
  @Test
  void aDeadlockIsNobodysTrouble() throws Exception {
    // who waits first finds nothing yet, and does not look again for an hour
    cluster.administer("ALTER DATABASE " + database.name() + " SET deadlock_timeout = '1h'");
    AtomicInteger readings = new AtomicInteger();
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try (Connection other = cluster.connect(database.name());
        Statement statement = other.createStatement()) {
      cluster.administer("ALTER DATABASE " + database.name() + " SET deadlock_timeout = 10");
      other.setAutoCommit(false);
      statement.execute("LOCK TABLE audit IN EXCLUSIVE MODE");
      PlotSource plots =
          plot -> {
            if (readings.incrementAndGet() == 1) {
              awaitWaiting(executor.submit(() -> lockAndLetGo(statement, other)));
            }
            new ContractWorld(1).plots().forEach(plot);
          };
      try (Store store = database.open()) {
        Release release = store.publish(Delivery.ofPlots(dataset("plots", 1), plots));
        assertThat(readings).as("of the plots").hasValue(2);
        assertThat(release.number()).isEqualTo(1);
        assertThat(store.audit().verify(Optional.empty()).findings()).isEmpty();
      }
    } finally {
      executor.shutdown();
    }
  }

  private static Void lockAndLetGo(Statement statement, Connection connection) throws SQLException {
    statement.execute("LOCK TABLE dataset IN EXCLUSIVE MODE");
    connection.rollback();
    return null;
  }

  private void awaitWaiting(Future<?> forLock) {
    String waiting =
        "SELECT count(*) FROM pg_locks WHERE locktype = 'relation' AND NOT granted"
            + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";
    while (!cluster.ask(database.name(), waiting).equals("1")) {
      assertThat(forLock.isDone()).isFalse();
    }
  }

  @Test
  void whenAllConnectionsAreInUseThatIsTold() throws Exception {
    CountDownLatch inUse = new CountDownLatch(1);
    CountDownLatch asked = new CountDownLatch(1);
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try (Store store =
        PostgisStore.open(
            cluster.at(database.name()),
            cluster.environment(),
            Clock.systemUTC(),
            SHORT,
            1,
            Timeouts.USUAL)) {
      PlotSource slow =
          plots -> {
            inUse.countDown();
            await(asked);
          };
      Future<?> writing =
          executor.submit(() -> store.publish(Delivery.ofPlots(figures(7).dataset(), slow)));
      await(inUse);
      assertExplained("store_busy", store::latestReleaseNumber);
      asked.countDown();
      writing.get();
      assertThat(store.latestReleaseNumber()).isEqualTo(1);
    } finally {
      executor.shutdown();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The pool tries again by itself, at most five seconds apart: until then all is refused. */
  private static void awaitBack(Store store) {
    Instant end = Instant.now().plusSeconds(60);
    while (true) {
      try {
        store.latestReleaseNumber();
        return;
      } catch (UnavailableException e) {
        assertThat(Instant.now()).as("the store works again").isBefore(end);
      }
    }
  }

  @Test
  void aDatabaseThatGoesAwayAndComesBack() {
    try (PostgisCluster own = PostgisCluster.start()) {
      try (Store store = own.open("postgres")) {
        store.publish(reference(region(UCAYALI, "Ucayali")));
        own.stop();
        ExplainedException e =
            catchThrowableOfType(
                ExplainedException.class,
                () -> store.publish(figures(1, figure(UCAYALI, "coca", "2024", "OPD", 1))));
        assertThat(e).isInstanceOf(UnavailableException.class);
        assertThat(e.code()).isEqualTo("store_unavailable");
        assertExplained("store_unavailable", store::latestReleaseNumber);
        own.resume();
        awaitBack(store);
        assertThat(store.latestReleaseNumber()).isEqualTo(1);
        store.publish(figures(1, figure(UCAYALI, "coca", "2024", "OPD", 1)));
        assertThat(store.latestReleaseNumber()).isEqualTo(2);
      }
    }
  }
}
