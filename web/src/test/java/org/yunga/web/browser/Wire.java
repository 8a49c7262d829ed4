package org.yunga.web.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a page asks for over the wire, when, and how many bytes come, heads of answers included. */
final class Wire {

  private static final int KILOBYTE = 1024;
  private static final double BYTES_A_SECOND = 400_000 / 8.0;

  private final CDPSession session;
  private final Map<String, Asked> asked = new LinkedHashMap<>();

  private static final class Asked {
    private final String path;
    private final double start;
    private double head;
    private double end;
    private double bytes;

    Asked(String path, double start) {
      this.path = path;
      this.start = start;
    }

    String part() {
      return path.equals("/") ? "page" : path.startsWith("/v/") ? "program" : "data";
    }
  }

  Wire(Page page) {
    session = page.context().newCDPSession(page);
    session.send("Network.enable");
    session.on(
        "Network.requestWillBeSent",
        event -> {
          String address = event.getAsJsonObject("request").get("url").getAsString();
          if (address.startsWith("http")) {
            asked.put(id(event), new Asked(URI.create(address).getPath(), moment(event)));
          }
        });
    session.on(
        "Network.responseReceived",
        event -> {
          if (asked.containsKey(id(event))) {
            asked.get(id(event)).head = moment(event);
          }
        });
    session.on(
        "Network.loadingFinished",
        event -> {
          Asked file = asked.get(id(event));
          if (file != null) {
            file.end = moment(event);
            file.bytes = event.get("encodedDataLength").getAsDouble();
          }
        });
  }

  private static String id(JsonObject event) {
    return event.get("requestId").getAsString();
  }

  private static double moment(JsonObject event) {
    return event.get("timestamp").getAsDouble();
  }

  /** The link of a field office, 0.4 Mbit/s and 400 ms, and a processor as many times slower. */
  void slow(int times) {
    JsonObject link = new JsonObject();
    link.addProperty("offline", false);
    link.addProperty("latency", 400);
    link.addProperty("downloadThroughput", BYTES_A_SECOND);
    link.addProperty("uploadThroughput", BYTES_A_SECOND);
    session.send("Network.emulateNetworkConditions", link);
    slowProcessor(times);
  }

  void slowProcessor(int times) {
    JsonObject processor = new JsonObject();
    processor.addProperty("rate", times);
    session.send("Emulation.setCPUThrottlingRate", processor);
  }

  double of(String part) {
    return files().stream().filter(f -> f.part().equals(part)).mapToDouble(f -> f.bytes).sum()
        / KILOBYTE;
  }

  double all() {
    return files().stream().mapToDouble(file -> file.bytes).sum() / KILOBYTE;
  }

  private List<Asked> files() {
    return new ArrayList<>(asked.values());
  }

  /** Each file with the seconds at which it was asked for, began and ended; then bytes by part. */
  void print(String visit) {
    double begin = files().stream().mapToDouble(file -> file.start).min().orElse(0);
    files().stream()
        .sorted(Comparator.comparingDouble(file -> file.start))
        .forEach(
            file ->
                System.out.printf(
                    "%s: %5.2f %5.2f %5.2f s %6.1f KB %s%n",
                    visit,
                    file.start - begin,
                    file.head - begin,
                    file.end - begin,
                    file.bytes / KILOBYTE,
                    file.path.replaceFirst("/v/[0-9a-f]+", "")));
    Map<String, Double> parts = new TreeMap<>();
    files().forEach(file -> parts.merge(file.part(), file.bytes / KILOBYTE, Double::sum));
    System.out.printf("%s: %.1f KB in %d files: %s%n", visit, all(), asked.size(), parts);
  }
}
