package org.yunga.geodata.figures;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import org.yunga.geodata.format.Formats;
import org.yunga.geodata.format.sheet.SheetReader;
import org.yunga.geodata.table.Notice;
import org.yunga.geodata.table.ReadOptions;
import org.yunga.geodata.table.Row;
import org.yunga.geodata.table.Table;
import org.yunga.geodata.table.TableReader;

/**
 * A table of figures, read whole: they are small.
 *
 * @param file name without folder
 * @param table head
 * @param titles texts above the head
 * @param rows all rows
 * @param notices of the reader
 */
public record FigureTable(
    String file, Table table, List<String> titles, List<Row> rows, List<Notice> notices) {

  /** All districts in fifty years, twice. */
  private static final int MOST_ROWS = 200_000;

  /** Copies the lists. */
  public FigureTable {
    titles = List.copyOf(titles);
    rows = List.copyOf(rows);
    notices = List.copyOf(notices);
  }

  /**
   * Reads a file of any format.
   *
   * @throws ExplainedException when it cannot be read, or has far more rows than figures have
   */
  public static FigureTable read(Path file, ReadOptions options) {
    try (TableReader reader = Formats.of(file).read(file, options)) {
      List<Row> rows = new ArrayList<>();
      while (reader.hasNext()) {
        rows.add(reader.next());
        if (rows.size() > MOST_ROWS) {
          throw tooManyRows(file);
        }
      }
      List<String> titles = reader instanceof SheetReader sheet ? sheet.titles() : List.of();
      return new FigureTable(
          file.getFileName().toString(), reader.table(), titles, rows, reader.notices());
    }
  }

  private static ExplainedException tooManyRows(Path file) {
    return new ExplainedException(
        "figures_too_many_rows",
        new Bilingual(
            file.getFileName()
                + " tiene más de "
                + MOST_ROWS
                + " filas; una tabla de cifras no tiene tantas. Si son parcelas, cárguelas como"
                + " parcelas; si no, divida el archivo.",
            file.getFileName()
                + " has more than "
                + MOST_ROWS
                + " rows; a table of figures has not so many. If these are plots, load them as"
                + " plots; else split the file."));
  }

  /** A cell; null when empty. */
  Object cell(Row row, String column) {
    return row.values().get(table.indexOf(column));
  }

  /** A cell as text, without blanks around it; empty when there is nothing. */
  String text(Row row, String column) {
    Object value = cell(row, column);
    return value == null ? "" : value.toString().strip();
  }
}
