package org.yunga.geodata.table;

import java.util.Locale;
import java.util.Optional;

/** The types of OGC Simple Features that a column of geometries may be bound to. */
public enum GeometryType {
  /** Any of them, mixed. */
  GEOMETRY,
  POINT,
  LINE_STRING,
  POLYGON,
  MULTI_POINT,
  MULTI_LINE_STRING,
  MULTI_POLYGON,
  GEOMETRY_COLLECTION;

  /** Upper case without a separator, as GeoPackage and WKT have it: {@code MULTIPOLYGON}. */
  public String wktName() {
    return name().replace("_", "");
  }

  /** By its WKT name in any case; empty for curves and surfaces. */
  public static Optional<GeometryType> ofWktName(String name) {
    String wanted = name.toUpperCase(Locale.ROOT);
    for (GeometryType type : values()) {
      if (type.wktName().equals(wanted)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
