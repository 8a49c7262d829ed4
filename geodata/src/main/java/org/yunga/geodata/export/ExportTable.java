package org.yunga.geodata.export;

import java.util.List;
import java.util.Optional;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.table.Row;
import org.yunga.geodata.table.Table;
import org.yunga.geodata.table.WriteOptions;

/**
 * A table ready to be written.
 *
 * @param table its head
 * @param rows all of them
 * @param options title, sources and styles, for formats that have a place for them
 * @param sources the same words by language, for formats that have none
 */
public record ExportTable(Table table, List<Row> rows, WriteOptions options, Bilingual sources) {

  /** Copies the list. */
  public ExportTable {
    rows = List.copyOf(rows);
  }

  /** The same without places, for formats of numbers and texts. */
  public ExportTable withoutPlaces() {
    return new ExportTable(
        new Table(table.name(), table.columns(), Optional.empty()),
        rows.stream().map(row -> row.withGeometry(Optional.empty())).toList(),
        options,
        sources);
  }
}
