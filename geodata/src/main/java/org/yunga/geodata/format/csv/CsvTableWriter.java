package org.yunga.geodata.format.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTWriter;
import org.yunga.geodata.format.sheet.FormulaGuard;
import org.yunga.geodata.format.sheet.NumberShape;
import org.yunga.geodata.format.support.Dates;
import org.yunga.geodata.format.support.Notices;
import org.yunga.geodata.format.support.PendingFile;
import org.yunga.geodata.table.Column;
import org.yunga.geodata.table.FileExceptions;
import org.yunga.geodata.table.Notice;
import org.yunga.geodata.table.Row;
import org.yunga.geodata.table.Table;
import org.yunga.geodata.table.TableWriter;

/** Writes a table; its geometry goes into a last column {@code wkt}. */
final class CsvTableWriter implements TableWriter {

  private static final String WKT = "wkt";
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final PendingFile pending;
  private final Table table;
  private final boolean forExcel;
  private final CsvWriter writer;
  private final WKTWriter wkt = new WKTWriter(2);
  private final Notices notices = new Notices();
  private boolean open = true;

  CsvTableWriter(Path file, Table table, boolean forExcel) {
    this.table = table;
    this.forExcel = forExcel;
    this.pending = new PendingFile(file);
    try {
      OutputStream out = new BufferedOutputStream(Files.newOutputStream(pending.path()), 1 << 16);
      if (forExcel) {
        out.write(MARK);
      }
      writer =
          CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out, StandardCharsets.UTF_8);
      List<String> head = new ArrayList<>(table.columns().stream().map(Column::name).toList());
      table.geometry().ifPresent(geometry -> head.add(WKT));
      writer.writeRecord(head.stream().map(this::text).toList());
    } catch (IOException | UncheckedIOException e) {
      pending.close();
      throw FileExceptions.unwritable(file, e);
    }
  }

  @Override
  public void write(Row row) {
    List<String> cells = new ArrayList<>();
    for (Object value : row.values()) {
      cells.add(cell(value));
    }
    if (table.geometry().isPresent()) {
      cells.add(row.geometry().map(this::wkt).orElse(null));
    }
    try {
      writer.writeRecord(cells);
    } catch (UncheckedIOException e) {
      throw FileExceptions.unwritable(pending.target(), e);
    }
  }

  private String wkt(Geometry geometry) {
    return wkt.write(geometry);
  }

  private String cell(Object value) {
    if (value == null) {
      return null;
    }
    if (value instanceof String text) {
      return text(text);
    }
    if (value instanceof Double number) {
      return plain(number);
    }
    return value instanceof LocalDateTime time ? Dates.text(time) : value.toString();
  }

  private String text(String text) {
    return forExcel ? FormulaGuard.guard(text) : text;
  }

  /**
   * All digits, no exponent, as spreadsheets round what has one; never three decimals alone, which
   * readers could take for thousands.
   */
  private static String plain(double number) {
    String text = BigDecimal.valueOf(number).toPlainString();
    return NumberShape.of(text) == NumberShape.POINT_OR_THOUSANDS ? text + "0" : text;
  }

  @Override
  public void finish() {
    try {
      open = false;
      writer.close();
      pending.complete();
    } catch (IOException | UncheckedIOException e) {
      throw FileExceptions.unwritable(pending.target(), e);
    }
  }

  @Override
  public List<Notice> notices() {
    return notices.all();
  }

  @Override
  public void close() {
    try {
      if (open) {
        writer.close();
      }
    } catch (IOException | UncheckedIOException e) {
      throw FileExceptions.unwritable(pending.target(), e);
    } finally {
      pending.close();
    }
  }
}
