package org.yunga.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.yunga.core.store.Store;
import org.yunga.core.store.postgis.PostgisAddress;
import org.yunga.core.store.postgis.PostgisStore;

/**
 * A PostgreSQL with PostGIS of this test's own, which it may stop; or a database of its own in the
 * cluster that {@code YUNGA_TEST_POSTGIS} names. Skips the test without one.
 */
public final class PrivatePostgis implements AutoCloseable {

  private static final PostgisAddress NAMED =
      Optional.ofNullable(System.getenv("YUNGA_TEST_POSTGIS"))
          .map(PostgisAddress::parse)
          .orElse(null);

  /** Null for a database in a cluster that is not ours. */
  private final Process process;

  private final BufferedReader answers;
  private final PostgisAddress address;

  private PrivatePostgis(Process process, BufferedReader answers, PostgisAddress address) {
    this.process = process;
    this.answers = answers;
    this.address = address;
  }

  /** A database for a test that neither stops nor changes the server; dropped when it is closed. */
  public static PrivatePostgis database() throws IOException, SQLException {
    if (NAMED == null) {
      return start();
    }
    String name = "yunga_test_" + ProcessHandle.current().pid() + "_" + System.nanoTime();
    administer("CREATE DATABASE " + name + " TEMPLATE template0 ENCODING 'UTF8'");
    return new PrivatePostgis(
        null, null, new PostgisAddress(NAMED.hosts(), name, NAMED.user(), NAMED.options()));
  }

  private static void administer(String sql) throws SQLException {
    run(NAMED, sql);
  }

  /** Runs a statement, from outside of any store. */
  public void run(String sql) throws SQLException {
    run(address, sql);
  }

  private static void run(PostgisAddress address, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(jdbcUrl(address));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Starts one; it ends with this object, or with the JVM. */
  public static PrivatePostgis start() throws IOException {
    String script =
        "source scripts/lib.sh; source scripts/bench-peer/postgis.sh;"
            + " start_postgis shared_buffers=64MB; echo $PGPORT;"
            + " while read -r command; do \"${command}_postgis\"; echo done; done";
    Path complaints = Files.createTempFile("postgis", ".stderr");
    complaints.toFile().deleteOnExit();
    Process process =
        new ProcessBuilder("bash", "-c", script)
            .directory(Path.of("..").toAbsolutePath().toFile())
            .redirectError(complaints.toFile())
            .start();
    BufferedReader answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String port = answers.readLine();
    boolean required = Boolean.parseBoolean(System.getenv("YUNGA_REQUIRE_ALL"));
    assumeTrue(port != null || required, "no PostgreSQL with PostGIS here");
    if (port == null) {
      fail("No private PostGIS; is it installed? " + Files.readString(complaints));
    }
    return new PrivatePostgis(
        process,
        answers,
        PostgisAddress.parse("postgresql://bench@127.0.0.1:" + port + "/postgres"));
  }

  /** As people write it. */
  public String address() {
    return "postgresql://"
        + address.user().map(user -> encoded(user) + "@").orElse("")
        + address.hosts()
        + "/"
        + encoded(address.database())
        + query(address.options());
  }

  /** For JDBC, which knows nothing of the environment. */
  public String jdbcUrl() {
    return jdbcUrl(address);
  }

  private static String jdbcUrl(PostgisAddress address) {
    Map<String, String> login = new TreeMap<>(address.options());
    address
        .user()
        .or(() -> Optional.ofNullable(System.getenv("PGUSER")))
        .ifPresent(user -> login.put("user", user));
    Optional.ofNullable(System.getenv("PGPASSWORD")).ifPresent(word -> login.put("password", word));
    return "jdbc:postgresql://"
        + address.hosts()
        + "/"
        + encoded(address.database())
        + query(login);
  }

  private static String query(Map<String, String> members) {
    return members.isEmpty()
        ? ""
        : members.entrySet().stream()
            .map(member -> member.getKey() + "=" + encoded(member.getValue()))
            .collect(Collectors.joining("&", "?", ""));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** A store in it, as each node has one. */
  public Store open() {
    return PostgisStore.open(address, System.getenv());
  }

  /** Ends the server; its data stays. */
  public void stop() throws IOException {
    command("halt");
  }

  /** Starts it again. */
  public void resume() throws IOException {
    command("resume");
  }

  private void command(String name) throws IOException {
    process.getOutputStream().write((name + "\n").getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
    assertThat(answers.readLine()).isEqualTo("done");
  }

  @Override
  public void close() throws IOException, InterruptedException, SQLException {
    if (process == null) {
      administer("DROP DATABASE IF EXISTS " + address.database() + " WITH (FORCE)");
      return;
    }
    process.getOutputStream().close();
    process.waitFor();
  }
}
