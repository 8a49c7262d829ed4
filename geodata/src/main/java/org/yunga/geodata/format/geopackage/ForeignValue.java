package org.yunga.geodata.format.geopackage;

import java.time.LocalDate;
import java.util.List;
import org.yunga.geodata.format.support.Dates;
import org.yunga.geodata.table.Column;
import org.yunga.geodata.table.RowFlaw;

/** SQLite lets a column hold values of any type: what it holds, as the type that it declares. */
final class ForeignValue {

  private static final char REPLACEMENT = '\uFFFD';
  private static final double TWO_TO_53 = 9_007_199_254_740_992.0;

  private ForeignValue() {}

  /**
   * @param value as the driver gives it: Integer, Long, Double, String, bytes or null
   * @param flaws receives what is wrong
   */
  static Object of(Object value, Column column, String place, List<RowFlaw> flaws) {
    if (value == null) {
      return null;
    }
    Object read =
        switch (column.type()) {
          case TEXT -> text(value);
          case INTEGER -> integer(value);
          case DECIMAL -> decimal(value);
          case BOOLEAN -> bool(value);
          case DATE -> date(value);
          case DATE_TIME ->
              value instanceof String text
                  ? Dates.dateTime(text)
                      .or(() -> Dates.date(text).map(LocalDate::atStartOfDay))
                      .orElse(null)
                  : null;
        };
    if (read == null) {
      String shown = value instanceof byte[] bytes ? bytes.length + " bytes" : value.toString();
      flaws.add(new RowFlaw.UnreadableValue(place, column.name(), shown, column.type()));
    } else if (read instanceof String text && text.indexOf(REPLACEMENT) >= 0) {
      flaws.add(new RowFlaw.WrongEncoding(place, column.name(), text, "UTF-8"));
    }
    return read;
  }

  private static String text(Object value) {
    return value instanceof byte[] ? null : value.toString();
  }

  private static Long integer(Object value) {
    if (value instanceof Integer || value instanceof Long) {
      return ((Number) value).longValue();
    }
    if (value instanceof Double number) {
      boolean whole = number == Math.rint(number) && Math.abs(number) <= TWO_TO_53;
      return whole ? number.longValue() : null;
    }
    try {
      return value instanceof String text ? Long.valueOf(text.strip()) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static Double decimal(Object value) {
    try {
      double number =
          value instanceof Number given
              ? given.doubleValue()
              : value instanceof String text ? Double.parseDouble(text) : Double.NaN;
      return Double.isFinite(number) ? number : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static Boolean bool(Object value) {
    if (value instanceof Number number && (number.longValue() == 0 || number.longValue() == 1)) {
      return number.longValue() == 1;
    }
    if (value instanceof String text) {
      return text.equalsIgnoreCase("true")
          ? Boolean.TRUE
          : text.equalsIgnoreCase("false") ? Boolean.FALSE : null;
    }
    return null;
  }

  private static LocalDate date(Object value) {
    return value instanceof String text ? Dates.date(text).orElse(null) : null;
  }
}
