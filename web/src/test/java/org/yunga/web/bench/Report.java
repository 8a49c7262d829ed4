package org.yunga.web.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The figures of a benchmark: written as JSON when they come, one line each, so that a run that is
 * cut off leaves what it measured; at the end printed as a Markdown table.
 */
final class Report {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final List<Map<String, Object>> lines = new ArrayList<>();

  /** Begins the file anew. */
  Report(Path file) throws IOException {
    this.file = file;
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
    System.out.printf(Locale.ROOT, "load average %.1f%n", load());
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  /** Adds a figure with the most that its median may be. */
  void atMost(String id, String what, Samples ours, String unit, double bar) throws IOException {
    line(id, what, ours, unit, null, null, "at most " + number(bar), ours.median() <= bar);
  }

  /** Adds a figure with the most it may be. */
  void atMost(String id, String what, double ours, String unit, double bar) throws IOException {
    atMost(id, what, Samples.of(ours), unit, bar);
  }

  /** Adds a figure with the most that its median may be, and a peer to look at. */
  void atMost(String id, String what, Samples ours, Samples peer, String unit, double bar)
      throws IOException {
    double ratio = ours.median() / peer.median();
    line(id, what, ours, unit, peer, ratio, "at most " + number(bar), ours.median() <= bar);
  }

  /** Adds a figure whose median has to be a number of times smaller than the peer's. */
  void faster(String id, String what, Samples ours, Samples peer, String unit, double times)
      throws IOException {
    double ratio = peer.median() / ours.median();
    line(id, what, ours, unit, peer, ratio, number(times) + " times faster", ratio >= times);
  }

  /** Adds a race that has to be won by so many times. */
  void faster(String id, String what, Race race, String unit, double times) throws IOException {
    double ratio = race.ratio();
    String bar = number(times) + " times faster";
    line(id, what, race.ours(), unit, race.theirs(), ratio, bar, ratio >= times);
  }

  /** Adds a figure whose median has to be at least a share of the peer's. */
  void share(String id, String what, Samples ours, Samples peer, String unit, double share)
      throws IOException {
    double ratio = ours.median() / peer.median();
    line(id, what, ours, unit, peer, ratio, "at least " + number(share), ratio >= share);
  }

  /** Adds a figure whose median may be at most so many times the peer's. */
  void ratioAtMost(String id, String what, Samples ours, Samples peer, String unit, double most)
      throws IOException {
    double ratio = ours.median() / peer.median();
    String bar = "at most " + number(most) + " times the peer";
    line(id, what, ours, unit, peer, ratio, bar, ratio <= most);
  }

  /** Adds a figure without a bar, beside a peer if there is one. */
  void tell(String id, String what, double ours, Samples peer, String unit) throws IOException {
    line(id, what, Samples.of(ours), unit, peer, null, "none", true);
  }

  /** Adds samples without a bar, beside a peer. */
  void tell(String id, String what, Samples ours, Samples peer, String unit) throws IOException {
    line(id, what, ours, unit, peer, ours.median() / peer.median(), "none", true);
  }

  private void line(
      String id,
      String what,
      Samples ours,
      String unit,
      Samples peer,
      Double ratio,
      String bar,
      boolean holds)
      throws IOException {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", id);
    line.put("case", what);
    line.put("median", ours.median());
    line.put("p95", ours.percentile(95));
    line.put("unit", unit);
    line.put("peer_median", peer == null ? null : peer.median());
    line.put("peer_p95", peer == null ? null : peer.percentile(95));
    line.put("ratio", ratio);
    line.put("bar", bar);
    line.put("holds", holds);
    line.put("load", load());
    line.put("samples", ours.values());
    line.put("peer_samples", peer == null ? null : peer.values());
    lines.add(line);
    Files.writeString(file, JSON.writeValueAsString(line) + "\n", StandardOpenOption.APPEND);
    System.out.println(row(line));
  }

  /** Prints the table. */
  void finish() {
    System.out.printf(Locale.ROOT, "load average %.1f -> %s%n%n", load(), file);
    System.out.println("| | case | Yunga | 95 % | peer | 95 % | ratio | bar | holds |");
    System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    lines.forEach(line -> System.out.println(row(line)));
  }

  private static String row(Map<String, Object> line) {
    String unit = " " + line.get("unit");
    boolean holds = Boolean.TRUE.equals(line.get("holds"));
    return "| %s | %s | %s | %s | %s | %s | %s | %s | %s |"
        .formatted(
            line.get("id"),
            line.get("case"),
            number(line.get("median")) + unit,
            number(line.get("p95")),
            number(line.get("peer_median")),
            number(line.get("peer_p95")),
            number(line.get("ratio")),
            line.get("bar"),
            holds ? "yes" : "**NO**");
  }

  /** Whole from 100 up, three digits that count below. */
  private static String number(Object value) {
    if (value == null) {
      return "";
    }
    double number = ((Number) value).doubleValue();
    if (number >= 100 || number == Math.rint(number)) {
      return String.format(Locale.ROOT, "%,.0f", number);
    }
    return String.format(
        Locale.ROOT, number >= 10 ? "%.1f" : number >= 1 ? "%.2f" : "%.3f", number);
  }
}
