package org.yunga.core.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.yunga.core.store.Store;
import org.yunga.core.store.sql.Sql;

/**
 * A private PostgreSQL with PostGIS, or the one that {@code YUNGA_TEST_POSTGIS} names ({@code
 * postgresql://host:port/database}, credentials as for Yunga). Tests are skipped where there is
 * none, but fail where {@code YUNGA_REQUIRE_ALL} is set.
 */
public final class PostgisCluster implements AutoCloseable {

  private static final String TEMPLATE = "yunga_template_" + ProcessHandle.current().pid();
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private static PostgisCluster shared;

  private final Process process;
  private final BufferedReader answers;
  private final Path complaints;
  private final PostgisAddress address;
  private final Map<String, String> environment;

  private PostgisCluster(
      Process process,
      BufferedReader answers,
      Path complaints,
      PostgisAddress address,
      Map<String, String> env) {
    this.process = process;
    this.answers = answers;
    this.complaints = complaints;
    this.address = address;
    this.environment = env;
  }

  /** One for all tests of this JVM. */
  static synchronized PostgisCluster shared() {
    if (shared == null) {
      String named = System.getenv("YUNGA_TEST_POSTGIS");
      shared = named == null ? start("max_connections=100") : at(PostgisAddress.parse(named));
      shared.makeTemplate();
      // in a cluster that is not ours nothing stays
      Runtime.getRuntime().addShutdownHook(new Thread(shared::dropTemplate));
    }
    return shared;
  }

  /** The user of an address would go before that of a test that comes as somebody else. */
  private static PostgisCluster at(PostgisAddress named) {
    Map<String, String> environment = new HashMap<>(System.getenv());
    named.user().ifPresent(user -> environment.put("PGUSER", user));
    PostgisAddress address =
        new PostgisAddress(named.hosts(), named.database(), Optional.empty(), named.options());
    return new PostgisCluster(null, null, null, address, environment);
  }

  /** One of its own, for tests that stop it. */
  static PostgisCluster start(String... settings) {
    try {
      Path complaints = Files.createTempFile("postgis", ".stderr");
      Process process = script("shared_buffers=64MB " + String.join(" ", settings), complaints);
      BufferedReader answers =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      String port = answers.readLine();
      boolean required = Boolean.parseBoolean(System.getenv("YUNGA_REQUIRE_ALL"));
      assumeTrue(port != null || required, "no PostgreSQL with PostGIS here");
      assertThat(port)
          .as(() -> "port of a private PostGIS; is it installed? " + text(complaints))
          .isNotNull();
      Map<String, String> environment = new HashMap<>();
      environment.put("PGUSER", "bench");
      PostgisAddress address = PostgisAddress.parse("postgresql://127.0.0.1:" + port + "/postgres");
      PostgisCluster cluster =
          new PostgisCluster(process, answers, complaints, address, environment);
      Runtime.getRuntime().addShutdownHook(new Thread(cluster::close));
      return cluster;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends with its input. */
  private static Process script(String settings, Path complaints) throws IOException {
    String script =
        "source scripts/lib.sh; source scripts/bench-peer/postgis.sh;"
            + (" start_postgis " + settings + "; echo $PGPORT;")
            + " while read -r command; do \"${command}_postgis\"; echo done; done; stop_postgis";
    return new ProcessBuilder("bash", "-c", script)
        .directory(Path.of("..").toAbsolutePath().toFile())
        .redirectError(complaints.toFile())
        .start();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the server, as an administrator does: connections die. */
  void stop() {
    command("halt");
  }

  /** Starts it again. */
  void resume() {
    command("resume");
  }

  /** Starts a server that follows this one; gives an address that reads from it. */
  PostgisAddress replicate() {
    send("replicate");
    try {
      String port = answers.readLine();
      assertDone(answers.readLine());
      String text =
          "postgresql://%s,127.0.0.1:%s/%s?targetServerType=preferSecondary"
              .formatted(address.hosts(), port, address.database());
      return PostgisAddress.parse(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the server that follows. */
  void abandonReplica() {
    command("abandon");
  }

  private void send(String name) {
    try {
      process.getOutputStream().write((name + "\n").getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void command(String name) {
    send(name);
    try {
      assertDone(answers.readLine());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void assertDone(String answer) {
    assertThat(answer).as(() -> text(complaints)).isEqualTo("done");
  }

  Map<String, String> environment() {
    return environment;
  }

  /** An address with another database. */
  PostgisAddress at(String database) {
    return new PostgisAddress(address.hosts(), database, address.user(), address.options());
  }

  /** A new database that has the tables already. */
  String newDatabase() {
    return newDatabase("TEMPLATE " + TEMPLATE);
  }

  /** A new database with nothing in it. */
  String emptyDatabase() {
    return newDatabase("TEMPLATE template0 ENCODING 'UTF8'");
  }

  private String newDatabase(String how) {
    String name = "yunga_test_" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet();
    administer("CREATE DATABASE " + name + " " + how);
    return name;
  }

  void drop(String database) {
    administer("DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
  }

  private void makeTemplate() {
    administer("DROP DATABASE IF EXISTS " + TEMPLATE);
    administer("CREATE DATABASE " + TEMPLATE);
    open(TEMPLATE).close();
  }

  private void dropTemplate() {
    if (process == null) {
      drop(TEMPLATE);
    }
  }

  Store open(String database) {
    return PostgisStore.open(at(database), environment);
  }

  Store open(String database, Clock clock) {
    return PostgisStore.open(
        at(database), environment, clock, java.time.Duration.ofSeconds(10), 4, Timeouts.USUAL);
  }

  /** From now on others than the administrator need a password for a database. */
  void requirePassword(String database) {
    String file = ask(address.database(), "SHOW hba_file");
    administer(
        "COPY (SELECT 'host %1$s bench 127.0.0.1/32 trust' UNION ALL SELECT 'host %1$s all 127.0.0.1/32 scram-sha-256' UNION ALL SELECT 'host all all 127.0.0.1/32 trust') TO '%2$s'"
            .formatted(database, file));
    administer("SELECT pg_reload_conf()");
  }

  void administer(String sql) {
    run(address.database(), sql);
  }

  /** Runs statements in a database, from outside of any store. */
  void run(String database, String... statements) {
    run(at(database), statements);
  }

  /** Runs statements anywhere. */
  void run(PostgisAddress where, String... statements) {
    try (Connection connection = connect(where);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first value of a query. */
  String ask(String database, String sql) {
    try (Connection connection = connect(database)) {
      return Sql.query(connection, sql, row -> row.getString(1)).get(0);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  Connection connect(String database) throws SQLException {
    return connect(at(database));
  }

  private Connection connect(PostgisAddress where) throws SQLException {
    return DriverManager.getConnection(
        where.jdbcUrl() + "?currentSchema=yunga,public", where.toWrite(environment));
  }

  @Override
  public void close() {
    if (process != null && process.isAlive()) {
      try {
        process.getOutputStream().close();
        process.waitFor();
        Files.deleteIfExists(complaints);
      } catch (IOException | InterruptedException e) {
        process.destroy();
      }
    }
  }
}
