package org.yunga.web.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server that a benchmark started; it ends with the benchmark, also with one that is cut off. */
final class Started implements AutoCloseable {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final int OK = 200;
  private static final int POLL_MILLIS = 5;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Process process;
  private final Path log;
  private final Thread atExit;

  private Started(Process process, Path log) {
    this.process = process;
    this.log = log;
    this.atExit = new Thread(process::destroy);
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** Starts a command; what it says goes to the log. */
  static Started of(Path log, List<String> command) throws IOException {
    return new Started(
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start(),
        log);
  }

  /** Starts the product. */
  static Started yunga(Path root, Path log, Path data, int port) throws IOException {
    String script = root.resolve("scripts/run").toString();
    return of(log, List.of(script, "--data", data.toString(), "--port", "" + port));
  }

  /** A port on which nobody listens. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Returns when the address answers with 200. */
  void await(String url) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
    long latest = System.nanoTime() + PATIENCE.toNanos();
    while (status(request) != OK) {
      if (!process.isAlive() || System.nanoTime() > latest) {
        throw new IllegalStateException(url + " does not answer\n" + Files.readString(log));
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  private static int status(HttpRequest request) throws InterruptedException {
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException notYet) {
      return 0;
    }
  }

  long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().removeShutdownHook(atExit);
  }
}
