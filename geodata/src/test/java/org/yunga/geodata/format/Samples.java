package org.yunga.geodata.format;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.yunga.geodata.table.Column;
import org.yunga.geodata.table.ColumnType;
import org.yunga.geodata.table.GeometryColumn;
import org.yunga.geodata.table.GeometryType;
import org.yunga.geodata.table.Row;
import org.yunga.geodata.table.Table;

/** A small table with everything that formats get wrong. */
public final class Samples {

  public static final String HOLED =
      "POLYGON ((-76.5 -8.25, -76.123456 -8.25, -76.123456 -8, -76.5 -8, -76.5 -8.25),"
          + " (-76.4 -8.2, -76.4 -8.1, -76.3 -8.1, -76.3 -8.2, -76.4 -8.2))";
  public static final String TWO_POLYGONS =
      "MULTIPOLYGON (((-75 -9, -74.5 -9, -74.5 -8.5, -75 -9)),"
          + " ((-74 -9, -73 -9, -73 -8, -74 -8, -74 -9),"
          + " (-73.8 -8.8, -73.8 -8.6, -73.6 -8.6, -73.8 -8.8)))";
  public static final String LINE = "LINESTRING (-76 -8, -75.654321 -8.5, -75 -9)";
  public static final String TWO_LINES =
      "MULTILINESTRING ((-76 -8, -75.5 -8.5), (-75 -9, -74 -9.25))";
  public static final String POINT = "POINT (-76.654321 -8.123456)";
  public static final String TWO_POINTS = "MULTIPOINT ((-76.5 -8), (-75 -9.25))";

  public static final List<Column> COLUMNS =
      List.of(
          new Column("codigo", ColumnType.TEXT),
          new Column("nombre", ColumnType.TEXT),
          new Column("familias", ColumnType.INTEGER),
          new Column("hectareas", ColumnType.DECIMAL),
          new Column("titulado", ColumnType.BOOLEAN),
          new Column("fecha", ColumnType.DATE),
          new Column("medido", ColumnType.DATE_TIME));

  private static final Object[][] VALUES = {
    {
      "010101",
      "Ñauza Álvarez, «El Éxito»",
      12L,
      0.1,
      true,
      LocalDate.of(2024, 2, 29),
      LocalDateTime.of(2024, 12, 31, 8, 30, 15)
    },
    {"060101", null, null, null, null, null, null},
    {
      "00",
      "a \"b\" <c> & d; e,f",
      -9_007_199_254_740_993L,
      -1234567.000001,
      false,
      LocalDate.of(1956, 1, 1),
      LocalDateTime.of(2000, 1, 1, 0, 0)
    },
    {"9", "'", 0L, 1.0e-7, true, LocalDate.of(2026, 11, 21), LocalDateTime.of(2026, 7, 28, 12, 0)},
  };

  private Samples() {}

  public static Table table(GeometryType type) {
    return new Table("parcelas", COLUMNS, Optional.of(GeometryColumn.lonLat(type)));
  }

  /** Rows with these geometries, null for none, and values taken in turn. */
  public static List<Row> rows(String... wkt) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < wkt.length; i++) {
      Optional<Geometry> geometry = Optional.ofNullable(wkt[i]).map(Samples::geometry);
      rows.add(Row.of(i + 1, geometry, VALUES[i % VALUES.length]));
    }
    return rows;
  }

  public static Geometry geometry(String wkt) {
    try {
      return new WKTReader().read(wkt);
    } catch (ParseException e) {
      throw new IllegalArgumentException(wkt, e);
    }
  }
}
