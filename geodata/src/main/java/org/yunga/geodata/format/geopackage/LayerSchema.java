package org.yunga.geodata.format.geopackage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yunga.geodata.table.Column;
import org.yunga.geodata.table.GeometryColumn;
import org.yunga.geodata.table.Table;

/**
 * How a table becomes one of SQLite.
 *
 * @param table what it was made of
 * @param name of the table
 * @param id name of the column of numbers
 * @param geometry name of the column of geometries; not used when the table has no place
 * @param columns names of the others
 */
record LayerSchema(Table table, String name, String id, String geometry, List<String> columns) {

  static LayerSchema of(Table table, String name) {
    List<String> names =
        Names.unique(table.columns().stream().map(Column::name).toList(), Set.of("fid", "geom"));
    return new LayerSchema(table, name, "fid", "geom", names);
  }

  Optional<GeometryColumn> place() {
    return table.geometry();
  }

  String create() {
    List<String> parts = new ArrayList<>();
    parts.add(Names.quoted(id) + " INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL");
    place().ifPresent(place -> parts.add(Names.quoted(geometry) + " " + place.type().wktName()));
    for (int i = 0; i < columns.size(); i++) {
      parts.add(Names.quoted(columns.get(i)) + " " + declared(table.columns().get(i)));
    }
    return "CREATE TABLE " + Names.quoted(name) + " (" + String.join(", ", parts) + ")";
  }

  private static String declared(Column column) {
    return switch (column.type()) {
      case TEXT -> column.width().isPresent() ? "TEXT(" + column.width().getAsInt() + ")" : "TEXT";
      case INTEGER -> "INTEGER";
      case DECIMAL -> "REAL";
      case BOOLEAN -> "BOOLEAN";
      case DATE -> "DATE";
      case DATE_TIME -> "DATETIME";
    };
  }

  /** With a parameter for id, geometry (where there is a place) and each column, in this order. */
  String insert() {
    List<String> names = new ArrayList<>();
    names.add(id);
    place().ifPresent(place -> names.add(geometry));
    names.addAll(columns);
    String marks = "?" + ", ?".repeat(names.size() - 1);
    return "INSERT INTO "
        + Names.quoted(name)
        + " ("
        + String.join(", ", names.stream().map(Names::quoted).toList())
        + ") VALUES ("
        + marks
        + ")";
  }

  String index() {
    return "rtree_" + name + "_" + geometry;
  }
}
