package org.yunga.geodata.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Writes small GeoJSON files of boundaries, geometries given as WKT. */
final class BoundaryFile {

  /** A square of some 12,000 ha in San Martín, counter-clockwise. */
  static final String SQUARE = square(-76.5, -6.5);

  private final List<String> features = new ArrayList<>();
  private String crs = "";

  /** A square of a tenth of a degree from its south-west corner. */
  static String square(double west, double south) {
    double east = west + 0.1;
    double north = south + 0.1;
    return "POLYGON ((%1$s %2$s, %3$s %2$s, %3$s %4$s, %1$s %4$s, %1$s %2$s))"
        .formatted(west, south, east, north);
  }

  BoundaryFile crs(String name) {
    crs = "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"" + name + "\"}},";
    return this;
  }

  /** A feature with the properties {@code code} and {@code name}. */
  BoundaryFile feature(String code, String name, String wkt) {
    return featureOf("\"code\":\"%s\",\"name\":\"%s\"".formatted(code, name), geometry(wkt));
  }

  /** A feature with any properties and any geometry, both as JSON. */
  BoundaryFile featureOf(String properties, String geometry) {
    features.add(
        "{\"type\":\"Feature\",\"properties\":{%s},\"geometry\":%s}"
            .formatted(properties, geometry));
    return this;
  }

  Path write(Path folder) {
    String text =
        "{\"type\":\"FeatureCollection\","
            + crs
            + "\"features\":["
            + String.join(",", features)
            + "]}";
    try {
      return Files.writeString(folder.resolve("limits.geojson"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String geometry(String wkt) {
    try {
      Geometry geometry = new WKTReader().read(wkt);
      return geometry instanceof Polygon polygon
          ? "{\"type\":\"Polygon\",\"coordinates\":[" + ring(polygon) + "]}"
          : "{\"type\":\"Point\",\"coordinates\":" + position(geometry.getCoordinate()) + "}";
    } catch (ParseException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String ring(Polygon polygon) {
    return Arrays.stream(polygon.getExteriorRing().getCoordinates())
        .map(BoundaryFile::position)
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String position(Coordinate coordinate) {
    return "[" + coordinate.x + "," + coordinate.y + "]";
  }
}
