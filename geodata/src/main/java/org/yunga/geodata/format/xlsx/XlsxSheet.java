package org.yunga.geodata.format.xlsx;

import java.io.IOException;
import java.util.Iterator;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.Row;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.format.sheet.NumberStyle;
import org.yunga.geodata.format.sheet.RawRow;
import org.yunga.geodata.format.sheet.Sheet;
import org.yunga.geodata.format.support.Notices;

/** The rows of one sheet. */
final class XlsxSheet implements Sheet {

  private final String file;
  private final org.dhatim.fastexcel.reader.Sheet sheet;
  private final CellValue values;
  private final Notices notices;

  XlsxSheet(
      String file, org.dhatim.fastexcel.reader.Sheet sheet, boolean date1904, Notices notices) {
    this.file = file;
    this.sheet = sheet;
    this.notices = notices;
    this.values = new CellValue(date1904);
  }

  @Override
  public String name() {
    return sheet.getName();
  }

  /** Stops at the first cell with something in it. */
  boolean isEmpty() {
    try (Rows rows = open()) {
      for (RawRow row = rows.next(); row != null; row = rows.next()) {
        for (Object cell : row.cells()) {
          if (cell != null) {
            return false;
          }
        }
      }
      return true;
    }
  }

  @Override
  public Rows open() {
    try {
      return new XlsxRows(sheet.openStream());
    } catch (IOException | RuntimeException e) {
      throw Workbooks.broken(file, e);
    }
  }

  @Override
  public String place(long row, int column) {
    return "hoja " + sheet.getName() + ", celda " + letters(column) + row;
  }

  /** As spreadsheets name columns: A, B ... Z, AA. */
  static String letters(int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
      letters.insert(0, (char) ('A' + (rest - 1) % 26));
    }
    return letters.toString();
  }

  @Override
  public NumberStyle suggestedStyle() {
    return null;
  }

  private final class XlsxRows implements Rows {

    private final Stream<Row> stream;
    private final Iterator<Row> rows;

    XlsxRows(Stream<Row> stream) {
      this.stream = stream;
      this.rows = stream.iterator();
    }

    @Override
    public RawRow next() {
      try {
        if (!rows.hasNext()) {
          return null;
        }
        Row row = rows.next();
        if (row.isHidden()) {
          tellHidden();
        }
        Object[] cells = new Object[row.getCellCount()];
        for (int i = 0; i < cells.length; i++) {
          cells[i] = value(row.getCell(i));
        }
        return new RawRow(row.getRowNum(), cells);
      } catch (RuntimeException e) {
        throw Workbooks.broken(file, e);
      }
    }

    private Object value(Cell cell) {
      if (cell == null) {
        return null;
      }
      if (CellValue.isPercentage(cell)) {
        tellPercentages(letters(cell.getColumnIndex() + 1));
      }
      return values.of(cell);
    }

    @Override
    public void close() {
      stream.close();
    }
  }

  private void tellHidden() {
    notices.add(
        "hidden_rows",
        "",
        new Bilingual(
            "La hoja tiene filas ocultas (o filtradas); también se leyeron.",
            "The sheet has hidden (or filtered) rows; they were read too."));
  }

  private void tellPercentages(String column) {
    notices.add(
        "percentages",
        column,
        new Bilingual(
            "La columna " + column + " trae porcentajes; se leen como fracciones: 12.5 % es 0.125.",
            "The column "
                + column
                + " has percentages; they are read as fractions: 12.5 % is 0.125."));
  }
}
