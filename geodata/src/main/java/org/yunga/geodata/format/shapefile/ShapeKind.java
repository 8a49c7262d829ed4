package org.yunga.geodata.format.shapefile;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygonal;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.table.FileExceptions;
import org.yunga.geodata.table.GeometryType;

/** The four types that a shapefile can be of; it holds nothing else besides null. */
enum ShapeKind {
  POINT(ShapeDecoder.POINT, "puntos"),
  MULTI_POINT(ShapeDecoder.MULTI_POINT, "multipuntos"),
  LINE(ShapeDecoder.LINE, "lineas"),
  POLYGON(ShapeDecoder.POLYGON, "poligonos");

  private final int code;
  private final String suffix;

  ShapeKind(int code, String suffix) {
    this.code = code;
    this.suffix = suffix;
  }

  int code() {
    return code;
  }

  /** For the name of the layer, where one table needs several. */
  String suffix() {
    return suffix;
  }

  /** Of a column; null when its geometries are mixed. */
  static ShapeKind of(GeometryType type) {
    return switch (type) {
      case POINT -> POINT;
      case MULTI_POINT -> MULTI_POINT;
      case LINE_STRING, MULTI_LINE_STRING -> LINE;
      case POLYGON, MULTI_POLYGON -> POLYGON;
      case GEOMETRY, GEOMETRY_COLLECTION -> null;
    };
  }

  static ShapeKind of(Geometry geometry) {
    if (geometry instanceof Point) {
      return POINT;
    }
    if (geometry instanceof MultiPoint) {
      return MULTI_POINT;
    }
    if (geometry instanceof Lineal) {
      return LINE;
    }
    if (geometry instanceof Polygonal) {
      return POLYGON;
    }
    throw FileExceptions.cannotHold(
        ShapefileFormat.LABEL,
        new Bilingual(
            "no admite colecciones de geometrías. Use GeoPackage.",
            "it holds no collections of geometries. Use GeoPackage."));
  }
}
