package org.yunga.geodata.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.yunga.geodata.format.Formats;
import org.yunga.geodata.table.Column;
import org.yunga.geodata.table.Notice;
import org.yunga.geodata.table.ReadOptions;
import org.yunga.geodata.table.Row;
import org.yunga.geodata.table.Table;
import org.yunga.geodata.table.TableReader;

/**
 * A file of boundaries, read whole: what is checked of one region is checked against the others.
 *
 * @param file name without folder
 * @param table head
 * @param rows all rows, coordinates as in the file
 * @param notices of the reader
 */
record BoundaryTable(String file, Table table, List<Row> rows, List<Notice> notices) {

  /** Far more than a country has regions of one kind; a file of plots would fill the memory. */
  static final int MOST_ROWS = 100_000;

  /** Copies the lists. */
  BoundaryTable {
    rows = List.copyOf(rows);
    notices = List.copyOf(notices);
  }

  /**
   * Reads a file of any format.
   *
   * @throws org.yunga.core.text.ExplainedException when it cannot be read, or holds no row, or more
   *     than {@link #MOST_ROWS}
   */
  static BoundaryTable read(Path path, ReadOptions options) {
    String file = path.toAbsolutePath().getFileName().toString();
    try (TableReader reader = Formats.of(path).read(path, options)) {
      List<Row> rows = new ArrayList<>();
      while (reader.hasNext()) {
        rows.add(reader.next());
        if (rows.size() > MOST_ROWS) {
          throw LoadExceptions.tooManyRows(file, MOST_ROWS);
        }
      }
      if (rows.isEmpty()) {
        throw LoadExceptions.noFeatures(file);
      }
      return new BoundaryTable(file, reader.table(), rows, reader.notices());
    }
  }

  /** Names of the columns, without that of geometries. */
  List<String> columns() {
    return table.columns().stream().map(Column::name).toList();
  }

  /**
   * A cell as text, without blanks at its ends; numbers without a needless decimal point (GIS
   * programs write the code 101 as 101.0). Empty when there is nothing, or no such column.
   */
  Optional<String> text(Row row, String column) {
    int index = table.indexOf(column);
    Object value = index < 0 ? null : row.values().get(index);
    if (value == null) {
      return Optional.empty();
    }
    String text = value instanceof Double number ? plain(number) : value.toString();
    return Optional.of(text.strip()).filter(some -> !some.isEmpty());
  }

  private static String plain(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }

  /** A cell as a number; numbers written as text count too. */
  OptionalDouble number(Row row, String column) {
    try {
      return text(row, column)
          .map(text -> OptionalDouble.of(Double.parseDouble(text)))
          .orElseGet(OptionalDouble::empty);
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }
}
