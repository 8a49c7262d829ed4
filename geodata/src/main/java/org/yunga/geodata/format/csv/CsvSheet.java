package org.yunga.geodata.format.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.format.sheet.FormulaGuard;
import org.yunga.geodata.format.sheet.NumberStyle;
import org.yunga.geodata.format.sheet.RawRow;
import org.yunga.geodata.format.sheet.Sheet;
import org.yunga.geodata.table.FileExceptions;

/** The rows of a CSV file. */
record CsvSheet(Path file, CsvDialect dialect) implements Sheet {

  /** A cell may hold a large outline in WKT; more is a quote that was never closed. */
  private static final int LONGEST_CELL = 64 << 20;

  @Override
  public String name() {
    return file.getFileName().toString().replaceFirst("(?i)\\.(csv|tsv|txt)$", "");
  }

  @Override
  public Rows open() {
    try {
      return new CsvRows(
          CsvReader.builder()
              .fieldSeparator(dialect.delimiter())
              .skipEmptyLines(false)
              .ignoreDifferentFieldCount(true)
              .acceptCharsAfterQuotes(true)
              .maxBufferSize(LONGEST_CELL)
              .ofCsvRecord(dialect.open(file)));
    } catch (IOException e) {
      throw FileExceptions.unreadable(file, e);
    }
  }

  @Override
  public String place(long row, int column) {
    return "línea " + row + ", columna " + column;
  }

  /** Programs that write semicolons do so because their comma stands before decimals. */
  @Override
  public NumberStyle suggestedStyle() {
    return dialect.delimiter() == ';' ? NumberStyle.COMMA : null;
  }

  private final class CsvRows implements Rows {

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;

    /** Only files with a byte order mark, such as ours for Excel, have guarded texts. */
    private final boolean guarded = dialect.mark() > 0;

    private long line = 1;

    CsvRows(CsvReader<CsvRecord> reader) {
      this.reader = reader;
      this.records = reader.iterator();
    }

    @Override
    public RawRow next() {
      try {
        if (!records.hasNext()) {
          return null;
        }
        CsvRecord record = records.next();
        line = record.getStartingLineNumber();
        Object[] cells = new Object[record.getFieldCount()];
        for (int i = 0; i < cells.length; i++) {
          String text = record.getField(i).strip();
          cells[i] = text.isEmpty() ? null : guarded ? FormulaGuard.unguard(text) : text;
        }
        return new RawRow(line, cells);
      } catch (CsvParseException | UncheckedIOException e) {
        throw FileExceptions.broken(
            file.getFileName().toString(),
            "CSV",
            "línea " + line,
            new Bilingual(
                "una celda no termina; quizá falta cerrar unas comillas.",
                "a cell does not end; perhaps a quote is not closed."),
            e);
      }
    }

    @Override
    public void close() {
      try {
        reader.close();
      } catch (IOException e) {
        throw FileExceptions.unreadable(file, e);
      }
    }
  }
}
