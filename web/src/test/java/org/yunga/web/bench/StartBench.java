package org.yunga.web.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.Sizes;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What starting costs: from command to first answer, memory with all districts, bytes of the first
 * view. The peer of the times is the same web server with nothing in it, in turns in the same run.
 */
public final class StartBench {

  private static final int ROUNDS = 5;
  private static final String QUESTION =
      "/api/v1/figures?indicator=coca_area&region-set=departments&period=2024";
  private static final double KILOBYTE = 1024;

  private final Path root;
  private final Path scratch;
  private final HttpClient client = HttpClient.newHttpClient();

  private StartBench(Path root) throws IOException {
    this.root = root;
    this.scratch = Files.createTempDirectory("yunga-bench");
  }

  /**
   * Runs it.
   *
   * @param arguments the project's folder, then boundary files
   */
  public static void main(String[] arguments) throws Exception {
    StartBench bench = new StartBench(Path.of(arguments[0]));
    List<String> boundaries = Arrays.asList(arguments).subList(1, arguments.length);
    Report report = new Report();
    bench.times(report);
    bench.memory(report, boundaries);
    bench.bytes(report);
    report.finish(bench.root.resolve("target/bench/start.jsonl"));
    System.exit(0);
  }

  private void times(Report report) throws Exception {
    List<Double> first = new ArrayList<>();
    List<Double> second = new ArrayList<>();
    List<Double> peer = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      String data = scratch.resolve("data" + round).toString();
      first.add(millis(port -> yunga(data, port), QUESTION));
      second.add(millis(port -> yunga(data, port), QUESTION));
      peer.add(millis(StartBench::emptyServer, "/"));
    }
    report.add(
        "S1",
        "second start, command to first answer; peer: empty Javalin",
        median(second),
        "ms",
        median(peer),
        2_000);
    report.add(
        "S2",
        "first start with reference data; peer: empty Javalin",
        median(first),
        "ms",
        median(peer),
        5_000);
  }

  private interface Starter {
    Process start(int port) throws IOException;
  }

  private double millis(Starter starter, String path) throws Exception {
    int port = freePort();
    long start = System.nanoTime();
    Process process = starter.start(port);
    try {
      awaitAnswer(process, "http://127.0.0.1:" + port + path);
      return (System.nanoTime() - start) / 1e6;
    } finally {
      stop(process);
    }
  }

  private Process yunga(String data, int port) throws IOException {
    return new ProcessBuilder(
            root.resolve("scripts/run").toString(), "--data", data, "--port", "" + port)
        .redirectErrorStream(true)
        .redirectOutput(scratch.resolve("log").toFile())
        .start();
  }

  private static Process emptyServer(int port) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-cp",
            System.getProperty("java.class.path"),
            EmptyServer.class.getName(),
            "" + port)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private void awaitAnswer(Process process, String url) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
    while (true) {
      try {
        if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException notYet) {
        if (!process.isAlive()) {
          throw new IllegalStateException(Files.readString(scratch.resolve("log")));
        }
        Thread.sleep(Duration.ofMillis(5).toMillis());
      }
    }
  }

  private static void stop(Process process) throws InterruptedException {
    process.destroy();
    process.waitFor();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  /** Heap in use after a full collection, with all districts loaded and their map served once. */
  private void memory(Report report, List<String> boundaries) throws Exception {
    String data = scratch.resolve("districts").toString();
    List<String> load = new ArrayList<>(List.of(root + "/scripts/yunga", "boundaries", "load"));
    load.addAll(boundaries);
    load.addAll(List.of("--data", data));
    run(load);
    int port = freePort();
    Process process = yunga(data, port);
    try {
      String address = "http://127.0.0.1:" + port;
      awaitAnswer(process, address + "/api/v1/region-sets/districts");
      awaitAnswer(process, address + "/api/v1/figures?indicator=coca_area&region-set=districts");
      String pid = String.valueOf(process.pid());
      run(List.of("jcmd", pid, "GC.run"));
      String heap = run(List.of("jcmd", pid, "GC.heap_info"));
      double megabytes = usedKilobytes(heap) / KILOBYTE;
      report.add("S3", "heap after start, all districts loaded", megabytes, "MB", 0, 250);
    } finally {
      stop(process);
    }
  }

  /** Old and new generation together; what follows in the text is not heap. */
  private static double usedKilobytes(String heapInfo) {
    double sum = 0;
    Matcher used =
        Pattern.compile("(?:new generation|tenured generation).*used (\\d+)K").matcher(heapInfo);
    while (used.find()) {
      sum += Double.parseDouble(used.group(1));
    }
    if (sum == 0) {
      throw new IllegalStateException(heapInfo);
    }
    return sum;
  }

  private static String run(List<String> command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(command + "\n" + output);
    }
    return output;
  }

  /** What Chromium takes over the wire until the first view is complete, headers included. */
  private void bytes(Report report) throws Exception {
    int port = freePort();
    Process process = yunga(scratch.resolve("data0").toString(), port);
    String address = "http://127.0.0.1:" + port + "/";
    Map<String, String> environment =
        Map.of(
            "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
            "1",
            "PLAYWRIGHT_NODEJS_PATH",
            System.getenv("PLAYWRIGHT_NODEJS_PATH"));
    try (Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        Browser browser =
            playwright
                .chromium()
                .launch(
                    new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getenv("YUNGA_CHROMIUM")))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")))) {
      awaitAnswer(process, address);
      Page page = browser.newPage();
      List<Request> requests = new ArrayList<>();
      page.onRequestFinished(requests::add);
      page.navigate(address);
      page.locator("html[data-ready=true]").waitFor();
      page.waitForTimeout(500);
      double total = 0;
      for (Request request : requests) {
        Sizes sizes = request.sizes();
        double bytes = sizes.responseBodySize + sizes.responseHeadersSize;
        System.out.printf("     %,9.0f bytes  %s%n", bytes, URI.create(request.url()).getPath());
        total += bytes;
      }
      report.add("S4", "first view over the wire, compressed", total / KILOBYTE, "KB", 0, 150);
    } finally {
      stop(process);
    }
  }
}
