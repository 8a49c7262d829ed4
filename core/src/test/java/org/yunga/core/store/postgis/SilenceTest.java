package org.yunga.core.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.yunga.core.Fixtures.UCAYALI;
import static org.yunga.core.Fixtures.reference;
import static org.yunga.core.Fixtures.region;

import java.io.IOException;
import java.net.Socket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jdk.net.ExtendedSocketOptions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.Driver;
import org.yunga.core.audit.Actor;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.dataset.Release;
import org.yunga.core.store.Store;
import org.yunga.core.store.sql.Sql;
import org.yunga.core.text.UnavailableException;

/** A network or a node that goes away without a word: nobody waits for it for long. */
@Timeout(120)
class SilenceTest {

  private static final Duration SHORT = Duration.ofSeconds(2);
  private static final Duration LONG = Duration.ofSeconds(90);

  @RegisterExtension final PostgisDatabase database = new PostgisDatabase();

  private final PostgisCluster cluster = PostgisCluster.shared();
  private PostgisAddress direct;
  private MuteProxy way;

  @BeforeEach
  void openTheWay() {
    direct = cluster.at(database.name());
    way = new MuteProxy(direct.hosts());
  }

  @AfterEach
  void closeTheWay() throws IOException {
    way.close();
  }

  private Store open(String hosts, Timeouts timeouts) {
    PostgisAddress address =
        new PostgisAddress(hosts, direct.database(), direct.user(), direct.options());
    return PostgisStore.open(address, cluster.environment(), Clock.systemUTC(), LONG, 4, timeouts);
  }

  private static void assertUnavailable(ThrowingCallable work) {
    assertThat(catchThrowableOfType(UnavailableException.class, work).code())
        .isEqualTo("store_unavailable");
  }

  private static Delivery ucayali() {
    return reference(region(UCAYALI, "Ucayali"));
  }

  @Test
  void aReadEndsWhenTheNetworkFallsSilentAndAllIsWellOnceItIsBack() {
    Timeouts timeouts = new Timeouts(SHORT, SHORT, SHORT, LONG, LONG, LONG);
    try (Store store = open(way.hosts(), timeouts)) {
      store.publish(ucayali());
      // a connection that was used just now is not asked first whether it is alive
      store.latestReleaseNumber();
      way.mute();
      assertUnavailable(store::latestReleaseNumber);
      way.speak();
      assertThat(store.latestReleaseNumber()).isEqualTo(1);
    }
  }

  @Test
  void whoListensAndSaysNothingIsNotWaitedFor() {
    way.mute();
    assertUnavailable(() -> open(way.hosts(), new Timeouts(SHORT, SHORT, LONG, LONG, LONG, LONG)));
  }

  @Test
  void theLockOfANodeThatVanishedIsFreed() {
    Timeouts timeouts = new Timeouts(LONG, LONG, LONG, SHORT, LONG, SHORT);
    try (Store vanishing = open(way.hosts(), timeouts);
        Store other = open(direct.hosts(), Timeouts.USUAL)) {
      assertUnavailable(
          () ->
              vanishing.rehearse(
                  List.of(ucayali()),
                  Actor.PROGRAM,
                  writing -> {
                    way.mute();
                    return other.publish(ucayali());
                  }));
      assertThat(other.latestReleaseNumber()).isEqualTo(1);
    }
  }

  /** Its machine is there and the network too, so that keepalives find nothing wrong. */
  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // writing heeds no other
  void whoReadsNothingOfWhatIsSentIsNotWaitedFor() throws Exception {
    Timeouts timeouts = new Timeouts(LONG, LONG, LONG, LONG, Duration.ofMillis(500), LONG);
    Properties properties = timeouts.in(direct.toWrite(cluster.environment()));
    String url = direct.jdbcUrl().replace(direct.hosts(), way.hosts());
    cluster.run(database.name(), "CREATE TABLE public.note (words TEXT)");
    try (Connection connection = new Driver().connect(url, properties)) {
      BinaryCopy rows = new BinaryCopy(connection, "public.note", "words");
      way.deafen();
      String more = "x".repeat(1 << 20);
      SQLException told =
          catchThrowableOfType(
              SQLException.class,
              () -> {
                while (true) { // until all that lies between is full
                  rows.add(more);
                }
              });
      assertThat(Failures.explain("here", told)).isInstanceOf(UnavailableException.class);
      assertThat(connection.isClosed()).isTrue();
    }
    way.close();
    assertThat(cluster.ask(database.name(), "SELECT count(*) FROM public.note")).isEqualTo("0");
  }

  /** The server says nothing for longer than a read would wait. */
  @Test
  void aWriterIsNotCutOffWhileTheServerIsAtWork() throws Exception {
    ExecutorService executor = Executors.newSingleThreadExecutor();
    Duration second = Duration.ofSeconds(1);
    try (Store store = open(direct.hosts(), new Timeouts(LONG, LONG, second, LONG, LONG, LONG));
        Connection holder = cluster.connect(database.name());
        Statement statement = holder.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(" + PostgisMigrations.LOCK + ")");
      Future<Release> release = executor.submit(() -> store.publish(ucayali()));
      String waiting = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted";
      while (!cluster.ask(database.name(), waiting).equals("1")) {
        assertThat(release.isDone()).isFalse();
      }
      statement.execute("SELECT pg_sleep(1.5)");
      statement.execute("SELECT pg_advisory_unlock(" + PostgisMigrations.LOCK + ")");
      assertThat(release.get().number()).isEqualTo(1);
    } finally {
      executor.shutdown();
    }
  }

  /** An hour of silence is allowed where it may be work; that the other end is there is asked. */
  @Test
  void bothEndsAskWhetherTheOtherIsThere() throws SQLException, IOException {
    Properties properties = Timeouts.USUAL.in(direct.toRead(cluster.environment()));
    try (Connection connection = new Driver().connect(direct.jdbcUrl(), properties)) {
      assertThat(
              Sql.query(
                  connection,
                  "SELECT setting FROM pg_settings WHERE name IN ('tcp_keepalives_idle',"
                      + " 'tcp_keepalives_interval', 'tcp_keepalives_count') ORDER BY name DESC",
                  row -> row.getInt(1)))
          .as("interval, idle, count")
          .containsExactly(
              Timeouts.KEEPALIVE_INTERVAL_SECONDS,
              Timeouts.KEEPALIVE_IDLE_SECONDS,
              Timeouts.KEEPALIVE_COUNT);
    }
    assertThat(properties)
        .containsEntry("tcpKeepAlive", "true")
        .containsEntry("socketFactory", KeepAliveSockets.class.getName());
    try (Socket socket = new KeepAliveSockets("1").createSocket()) {
      assertThat(socket.getOption(ExtendedSocketOptions.TCP_KEEPIDLE))
          .isEqualTo(Timeouts.KEEPALIVE_IDLE_SECONDS);
    }
  }
}
