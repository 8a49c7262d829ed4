package org.yunga.geodata.format.shapefile;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.yunga.geodata.table.Column;
import org.yunga.geodata.table.ColumnType;
import org.yunga.geodata.table.RowFlaw;

/**
 * One field of a {@code .dbf}.
 *
 * @param column what it is read as
 * @param offset of its first byte in a record
 * @param width bytes
 */
record DbfField(Column column, int offset, int width) {

  private static final int LONGEST_INTEGER = 19;

  /** What a field is read as; null for types that hold no plain value. */
  static ColumnType type(char declared, int width, int decimals) {
    return switch (declared) {
      case 'C' -> ColumnType.TEXT;
      case 'N' ->
          decimals == 0 && width <= LONGEST_INTEGER ? ColumnType.INTEGER : ColumnType.DECIMAL;
      case 'F' -> ColumnType.DECIMAL;
      case 'L' -> ColumnType.BOOLEAN;
      case 'D' -> ColumnType.DATE;
      default -> null;
    };
  }

  /**
   * The value in a record.
   *
   * @param flaws receives what is wrong
   */
  Object value(byte[] record, Encoding encoding, String place, List<RowFlaw> flaws) {
    int from = offset;
    int to = offset + width;
    while (to > from && (record[to - 1] == ' ' || record[to - 1] == 0)) {
      to--;
    }
    if (to == from) {
      return null;
    }
    if (column.type() == ColumnType.TEXT) {
      return encoding.text(record, from, to, column.name(), place, flaws);
    }
    String text = new String(record, from, to - from, StandardCharsets.ISO_8859_1).strip();
    Object value = parsed(text);
    if (value == null && !meansNothing(text)) {
      flaws.add(new RowFlaw.UnreadableValue(place, column.name(), text, column.type()));
    }
    return value;
  }

  /** Blanks, stars (a number that did not fit, or none), a question mark, a date of noughts. */
  private boolean meansNothing(String text) {
    return text.isEmpty()
        || text.equals("?")
        || text.chars().allMatch(sign -> sign == '*')
        || (column.type() == ColumnType.DATE && text.chars().allMatch(sign -> sign == '0'));
  }

  private Object parsed(String text) {
    try {
      return switch (column.type()) {
        case INTEGER -> Long.valueOf(text);
        case DECIMAL -> finite(Double.parseDouble(text));
        case BOOLEAN ->
            "TtYySs".contains(text) ? Boolean.TRUE : "FfNn".contains(text) ? Boolean.FALSE : null;
        case DATE -> date(text);
        default -> null;
      };
    } catch (NumberFormatException | DateTimeException e) {
      return null;
    }
  }

  private static Double finite(double number) {
    return Double.isFinite(number) ? number : null;
  }

  private static LocalDate date(String text) {
    if (text.length() != 8 || !text.chars().allMatch(Character::isDigit)) {
      return null;
    }
    return LocalDate.of(
        Integer.parseInt(text.substring(0, 4)),
        Integer.parseInt(text.substring(4, 6)),
        Integer.parseInt(text.substring(6)));
  }
}
