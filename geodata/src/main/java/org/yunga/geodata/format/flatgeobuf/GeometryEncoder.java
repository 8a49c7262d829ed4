package org.yunga.geodata.format.flatgeobuf;

import com.google.flatbuffers.FlatBufferBuilder;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.wololo.flatgeobuf.generated.Geometry;
import org.wololo.flatgeobuf.generated.GeometryType;
import org.yunga.geodata.format.support.Fitted;

/** Geometries into the buffer of a feature. */
final class GeometryEncoder {

  private final FlatBufferBuilder builder;

  GeometryEncoder(FlatBufferBuilder builder) {
    this.builder = builder;
  }

  /** Returns where in the buffer the geometry is. */
  int encode(org.locationtech.jts.geom.Geometry geometry) {
    int type = Head.code(Fitted.typeOf(geometry));
    return switch (type) {
      case GeometryType.MultiPolygon, GeometryType.GeometryCollection -> nested(geometry, type);
      default -> flat(geometry, type);
    };
  }

  private int nested(org.locationtech.jts.geom.Geometry geometry, int type) {
    int[] parts = new int[geometry.getNumGeometries()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = encode(geometry.getGeometryN(i));
    }
    int vector = Geometry.createPartsVector(builder, parts);
    return Geometry.createGeometry(builder, 0, 0, 0, 0, 0, 0, type, vector);
  }

  private int flat(org.locationtech.jts.geom.Geometry geometry, int type) {
    double[] xy = new double[2 * geometry.getNumPoints()];
    long[] ends = ends(geometry, xy);
    int endsVector = ends.length > 1 ? Geometry.createEndsVector(builder, ends) : 0;
    int xyVector = Geometry.createXyVector(builder, xy);
    return Geometry.createGeometry(builder, endsVector, xyVector, 0, 0, 0, 0, type, 0);
  }

  /** Fills the vertices and tells where each part ends. */
  private static long[] ends(org.locationtech.jts.geom.Geometry geometry, double[] xy) {
    if (geometry instanceof Polygon polygon && !polygon.isEmpty()) {
      long[] ends = new long[1 + polygon.getNumInteriorRing()];
      int at = fill(polygon.getExteriorRing().getCoordinateSequence(), xy, 0);
      ends[0] = at / 2;
      for (int i = 1; i < ends.length; i++) {
        at = fill(polygon.getInteriorRingN(i - 1).getCoordinateSequence(), xy, at);
        ends[i] = at / 2;
      }
      return ends;
    }
    long[] ends = new long[geometry.getNumGeometries()];
    int at = 0;
    for (int i = 0; i < ends.length; i++) {
      org.locationtech.jts.geom.Geometry part = geometry.getGeometryN(i);
      if (part instanceof LineString line) {
        at = fill(line.getCoordinateSequence(), xy, at);
      } else if (part instanceof Point point) {
        at = fill(point.getCoordinateSequence(), xy, at);
      }
      ends[i] = at / 2;
    }
    return geometry instanceof MultiLineString ? ends : new long[0];
  }

  private static int fill(CoordinateSequence points, double[] xy, int from) {
    int at = from;
    for (int i = 0; i < points.size(); i++) {
      xy[at++] = points.getX(i);
      xy[at++] = points.getY(i);
    }
    return at;
  }
}
