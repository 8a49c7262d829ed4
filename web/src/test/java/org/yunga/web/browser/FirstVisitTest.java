package org.yunga.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yunga.geodata.reference.ReferenceData;

/**
 * What a visit costs on the link of a field office: 0.4 Mbit/s, 400 ms there and back, a processor
 * four times slower. Bytes are held to their budgets; times are printed, since they are those of
 * the machine.
 */
class FirstVisitTest {

  private static final int KILOBYTE = 1024;
  private static final double BYTES_A_SECOND = 400_000 / 8.0;

  @TempDir private static Path folder;

  private static RunningApp app;

  @BeforeAll
  static void start() {
    app = new RunningApp(folder, ReferenceData::install);
  }

  @AfterAll
  static void stop() {
    if (app != null) {
      app.close();
    }
  }

  /** Bytes over the wire by part of the page, heads of answers included. */
  private static final class Wire {
    private final Map<String, String> addresses = new HashMap<>();
    private final Map<String, Double> bytes = new TreeMap<>();
    private final CDPSession session;

    Wire(Page page) {
      session = page.context().newCDPSession(page);
      session.send("Network.enable");
      session.on(
          "Network.responseReceived",
          event ->
              addresses.put(
                  event.get("requestId").getAsString(),
                  event.getAsJsonObject("response").get("url").getAsString()));
      session.on(
          "Network.loadingFinished",
          event -> {
            String address = addresses.get(event.get("requestId").getAsString());
            if (address != null && address.startsWith("http")) {
              bytes.merge(part(address), event.get("encodedDataLength").getAsDouble(), Double::sum);
            }
          });
    }

    private static String part(String address) {
      String path = URI.create(address).getPath();
      return path.equals("/") ? "page" : path.startsWith("/v/") ? "program" : "data";
    }

    void slow() {
      JsonObject link = new JsonObject();
      link.addProperty("offline", false);
      link.addProperty("latency", 400);
      link.addProperty("downloadThroughput", BYTES_A_SECOND);
      link.addProperty("uploadThroughput", BYTES_A_SECOND);
      session.send("Network.emulateNetworkConditions", link);
      JsonObject processor = new JsonObject();
      processor.addProperty("rate", 4);
      session.send("Emulation.setCPUThrottlingRate", processor);
    }

    double of(String part) {
      return bytes.getOrDefault(part, 0.0) / KILOBYTE;
    }

    double all() {
      return bytes.values().stream().mapToDouble(Double::doubleValue).sum() / KILOBYTE;
    }

    void print(String visit) {
      bytes.forEach(
          (part, of) -> System.out.printf("%s: %s %.1f KB%n", visit, part, of / KILOBYTE));
      System.out.printf("%s: all %.1f KB%n", visit, all());
    }
  }

  @Test
  void aFirstAndASecondVisitKeepTheirBudgets() {
    Page page = app.pageWithoutWorker();
    Wire first = new Wire(page);
    first.slow();

    page.navigate(app.address() + "/");
    AppBrowser.ready(page);
    Object painted =
        page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime / 1000");
    Object ready = page.evaluate("performance.now() / 1000");
    page.waitForLoadState(LoadState.NETWORKIDLE);
    first.print("first visit");
    System.out.printf("first visit: readable %.1f s, interactive %.1f s%n", painted, ready);

    assertThat(first.of("page")).isLessThan(25);
    assertThat(first.of("program")).isLessThan(110);
    assertThat(first.all()).isBetween(60.0, 150.0);

    Page again = page.context().newPage();
    Wire second = new Wire(again);
    again.navigate(app.address() + "/");
    AppBrowser.ready(again);
    again.waitForLoadState(LoadState.NETWORKIDLE);
    second.print("second visit");
    assertThat(second.all()).isLessThan(5);
    app.forgetComplaints("Service Worker registration blocked");
    app.assertNoComplaints();
  }
}
