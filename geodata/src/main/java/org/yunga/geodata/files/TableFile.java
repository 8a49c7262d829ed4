package org.yunga.geodata.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.yunga.geodata.export.ExportTable;
import org.yunga.geodata.format.geopackage.GeoPackageOutput;
import org.yunga.geodata.table.Format;
import org.yunga.geodata.table.Notice;
import org.yunga.geodata.table.Row;
import org.yunga.geodata.table.TableWriter;

/** Writes tables into one file. It stands under its name when it is whole. */
public final class TableFile {

  /** The one format that takes several layers. */
  public static final String GEOPACKAGE = "gpkg";

  private TableFile() {}

  /**
   * Writes them; formats of one layer take the first.
   *
   * @return what the format could not hold
   * @throws org.yunga.core.text.ExplainedException when the file cannot be written, or the format
   *     cannot hold such a table
   */
  public static List<Notice> write(Path file, Format format, List<ExportTable> tables) {
    List<Notice> notices = new ArrayList<>();
    if (format.id().equals(GEOPACKAGE)) {
      try (GeoPackageOutput output = GeoPackageOutput.create(file)) {
        for (ExportTable table : tables) {
          notices.addAll(fill(output.layer(table.table(), table.options()), table));
        }
        output.finish();
      }
    } else {
      ExportTable first = tables.get(0);
      try (TableWriter writer = format.write(file, first.table(), first.options())) {
        notices.addAll(fill(writer, first));
      }
    }
    return notices;
  }

  private static List<Notice> fill(TableWriter writer, ExportTable table) {
    for (Row row : table.rows()) {
      writer.write(row);
    }
    writer.finish();
    return writer.notices();
  }
}
