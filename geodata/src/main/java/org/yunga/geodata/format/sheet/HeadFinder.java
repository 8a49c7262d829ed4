package org.yunga.geodata.format.sheet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the row that names the columns, below titles, dates and logos that offices put above it.
 *
 * <p>The head is the first row that fills most of the width of the table, with texts only; years
 * count as texts. A first wide row that holds numbers is data: then there is no head.
 */
final class HeadFinder {

  /** Titles are not longer than this. */
  static final int ROWS = 50;

  private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");

  private HeadFinder() {}

  /**
   * Where the table starts.
   *
   * @param titles texts of the rows above it, one for each row
   * @param head the row of names; null when there is none
   * @param firstData number of the first row of data, or of the head
   */
  record Found(List<String> titles, RawRow head, long firstData) {}

  /** Looks at the first rows, empty ones left out. */
  static Found find(List<RawRow> rows) {
    long width = rows.stream().mapToLong(RawRow::filled).max().orElse(0);
    List<String> titles = new ArrayList<>();
    for (RawRow row : rows) {
      if (row.filled() * 5 >= width * 3) {
        return isHead(row)
            ? new Found(titles, row, row.number() + 1)
            : new Found(titles, null, row.number());
      }
      titles.add(text(row));
    }
    return new Found(titles, null, rows.isEmpty() ? 1 : rows.get(0).number());
  }

  private static boolean isHead(RawRow row) {
    for (Object cell : row.cells()) {
      boolean name =
          cell == null
              || cell instanceof String text
                  && (isYear(text) || NumberShape.of(text) == NumberShape.TEXT)
              || cell instanceof Long number && isYear(number.toString());
      if (!name) {
        return false;
      }
    }
    return true;
  }

  private static boolean isYear(String text) {
    return YEAR.matcher(text).matches();
  }

  private static String text(RawRow row) {
    StringBuilder text = new StringBuilder();
    for (Object cell : row.cells()) {
      if (cell != null) {
        text.append(text.length() == 0 ? "" : " ").append(cell);
      }
    }
    return text.toString();
  }

  /** Names for all columns: those of the head, made ones where it has none, each only once. */
  static List<String> names(RawRow head, int width) {
    List<String> names = new ArrayList<>();
    Set<String> used = new HashSet<>();
    for (int i = 0; i < width; i++) {
      Object cell = head == null ? null : head.cell(i);
      String name =
          cell == null
              ? Sheet.NAMELESS.es() + "_" + (i + 1)
              : cell.toString().strip().replaceAll("\\s+", " ");
      String unique = name;
      for (int again = 2; !used.add(unique.toLowerCase(Locale.ROOT)); again++) {
        unique = name + "_" + again;
      }
      names.add(unique);
    }
    return names;
  }
}
