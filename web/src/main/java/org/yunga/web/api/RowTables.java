package org.yunga.web.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.yunga.core.dataset.Release;
import org.yunga.core.region.Region;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.export.ExportTable;
import org.yunga.geodata.export.Places;
import org.yunga.geodata.table.Column;
import org.yunga.geodata.table.ColumnType;
import org.yunga.geodata.table.GeometryColumn;
import org.yunga.geodata.table.Row;
import org.yunga.geodata.table.Table;
import org.yunga.geodata.table.WriteOptions;

/** Rows of an answer as a table for files: the columns of its CSV. */
final class RowTables {

  private RowTables() {}

  /**
   * A table.
   *
   * @param about title and method
   * @param columns in their order
   * @param rows values by column; what a row lacks is null
   * @param regions where rows lie, by {@code region_code}; empty for a table without places
   */
  static ExportTable of(
      String name,
      Bilingual about,
      Release release,
      List<String> columns,
      List<Map<String, Object>> rows,
      Map<String, Region> regions) {
    List<Column> typed = columns.stream().map(column -> typed(column, rows)).toList();
    Optional<GeometryColumn> place = Places.column(List.copyOf(regions.values()));
    List<Row> made = new ArrayList<>();
    for (Map<String, Object> row : rows) {
      Optional<Geometry> geometry =
          Optional.ofNullable(regions.get(Objects.toString(row.get("region_code"), "")))
              .flatMap(Places::geometry);
      Object[] values = new Object[typed.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = value(typed.get(i), row.get(typed.get(i).name()));
      }
      made.add(Row.of(made.size() + 1L, geometry, values));
    }
    String end = "\nYunga, entrega / release " + release.id() + " (" + release.publishedAt() + ")";
    return new ExportTable(
        new Table(name.replaceAll("[^A-Za-z0-9]+", "_"), typed, place),
        made,
        WriteOptions.titled(name, about.es() + "\n" + about.en() + end)
            .madeAt(release.publishedAt()),
        new Bilingual(about.es() + end, about.en() + end));
  }

  private static Column typed(String column, List<Map<String, Object>> rows) {
    ColumnType type = null;
    for (Map<String, Object> row : rows) {
      Object value = row.get(column);
      if (value != null) {
        ColumnType its = type(value);
        type = type == null || type == its ? its : widened(type, its);
      }
    }
    return new Column(column, type == null ? ColumnType.TEXT : type);
  }

  private static ColumnType type(Object value) {
    if (value instanceof Integer || value instanceof Long) {
      return ColumnType.INTEGER;
    }
    if (value instanceof Boolean) {
      return ColumnType.BOOLEAN;
    }
    return value instanceof Number ? ColumnType.DECIMAL : ColumnType.TEXT;
  }

  /** Whole and other numbers are numbers; anything else together is text. */
  private static ColumnType widened(ColumnType one, ColumnType other) {
    boolean numbers =
        (one == ColumnType.INTEGER || one == ColumnType.DECIMAL)
            && (other == ColumnType.INTEGER || other == ColumnType.DECIMAL);
    return numbers ? ColumnType.DECIMAL : ColumnType.TEXT;
  }

  private static Object value(Column column, Object value) {
    if (value == null) {
      return null;
    }
    return switch (column.type()) {
      case INTEGER -> ((Number) value).longValue();
      case DECIMAL -> ((Number) value).doubleValue();
      case BOOLEAN -> value;
      default -> value.toString();
    };
  }
}
