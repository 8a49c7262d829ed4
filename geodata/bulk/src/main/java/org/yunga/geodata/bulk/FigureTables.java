package org.yunga.geodata.bulk;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yunga.core.aggregate.FixedPoint;

/**
 * Totals as tables of figures, a CSV (RFC 4180) for each set, kind and measure.
 *
 * @param tables by file name
 */
record FigureTables(SortedMap<String, String> tables) {

  /**
   * Makes the tables.
   *
   * @param totals all
   * @param few what is not told
   */
  static FigureTables of(BulkTotals totals, FewPlots few) {
    SortedMap<String, StringBuilder> tables = new TreeMap<>();
    totals
        .cells()
        .forEach(
            (cell, sums) -> {
              if (!cell.region().isEmpty() && few.isTold(cell)) {
                add(tables, cell, sums);
              }
            });
    SortedMap<String, String> texts = new TreeMap<>();
    tables.forEach((name, text) -> texts.put(name, text.toString()));
    return new FigureTables(texts);
  }

  private static void add(Map<String, StringBuilder> tables, Cell cell, Sums sums) {
    add(tables, cell, "count", String.valueOf(sums.count()));
    if (cell.form().equals("area")) {
      add(tables, cell, "hectares", number(FixedPoint.hectares(sums.size())));
    } else if (cell.form().equals("line")) {
      add(tables, cell, "metres", number(sums.size() / FixedPoint.UNITS));
    }
    if (sums.value() > 0) {
      add(tables, cell, "value", number(sums.value() / FixedPoint.UNITS));
    }
  }

  private static void add(
      Map<String, StringBuilder> tables, Cell cell, String measure, String value) {
    String name = fileName(cell.regionSet()) + "." + cell.kind() + "." + measure + ".csv";
    tables
        .computeIfAbsent(name, any -> new StringBuilder("region_code,period," + measure + "\n"))
        .append(quoted(cell.region()))
        .append(',')
        .append(cell.year())
        .append(',')
        .append(value)
        .append('\n');
  }

  private static String quoted(String text) {
    return text.matches("[^\",\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  /**
   * The name of a set as part of a file's name: letters of English, digits, and {@code -}, {@code
   * _} within; all else as in an address, so that two sets never share a file and none is hidden.
   */
  private static String fileName(String set) {
    StringBuilder name = new StringBuilder();
    for (byte one : set.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (one & 0xff);
      boolean plain =
          c < 128
              && (Character.isLetterOrDigit(c)
                  || c == '-' && name.length() > 0
                  || c == '_' && name.length() > 0);
      name.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
    }
    return name.toString();
  }

  /** All digits, no exponent; never three decimals alone, which could be taken for thousands. */
  private static String number(double value) {
    String text = BigDecimal.valueOf(value).toPlainString();
    return text.matches("-?\\d{1,3}\\.\\d{3}") ? text + "0" : text;
  }
}
