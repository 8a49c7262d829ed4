package org.yunga.web.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures of a benchmark: printed as a table, written as JSON, one line each. */
final class Report {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Map<String, Object>> lines = new ArrayList<>();

  /**
   * Adds a figure.
   *
   * @param id of the figure
   * @param what is measured, and of the peer
   * @param value median
   * @param unit of value, peer and bar
   * @param peer the peer's value in the same run; 0 without a peer
   * @param bar the most that value may be
   */
  void add(String id, String what, double value, String unit, double peer, double bar) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", id);
    line.put("case", what);
    line.put("value", value);
    line.put("unit", unit);
    line.put("peer value", peer == 0 ? null : peer);
    line.put("ratio", peer == 0 ? null : Math.round(value / peer * 100) / 100.0);
    line.put("bar", bar);
    line.put("holds", value <= bar);
    lines.add(line);
  }

  /** Prints the table and writes the file. */
  void finish(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    StringBuilder json = new StringBuilder();
    System.out.printf(
        Locale.ROOT,
        "%-4s %-62s %10s %-4s %10s %6s %8s  %s%n",
        "id",
        "case",
        "value",
        "unit",
        "peer",
        "ratio",
        "bar",
        "holds");
    for (Map<String, Object> line : lines) {
      json.append(JSON.writeValueAsString(line)).append('\n');
      System.out.printf(
          Locale.ROOT,
          "%-4s %-62s %,10.0f %-4s %10s %6s %,8.0f  %s%n",
          line.get("id"),
          line.get("case"),
          line.get("value"),
          line.get("unit"),
          line.get("peer value") == null
              ? ""
              : String.format(Locale.ROOT, "%,.0f", line.get("peer value")),
          line.get("ratio") == null ? "" : line.get("ratio"),
          line.get("bar"),
          Boolean.TRUE.equals(line.get("holds")) ? "yes" : "NO");
    }
    Files.writeString(file, json);
    System.out.println("-> " + file);
  }
}
