package org.yunga.web.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.Sizes;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
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
    Report report = new Report(bench.root.resolve("target/bench/start.jsonl"));
    bench.times(report);
    bench.memory(report, boundaries);
    bench.bytes(report);
    report.finish();
    System.exit(0);
  }

  private void times(Report report) throws Exception {
    Samples first = new Samples();
    Samples second = new Samples();
    Samples peer = new Samples();
    for (int round = 0; round < ROUNDS; round++) {
      Path data = scratch.resolve("data" + round);
      first.add(millis(port -> yunga(data, port), QUESTION));
      second.add(millis(port -> yunga(data, port), QUESTION));
      peer.add(millis(this::emptyServer, "/"));
    }
    report.atMost(
        "S1",
        "second start, command to first answer; peer: empty Javalin",
        second,
        peer,
        "ms",
        2_000);
    report.atMost(
        "S2", "first start with reference data; peer: empty Javalin", first, peer, "ms", 5_000);
  }

  private interface Starter {
    Started start(int port) throws IOException;
  }

  private static double millis(Starter starter, String path) throws Exception {
    int port = Started.freePort();
    long start = System.nanoTime();
    try (Started server = starter.start(port)) {
      server.await("http://127.0.0.1:" + port + path);
      return (System.nanoTime() - start) / 1e6;
    }
  }

  private Started yunga(Path data, int port) throws IOException {
    return Started.yunga(root, scratch.resolve("log"), data, port);
  }

  private Started emptyServer(int port) throws IOException {
    return Started.of(
        scratch.resolve("log"),
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-cp",
            System.getProperty("java.class.path"),
            EmptyServer.class.getName(),
            "" + port));
  }

  /** Heap in use after a full collection, with all districts loaded and their map served once. */
  private void memory(Report report, List<String> boundaries) throws Exception {
    Path data = scratch.resolve("districts");
    List<String> load = new ArrayList<>(List.of(root + "/scripts/yunga", "boundaries", "load"));
    load.addAll(boundaries);
    load.addAll(List.of("--data", data.toString()));
    Commands.run(load);
    int port = Started.freePort();
    try (Started server = yunga(data, port)) {
      String address = "http://127.0.0.1:" + port;
      server.await(address + "/api/v1/region-sets/districts");
      server.await(address + "/api/v1/figures?indicator=coca_area&region-set=districts");
      String pid = String.valueOf(server.pid());
      Commands.run(List.of("jcmd", pid, "GC.run"));
      String heap = Commands.run(List.of("jcmd", pid, "GC.heap_info"));
      double megabytes = usedKilobytes(heap) / KILOBYTE;
      report.atMost("S3", "heap after start, all districts loaded", megabytes, "MB", 250);
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

  /** What Chromium takes over the wire until the first view is complete, headers included. */
  private void bytes(Report report) throws Exception {
    int port = Started.freePort();
    String address = "http://127.0.0.1:" + port + "/";
    Map<String, String> environment =
        Map.of(
            "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
            "1",
            "PLAYWRIGHT_NODEJS_PATH",
            System.getenv("PLAYWRIGHT_NODEJS_PATH"));
    try (Started server = yunga(scratch.resolve("data0"), port);
        Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        Browser browser =
            playwright
                .chromium()
                .launch(
                    new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getenv("YUNGA_CHROMIUM")))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")))) {
      server.await(address);
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
      report.atMost("S4", "first view over the wire, compressed", total / KILOBYTE, "KB", 150);
    }
  }
}
