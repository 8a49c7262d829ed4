package org.yunga.geodata.format.csv;

import java.nio.file.Path;
import java.util.List;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.format.sheet.SheetReader;
import org.yunga.geodata.format.support.Notices;
import org.yunga.geodata.table.FileExceptions;
import org.yunga.geodata.table.FileHead;
import org.yunga.geodata.table.Format;
import org.yunga.geodata.table.Match;
import org.yunga.geodata.table.ReadOptions;
import org.yunga.geodata.table.Table;
import org.yunga.geodata.table.TableReader;
import org.yunga.geodata.table.TableWriter;
import org.yunga.geodata.table.WriteOptions;

/** CSV: read in all its kinds, written as RFC 4180 or for Excel. */
public final class CsvFormat implements Format {

  /** RFC 4180 in UTF-8, texts as they are; for programs. */
  public static final CsvFormat STANDARD = new CsvFormat(false);

  /** With a byte order mark and texts that cannot run as formulas; for a double click. */
  public static final CsvFormat FOR_EXCEL = new CsvFormat(true);

  private final boolean forExcel;

  private CsvFormat(boolean forExcel) {
    this.forExcel = forExcel;
  }

  @Override
  public String id() {
    return forExcel ? "csv-excel" : "csv";
  }

  @Override
  public String label() {
    return forExcel ? "CSV (Excel)" : "CSV";
  }

  @Override
  public List<String> extensions() {
    return List.of("csv", "tsv", "txt");
  }

  @Override
  public String mediaType() {
    return "text/csv; charset=utf-8";
  }

  /** CSV has no mark of its own: only the name can say. */
  @Override
  public Match match(FileHead head) {
    return !forExcel && extensions().stream().anyMatch(head::hasExtension) ? Match.NAME : Match.NO;
  }

  @Override
  public List<String> layers(Path file) {
    return List.of(sheet(file, ReadOptions.NONE, new Notices()).name());
  }

  @Override
  public TableReader read(Path file, ReadOptions options) {
    Notices notices = new Notices();
    CsvSheet sheet = sheet(file, options, notices);
    options
        .layer()
        .filter(layer -> !layer.equals(sheet.name()))
        .ifPresent(
            layer -> {
              throw FileExceptions.unknownLayer(
                  file.getFileName().toString(), layer, List.of(sheet.name()));
            });
    SheetReader reader = new SheetReader(sheet, notices, () -> {});
    if (reader.table().columns().isEmpty() && reader.table().geometry().isEmpty()) {
      reader.close();
      throw FileExceptions.wrongFormat(
          "csv_empty",
          file.getFileName().toString(),
          label(),
          new Bilingual("está vacío.", "it is empty."));
    }
    return reader;
  }

  private static CsvSheet sheet(Path file, ReadOptions options, Notices notices) {
    FileHead.of(file);
    return new CsvSheet(file, CsvDialect.of(file, options.encoding(), notices));
  }

  @Override
  public TableWriter write(Path file, Table table, WriteOptions options) {
    return new CsvTableWriter(file, table, forExcel);
  }
}
