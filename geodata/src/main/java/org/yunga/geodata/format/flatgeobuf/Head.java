package org.yunga.geodata.format.flatgeobuf;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.wololo.flatgeobuf.generated.Crs;
import org.wololo.flatgeobuf.generated.Header;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.format.support.Notices;
import org.yunga.geodata.table.Column;
import org.yunga.geodata.table.GeometryColumn;
import org.yunga.geodata.table.GeometryType;
import org.yunga.geodata.table.Table;

/**
 * What the head of a file says.
 *
 * @param table as it is told to others
 * @param fields all fields of the file in their order, those that are left out too
 * @param geometryType the code for all features; 0 when each has its own
 * @param features how many there are; 0 when the file does not tell
 * @param indexNodeSize 0 when there is no index
 */
record Head(Table table, List<Field> fields, int geometryType, long features, int indexNodeSize) {

  private static final GeometryType[] TYPES = {
    GeometryType.GEOMETRY,
    GeometryType.POINT,
    GeometryType.LINE_STRING,
    GeometryType.POLYGON,
    GeometryType.MULTI_POINT,
    GeometryType.MULTI_LINE_STRING,
    GeometryType.MULTI_POLYGON,
    GeometryType.GEOMETRY_COLLECTION
  };

  /**
   * One field.
   *
   * @param type code of FlatGeobuf
   * @param column its place in the table; -1 when it is left out
   */
  record Field(int type, int column) {}

  static Head of(ByteBuffer bytes, String stem, Notices notices) {
    Header header = Header.getRootAsHeader(bytes);
    List<Column> columns = new ArrayList<>();
    List<Field> fields = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < header.columnsLength(); i++) {
      org.wololo.flatgeobuf.generated.Column given = header.columns(i);
      String name = free(given.name(), taken);
      Optional<Column> column =
          FieldTypes.columnType(given.type(), given.metadata())
              .map(type -> new Column(name, type, OptionalInt.empty()));
      fields.add(new Field(given.type(), column.isPresent() ? columns.size() : -1));
      column.ifPresentOrElse(columns::add, () -> skipped(name, notices));
    }
    int type = header.geometryType();
    GeometryColumn geometry =
        new GeometryColumn(
            type < TYPES.length ? TYPES[type] : GeometryType.GEOMETRY, crs(header.crs()));
    long count = header.featuresCount();
    String name = header.name() == null || header.name().isBlank() ? stem : header.name();
    OptionalLong rows = count > 0 ? OptionalLong.of(count) : OptionalLong.empty();
    Table table = new Table(name, columns, Optional.of(geometry), rows);
    return new Head(table, fields, type, count, header.indexNodeSize());
  }

  static int code(GeometryType type) {
    for (int i = 0; i < TYPES.length; i++) {
      if (TYPES[i] == type) {
        return i;
      }
    }
    return 0;
  }

  private static String free(String wanted, Set<String> taken) {
    String name = wanted == null ? "" : wanted;
    for (int i = 2; !taken.add(name); i++) {
      name = wanted + "_" + i;
    }
    return name;
  }

  private static Optional<String> crs(Crs crs) {
    if (crs == null) {
      return Optional.empty();
    }
    boolean epsg = crs.org() == null || crs.org().equalsIgnoreCase("EPSG");
    if (crs.code() > 0 && epsg) {
      return Optional.of("EPSG:" + crs.code());
    }
    return Optional.ofNullable(crs.wkt()).filter(wkt -> !wkt.isBlank());
  }

  private static void skipped(String name, Notices notices) {
    notices.add(
        "column_skipped",
        name,
        new Bilingual(
            "La columna " + name + " contiene datos binarios y se dejó de lado.",
            "The column " + name + " holds binary data and was left out."));
  }
}
