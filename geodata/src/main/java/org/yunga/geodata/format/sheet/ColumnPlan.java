package org.yunga.geodata.format.sheet;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.yunga.geodata.format.support.Dates;
import org.yunga.geodata.table.Column;
import org.yunga.geodata.table.RowFlaw;

/**
 * How one column is read.
 *
 * @param index place in the file, 0 first
 * @param column name and type
 * @param numbers style of its numbers that are text
 * @param dates style of its dates that are text; null when there are none
 */
record ColumnPlan(int index, Column column, NumberStyle numbers, DateStyle dates) {

  /** The value of a cell, or null; what cannot be read is added to the flaws. */
  Object value(Object cell, String place, List<RowFlaw> flaws) {
    if (cell == null) {
      return null;
    }
    Object value = cell instanceof RawRow.CellError ? null : converted(cell);
    if (value == null) {
      String given = cell instanceof RawRow.CellError error ? error.text() : cell.toString();
      flaws.add(new RowFlaw.UnreadableValue(place, column.name(), given, column.type()));
    }
    return value;
  }

  private Object converted(Object cell) {
    return switch (column.type()) {
      case TEXT -> text(cell);
      case INTEGER -> cell instanceof Long ? cell : whole(cell);
      case DECIMAL -> decimal(cell);
      case BOOLEAN -> cell instanceof String text ? BooleanText.of(text) : cell;
      case DATE -> cell instanceof String text ? dates.parse(text) : cell;
      case DATE_TIME -> dateTime(cell);
    };
  }

  private static String text(Object cell) {
    if (cell instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15) {
      return Long.toString(number.longValue());
    }
    return cell instanceof LocalDateTime time ? Dates.text(time) : cell.toString();
  }

  private Long whole(Object cell) {
    return cell instanceof String text ? (Long) (long) numbers.parse(text) : null;
  }

  private Double decimal(Object cell) {
    return cell instanceof String text
        ? (Double) numbers.parse(text)
        : (Double) ((Number) cell).doubleValue();
  }

  private static LocalDateTime dateTime(Object cell) {
    if (cell instanceof LocalDate date) {
      return date.atStartOfDay();
    }
    return cell instanceof String text ? Dates.dateTime(text).orElse(null) : (LocalDateTime) cell;
  }
}
