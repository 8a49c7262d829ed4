package org.yunga.geodata.format.xlsx;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTWriter;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.format.support.Notices;
import org.yunga.geodata.format.support.PendingFile;
import org.yunga.geodata.table.Column;
import org.yunga.geodata.table.ColumnType;
import org.yunga.geodata.table.FileExceptions;
import org.yunga.geodata.table.Notice;
import org.yunga.geodata.table.Row;
import org.yunga.geodata.table.Shown;
import org.yunga.geodata.table.Table;
import org.yunga.geodata.table.TableWriter;
import org.yunga.geodata.table.WriteOptions;

/**
 * Writes a workbook with the sheets {@code datos}, {@code diccionario} and {@code fuentes}. Texts
 * are cells of text, which no program runs as formulas.
 */
final class XlsxTableWriter implements TableWriter {

  private static final int LONGEST_TEXT = 32_767;
  private static final int ROWS_IN_MEMORY = 1_000;
  private static final double NARROWEST = 10;
  private static final double WIDEST = 40;
  private static final String WKT = "wkt";

  private final PendingFile pending;
  private final Table table;
  private final WriteOptions options;
  private final OutputStream out;
  private final Workbook workbook;
  private final Worksheet data;
  private final WKTWriter wkt = new WKTWriter(2);
  private final Notices notices = new Notices();
  private int row = 1;
  private boolean finished;

  XlsxTableWriter(Path file, Table table, WriteOptions options) {
    this.table = table;
    this.options = options;
    this.pending = new PendingFile(file);
    try {
      out = new BufferedOutputStream(Files.newOutputStream(pending.path()), 1 << 16);
      workbook = new Workbook(out, "Yunga", null);
      data = workbook.newWorksheet("datos");
      head(data, table.columns().stream().map(Column::name).toList());
      if (table.geometry().isPresent()) {
        data.inlineString(0, table.columns().size(), WKT);
      }
      for (int i = 0; i < table.columns().size(); i++) {
        double wanted = table.columns().get(i).name().length() + 2.0;
        data.width(i, Math.min(WIDEST, Math.max(NARROWEST, wanted)));
      }
    } catch (IOException e) {
      pending.close();
      throw FileExceptions.unwritable(file, e);
    }
  }

  private static void head(Worksheet sheet, List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      sheet.inlineString(0, i, names.get(i));
      sheet.style(0, i).bold().set();
    }
    sheet.freezePane(0, 1);
  }

  @Override
  public void write(Row given) {
    if (row >= Worksheet.MAX_ROWS) {
      throw FileExceptions.cannotHold(
          XlsxFormat.LABEL,
          new Bilingual(
              "una hoja tiene como mucho 1,048,576 filas. Descargue CSV o GeoPackage.",
              "a sheet has 1,048,576 rows at most. Download CSV or GeoPackage."));
    }
    for (int i = 0; i < given.values().size(); i++) {
      write(i, given.values().get(i), table.columns().get(i).type());
    }
    if (table.geometry().isPresent()) {
      given.geometry().ifPresent(this::writeGeometry);
    }
    row++;
    if (row % ROWS_IN_MEMORY == 0) {
      try {
        data.flush();
      } catch (IOException e) {
        throw FileExceptions.unwritable(pending.target(), e);
      }
    }
  }

  private void write(int column, Object value, ColumnType type) {
    if (value instanceof String text) {
      data.inlineString(row, column, fitted(text, column));
    } else if (value instanceof Double number) {
      data.value(row, column, number);
      data.style(row, column).format("0.0##########").set();
    } else if (value instanceof Long number) {
      writeWhole(column, number);
    } else if (value instanceof Boolean bool) {
      data.value(row, column, bool);
    } else if (value instanceof LocalDate date) {
      data.value(row, column, date);
      data.style(row, column).format("yyyy-mm-dd").set();
    } else if (value instanceof LocalDateTime time) {
      data.value(row, column, time);
      data.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
    } else if (value != null) {
      throw new IllegalArgumentException(type + " with a " + value.getClass());
    }
  }

  /** Excel keeps fifteen digits of a number. */
  private void writeWhole(int column, long number) {
    if (Math.abs(number) < 1_000_000_000_000_000L) {
      data.value(row, column, number);
    } else {
      data.inlineString(row, column, Long.toString(number));
    }
  }

  private String fitted(String text, int column) {
    if (text.length() <= LONGEST_TEXT) {
      return text;
    }
    String name = table.columns().get(column).name();
    notices.add(
        "text_cut",
        name,
        new Bilingual(
            "En «"
                + name
                + "» hay textos de más de 32,767 letras, que Excel no admite; se cortaron.",
            "In '"
                + name
                + "' there are texts of more than 32,767 letters, which Excel does not"
                + " hold; they were cut."));
    return text.substring(0, LONGEST_TEXT);
  }

  private void writeGeometry(Geometry geometry) {
    String text = wkt.write(geometry);
    if (text.length() <= LONGEST_TEXT) {
      data.inlineString(row, table.columns().size(), text);
    } else {
      notices.add(
          "geometry_too_long",
          "",
          new Bilingual(
              "Algunas geometrías no caben en una celda de Excel y quedaron en blanco; descargue"
                  + " GeoPackage o GeoJSON.",
              "Some geometries do not fit into a cell of Excel and were left blank; download"
                  + " GeoPackage or GeoJSON."));
    }
  }

  @Override
  public void finish() {
    try {
      data.finish();
      writeDictionary();
      writeSources();
      workbook.finish();
      out.close();
      if (options.made().isPresent()) {
        WorkbookDate.set(pending.path(), options.made().get());
      }
      finished = true;
      pending.complete();
    } catch (IOException e) {
      throw FileExceptions.unwritable(pending.target(), e);
    }
  }

  private void writeDictionary() throws IOException {
    Worksheet sheet = workbook.newWorksheet("diccionario");
    head(sheet, List.of("campo / field", "tipo", "type"));
    int line = 1;
    for (Column column : table.columns()) {
      Bilingual type = Shown.name(column.type());
      sheet.inlineString(line, 0, column.name());
      sheet.inlineString(line, 1, type.es());
      sheet.inlineString(line, 2, type.en());
      line++;
    }
    sheet.width(0, WIDEST);
    sheet.width(1, WIDEST);
    sheet.width(2, WIDEST);
    sheet.finish();
  }

  private void writeSources() throws IOException {
    Worksheet sheet = workbook.newWorksheet("fuentes");
    sheet.width(0, 2 * WIDEST);
    sheet.inlineString(0, 0, options.title().isEmpty() ? table.name() : options.title());
    sheet.style(0, 0).bold().set();
    int line = 1;
    for (String text : options.description().lines().toList()) {
      sheet.inlineString(line++, 0, text);
    }
    sheet.finish();
  }

  @Override
  public List<Notice> notices() {
    return notices.all();
  }

  @Override
  public void close() {
    try {
      if (!finished) {
        out.close();
      }
    } catch (IOException e) {
      throw FileExceptions.unwritable(pending.target(), e);
    } finally {
      pending.close();
    }
  }
}
