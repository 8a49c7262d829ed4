package org.yunga.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * Chromium of the machine, driven by Playwright with the machine's own Node, or with the bundled
 * one where {@code YUNGA_BUNDLED_NODE=true}. Collects what must not happen: errors on the console,
 * requests to another host.
 *
 * <p>Where Node or Chromium is missing, tests are skipped; with {@code YUNGA_REQUIRE_ALL=true} (as
 * scripts/test sets it) they fail.
 */
final class AppBrowser implements AutoCloseable {

  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  /** What is expected usually holds at once; a machine with much else to do is given time. */
  private static final double PATIENCE_MS = 20_000;

  private final Playwright playwright;
  private final Browser browser;
  private final String address;
  private final List<String> complaints = new ArrayList<>();

  AppBrowser(String address) {
    this.address = address;
    Path chromium = required("chromium", "chromium");
    Map<String, String> environment = new HashMap<>(System.getenv());
    if (!"true".equals(System.getenv("YUNGA_BUNDLED_NODE"))) {
      environment.put("PLAYWRIGHT_NODEJS_PATH", required("node", "nodejs").toString());
    }
    environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(chromium).setArgs(FLAGS));
  }

  private static Path required(String command, String debianPackage) {
    Optional<Path> path =
        Arrays.stream(System.getenv("PATH").split(":"))
            .map(folder -> Path.of(folder, command))
            .filter(Files::isExecutable)
            .findFirst();
    if (path.isEmpty() && "true".equals(System.getenv("YUNGA_REQUIRE_ALL"))) {
      throw new AssertionError(command + " is missing: apt install " + debianPackage);
    }
    Assumptions.assumeTrue(path.isPresent(), command + " is not on this machine");
    return path.get();
  }

  /** Opens the app on a laptop's screen and waits for its first view. */
  Page laptop(String pathAndQuery) {
    return open(pathAndQuery, 1366, 900);
  }

  /** Opens the app on a small phone and waits for its first view. */
  Page phone(String pathAndQuery) {
    return open(pathAndQuery, 360, 740);
  }

  private Page open(String pathAndQuery, int width, int height) {
    Page page = page(width, height);
    page.navigate(address + pathAndQuery);
    ready(page);
    return page;
  }

  /** A browser of its own, without anything kept, that has not opened the app yet. */
  Page page(int width, int height) {
    return page(new Browser.NewContextOptions().setViewportSize(width, height));
  }

  /** The same on a small phone whose browser has no service workers. */
  Page pageWithoutWorker() {
    return page(
        new Browser.NewContextOptions()
            .setViewportSize(360, 740)
            .setServiceWorkers(ServiceWorkerPolicy.BLOCK));
  }

  /**
   * The same on a laptop's screen, with pages as a browser shows them that runs no script: their
   * scripts are taken out of them, so that a test can still ask what is there.
   */
  Page pageWithoutScript() {
    Page page = page(1366, 900);
    page.route(
        "**/*",
        route -> {
          APIResponse answer = route.fetch();
          // The policy names the styles in the page as they were.
          Map<String, String> headers = new HashMap<>(answer.headers());
          headers.remove("content-security-policy");
          Route.FulfillOptions options =
              new Route.FulfillOptions().setResponse(answer).setHeaders(headers);
          if (answer.headers().get("content-type").matches("text/(html|css).*")) {
            options.setBody(
                answer
                    .text()
                    .replaceAll("(?s)<script.*?</script>", "")
                    .replaceAll("</?noscript>", "")
                    .replace("(scripting: none)", "all"));
          }
          route.fulfill(options);
        });
    return page;
  }

  /** The same, as told. */
  Page page(Browser.NewContextOptions options) {
    Page page = browser.newContext(options).newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.type().equals("warning")) {
            complaints.add(message.type() + ": " + message.text());
          }
        });
    page.onPageError(error -> complaints.add("page error: " + error));
    page.onRequest(
        request -> {
          if (!request.url().startsWith(address) && !request.url().startsWith("data:")) {
            complaints.add("request to another host: " + request.url());
          }
        });
    return page;
  }

  String address() {
    return address;
  }

  /** Waits until the page shows what its address says. */
  static void ready(Page page) {
    page.locator("html[data-ready=true]").waitFor();
  }

  /**
   * Fails when the console complained of anything but a server that does not answer, which is what
   * the test is about.
   */
  void assertOnlyUnreachable() {
    complaints.removeIf(
        complaint -> complaint.matches("(?s)error: (.*net::ERR_.*|ApiError: offline.*)"));
    assertNoComplaints();
  }

  /** Lets go of what the console said of the very thing that a test is about. */
  void forgetComplaints(String about) {
    complaints.removeIf(complaint -> complaint.contains(about));
  }

  /** Fails when the console complained or another host was asked since the last call. */
  void assertNoComplaints() {
    List<String> all = List.copyOf(complaints);
    complaints.clear();
    assertThat(all).isEmpty();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
