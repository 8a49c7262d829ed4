package org.yunga.geodata.format.support;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.table.FileExceptions;
import org.yunga.geodata.table.GeometryType;

/** Geometries as the type that their column declares. */
public final class Fitted {

  private Fitted() {}

  /**
   * The geometry itself, or a single one as a collection of one where the column wants many.
   *
   * @param format for the message
   * @throws org.yunga.core.text.ExplainedException when it is of another type
   */
  public static Geometry to(GeometryType type, Geometry geometry, String format) {
    if (type == GeometryType.GEOMETRY || type == typeOf(geometry)) {
      return geometry;
    }
    GeometryFactory factory = geometry.getFactory();
    if (type == GeometryType.MULTI_POLYGON && geometry instanceof Polygon polygon) {
      return factory.createMultiPolygon(new Polygon[] {polygon});
    }
    if (type == GeometryType.MULTI_LINE_STRING && geometry instanceof LineString line) {
      return factory.createMultiLineString(new LineString[] {line});
    }
    if (type == GeometryType.MULTI_POINT && geometry instanceof Point point) {
      return factory.createMultiPoint(new Point[] {point});
    }
    throw FileExceptions.cannotHold(
        format,
        new Bilingual(
            "la capa es de tipo "
                + type.wktName()
                + " y una geometría es "
                + geometry.getGeometryType()
                + ". Declare la capa como GEOMETRY.",
            "the layer is of type "
                + type.wktName()
                + " and a geometry is "
                + geometry.getGeometryType()
                + ". Declare the layer as GEOMETRY."));
  }

  /** The narrowest type of a geometry. */
  public static GeometryType typeOf(Geometry geometry) {
    if (geometry instanceof LineString) { // also a ring
      return GeometryType.LINE_STRING;
    }
    return GeometryType.ofWktName(geometry.getGeometryType()).orElse(GeometryType.GEOMETRY);
  }
}
