package org.yunga.geodata.table;

import java.util.Optional;

/**
 * Where the rows of a table are.
 *
 * @param type of all geometries; {@link GeometryType#GEOMETRY} when they are mixed or not known
 * @param crs the coordinate reference system that the file names: {@code EPSG:32718}, {@code
 *     OGC:CRS84}, or WKT; coordinates are always x (east) before y (north). Empty when the file is
 *     silent
 */
public record GeometryColumn(GeometryType type, Optional<String> crs) {

  /** Longitude, latitude, WGS 84. */
  public static final String LON_LAT = "OGC:CRS84";

  /** A column in longitude, latitude, WGS 84. */
  public static GeometryColumn lonLat(GeometryType type) {
    return new GeometryColumn(type, Optional.of(LON_LAT));
  }

  /** Whether the file says that it is in longitude, latitude, WGS 84. */
  public boolean isLonLat() {
    return crs.isPresent() && (crs.get().equals(LON_LAT) || crs.get().equals("EPSG:4326"));
  }
}
