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
   * Adds a figure with the most it may be.
   *
   * @param id of the figure
   * @param what is measured, and of the peer
   * @param value median
   * @param unit of value, peer and bar
   * @param peer the peer's value in the same run; 0 without a peer
   * @param bar the most that value may be
   */
  void add(String id, String what, double value, String unit, double peer, double bar) {
    Double ratio = peer == 0 ? null : Math.round(value / peer * 100) / 100.0;
    line(id, what, value, unit, peer, ratio, bar, "at most", value <= bar);
  }

  /**
   * Adds a figure that has to be a number of times smaller than the peer's.
   *
   * @param id of the figure
   * @param what is measured, and of the peer
   * @param value median
   * @param unit of value and peer
   * @param peer the peer's value in the same run
   * @param times the least that peer / value may be
   */
  void addFaster(String id, String what, double value, String unit, double peer, double times) {
    double ratio = peer / value;
    line(id, what, value, unit, peer, ratio, times, "times faster", ratio >= times);
  }

  private void line(
      String id,
      String what,
      double value,
      String unit,
      double peer,
      Double ratio,
      double bar,
      String barIs,
      boolean holds) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", id);
    line.put("case", what);
    line.put("value", value);
    line.put("unit", unit);
    line.put("peer value", peer == 0 ? null : peer);
    line.put("ratio", ratio);
    line.put("bar", bar);
    line.put("bar is", barIs);
    line.put("holds", holds);
    lines.add(line);
  }

  /** Prints the table and writes the file. */
  void finish(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    StringBuilder json = new StringBuilder();
    String row = "%-4s %-62s %10s %-5s %10s %9s %8s %-12s %s%n";
    System.out.printf(
        row, "id", "case", "value", "unit", "peer", "ratio", "bar", "bar is", "holds");
    for (Map<String, Object> line : lines) {
      json.append(JSON.writeValueAsString(line)).append('\n');
      System.out.printf(
          row,
          line.get("id"),
          line.get("case"),
          number(line.get("value")),
          line.get("unit"),
          number(line.get("peer value")),
          number(line.get("ratio")),
          number(line.get("bar")),
          line.get("bar is"),
          Boolean.TRUE.equals(line.get("holds")) ? "yes" : "NO");
    }
    Files.writeString(file, json);
    System.out.println("-> " + file);
  }

  /** Whole from 100 up, three decimals below. */
  private static String number(Object value) {
    if (value == null) {
      return "";
    }
    double number = ((Number) value).doubleValue();
    return String.format(
        Locale.ROOT, number >= 100 || number == Math.rint(number) ? "%,.0f" : "%.3f", number);
  }
}
