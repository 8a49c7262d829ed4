package org.yunga.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.yunga.core.store.Store;
import org.yunga.core.store.postgis.PostgisAddress;
import org.yunga.core.store.postgis.PostgisStore;

/** A PostgreSQL with PostGIS of this test's own, which it may stop. Skips the test without one. */
public final class PrivatePostgis implements AutoCloseable {

  private final Process process;
  private final BufferedReader answers;
  private final String port;

  private PrivatePostgis(Process process, BufferedReader answers, String port) {
    this.process = process;
    this.answers = answers;
    this.port = port;
  }

  /** Starts one; it ends with this object, or with the JVM. */
  public static PrivatePostgis start() throws IOException {
    String script =
        "source scripts/lib.sh; source scripts/bench-peer/postgis.sh;"
            + " start_postgis shared_buffers=64MB; echo $PGPORT;"
            + " while read -r command; do \"${command}_postgis\"; echo done; done";
    Process process =
        new ProcessBuilder("bash", "-c", script)
            .directory(Path.of("..").toAbsolutePath().toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String port = answers.readLine();
    boolean required = Boolean.parseBoolean(System.getenv("YUNGA_REQUIRE_ALL"));
    assumeTrue(port != null || required, "no PostgreSQL with PostGIS here");
    assertThat(port).as("port of a private PostGIS; is it installed?").isNotNull();
    return new PrivatePostgis(process, answers, port);
  }

  /** As people write it. */
  public String address() {
    return "postgresql://bench@127.0.0.1:" + port + "/postgres";
  }

  /** For JDBC. */
  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=bench";
  }

  /** A store in it, as each node has one. */
  public Store open() {
    return PostgisStore.open(PostgisAddress.parse(address()), Map.of());
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
  public void close() throws IOException, InterruptedException {
    process.getOutputStream().close();
    process.waitFor();
  }
}
