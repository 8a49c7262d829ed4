package org.yunga.geodata.table;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The head of one layer, sheet or file.
 *
 * @param name of the layer or sheet, or of the file without its ending
 * @param columns in the order of the file, without that of geometries; names are unique
 * @param geometry empty when the rows have no place
 * @param rows how many there are, where the file tells before it is read; may be wrong, so it
 *     serves only to show progress
 */
public record Table(
    String name, List<Column> columns, Optional<GeometryColumn> geometry, OptionalLong rows) {

  /** Copies the list and checks that names are unique. */
  public Table {
    columns = List.copyOf(columns);
    Set<String> names = new HashSet<>();
    for (Column column : columns) {
      if (!names.add(column.name())) {
        throw new IllegalArgumentException("Two columns are named " + column.name());
      }
    }
  }

  /** A table whose rows were not counted. */
  public Table(String name, List<Column> columns, Optional<GeometryColumn> geometry) {
    this(name, columns, geometry, OptionalLong.empty());
  }

  /** Place of a column, 0 first; -1 when there is none of that name. */
  public int indexOf(String name) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }
}
