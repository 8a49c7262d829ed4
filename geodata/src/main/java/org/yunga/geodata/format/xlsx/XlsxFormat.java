package org.yunga.geodata.format.xlsx;

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

/** Excel since 2007. */
public final class XlsxFormat implements Format {

  static final String LABEL = "Excel (.xlsx)";

  @Override
  public String id() {
    return "xlsx";
  }

  @Override
  public String label() {
    return LABEL;
  }

  @Override
  public List<String> extensions() {
    return List.of("xlsx", "xlsm");
  }

  @Override
  public String mediaType() {
    return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  }

  /** A zip says little; one with a content types part at its beginning is of Office. */
  @Override
  public Match match(FileHead head) {
    boolean named = extensions().stream().anyMatch(head::hasExtension);
    if (head.startsWith("PK\3\4")) {
      return named || Workbooks.isWorkbook(head.path()) ? Match.CONTENT : Match.NO;
    }
    return named || head.hasExtension("xls") || head.hasExtension("xlsb") ? Match.NAME : Match.NO;
  }

  @Override
  public List<String> layers(Path file) {
    try (Workbooks workbook = Workbooks.open(file)) {
      return workbook.names();
    }
  }

  @Override
  public TableReader read(Path file, ReadOptions options) {
    Notices notices = new Notices();
    Workbooks workbook = Workbooks.open(file);
    try {
      XlsxSheet sheet = workbook.sheet(options.layer(), notices);
      SheetReader reader = new SheetReader(sheet, notices, workbook::close);
      if (reader.table().columns().isEmpty()) {
        throw FileExceptions.wrongFormat(
            "sheet_empty",
            file.getFileName().toString(),
            LABEL,
            new Bilingual(
                "la hoja «" + sheet.name() + "» está vacía.",
                "the sheet '" + sheet.name() + "' is empty."));
      }
      return reader;
    } catch (RuntimeException e) {
      workbook.close();
      throw e;
    }
  }

  @Override
  public TableWriter write(Path file, Table table, WriteOptions options) {
    return new XlsxTableWriter(file, table, options);
  }
}
