package org.yunga.geodata.format.kml;

import org.yunga.geodata.format.support.Dates;
import org.yunga.geodata.table.ColumnType;

/**
 * What the values of one name look like. The schemas of KML know no dates, and no whole number
 * beyond 32 bits, so that programs declare them as text and as "double".
 */
final class KmlColumn {

  private static final int MOST_DIGITS = 18;

  private boolean dates = true;
  private boolean times = true;
  private boolean whole = true;

  void see(String text) {
    dates = dates && Dates.date(text).isPresent();
    times = times && Dates.dateTime(text).isPresent();
    whole = whole && isWhole(text);
  }

  private static boolean isWhole(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    boolean digits = text.length() > start && text.length() - start <= MOST_DIGITS;
    for (int i = start; digits && i < text.length(); i++) {
      digits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return digits;
  }

  /** What the schema declares, or the narrower type that all values are of. */
  ColumnType type(ColumnType declared) {
    return switch (declared) {
      case TEXT -> dates ? ColumnType.DATE : times ? ColumnType.DATE_TIME : ColumnType.TEXT;
      case DECIMAL -> whole ? ColumnType.INTEGER : ColumnType.DECIMAL;
      default -> declared;
    };
  }
}
