package org.yunga.geodata.format.flatgeobuf;

import java.nio.ByteBuffer;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.wololo.flatgeobuf.generated.Geometry;
import org.wololo.flatgeobuf.generated.GeometryType;

/**
 * Geometries with two ordinates. Throws {@link IllegalArgumentException} or {@link
 * IndexOutOfBoundsException} for what cannot be.
 */
final class GeometryDecoder {

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final int DEEPEST = 16;
  private static final int POINT_BYTES = 16;

  private boolean extraOrdinates;
  private long budget;

  /** Whether any geometry so far carried heights or measures. */
  boolean hadExtraOrdinates() {
    return extraOrdinates;
  }

  /**
   * @param type code from the head; 0 when the geometry has its own
   * @param bytes of the whole feature: parts may point at the same vertices again and again, an
   *     honest file never does
   */
  org.locationtech.jts.geom.Geometry decode(Geometry geometry, int type, int bytes) {
    budget = bytes / POINT_BYTES + 1L;
    return nested(geometry, type == GeometryType.Unknown ? geometry.type() : type, DEEPEST);
  }

  private org.locationtech.jts.geom.Geometry nested(Geometry g, int type, int depth) {
    if (depth == 0) {
      throw new IllegalArgumentException("collections nested too deep");
    }
    extraOrdinates |= g.zLength() > 0 || g.mLength() > 0;
    return switch (type) {
      case GeometryType.Point -> point(g);
      case GeometryType.LineString -> line(points(g));
      case GeometryType.Polygon -> polygon(g);
      case GeometryType.MultiPoint -> FACTORY.createMultiPointFromCoords(points(g));
      case GeometryType.MultiLineString -> lines(g);
      case GeometryType.MultiPolygon -> polygons(g);
      case GeometryType.GeometryCollection -> collection(g, depth);
      default -> throw new IllegalArgumentException("geometry type " + type);
    };
  }

  private Point point(Geometry g) {
    ByteBuffer xy = g.xyAsByteBuffer();
    if (xy == null || xy.remaining() < POINT_BYTES) {
      return FACTORY.createPoint();
    }
    int at = xy.position();
    if (Double.isNaN(xy.getDouble(at)) && Double.isNaN(xy.getDouble(at + 8))) {
      return FACTORY.createPoint(); // as GDAL writes an empty point
    }
    return FACTORY.createPoint(next(xy));
  }

  private static LineString line(CoordinateXY[] points) {
    return FACTORY.createLineString(points);
  }

  private CoordinateXY[] points(Geometry g) {
    ByteBuffer xy = g.xyAsByteBuffer();
    return xy == null ? new CoordinateXY[0] : points(xy, xy.remaining() / POINT_BYTES);
  }

  private CoordinateXY[] points(ByteBuffer xy, int count) {
    budget -= count;
    if (budget < 0 || count < 0 || xy.remaining() / POINT_BYTES < count) {
      throw new IllegalArgumentException(count + " vertices");
    }
    CoordinateXY[] points = new CoordinateXY[count];
    for (int i = 0; i < count; i++) {
      points[i] = next(xy);
    }
    return points;
  }

  private static CoordinateXY next(ByteBuffer xy) {
    double x = xy.getDouble();
    double y = xy.getDouble();
    if (!Double.isFinite(x) || !Double.isFinite(y)) {
      throw new IllegalArgumentException("NaN or infinite ordinates");
    }
    return new CoordinateXY(x, y);
  }

  /** Vertices of all parts follow each other; {@code ends} tells where each part ends. */
  private CoordinateXY[][] parts(Geometry g) {
    ByteBuffer ends = g.endsAsByteBuffer();
    if (ends == null || ends.remaining() < 4) {
      CoordinateXY[] all = points(g);
      return all.length == 0 ? new CoordinateXY[0][] : new CoordinateXY[][] {all};
    }
    ByteBuffer xy = g.xyAsByteBuffer();
    if (xy == null) {
      return new CoordinateXY[0][];
    }
    CoordinateXY[][] parts = new CoordinateXY[ends.remaining() / 4][];
    long start = 0;
    for (int i = 0; i < parts.length; i++) {
      long end = Integer.toUnsignedLong(ends.getInt());
      parts[i] = points(xy, (int) Math.min(Integer.MAX_VALUE, Math.max(-1, end - start)));
      start = end;
    }
    return parts;
  }

  private Polygon polygon(Geometry g) {
    CoordinateXY[][] parts = parts(g);
    if (parts.length == 0) {
      return FACTORY.createPolygon();
    }
    LinearRing[] holes = new LinearRing[parts.length - 1];
    for (int i = 0; i < holes.length; i++) {
      holes[i] = FACTORY.createLinearRing(parts[i + 1]);
    }
    return FACTORY.createPolygon(FACTORY.createLinearRing(parts[0]), holes);
  }

  private org.locationtech.jts.geom.Geometry lines(Geometry g) {
    CoordinateXY[][] parts = parts(g);
    LineString[] lines = new LineString[parts.length];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = line(parts[i]);
    }
    return FACTORY.createMultiLineString(lines);
  }

  private org.locationtech.jts.geom.Geometry polygons(Geometry g) {
    if (g.partsLength() == 0 && g.xyLength() > 0) {
      return FACTORY.createMultiPolygon(new Polygon[] {polygon(g)});
    }
    Polygon[] polygons = new Polygon[counted(g.partsLength())];
    for (int i = 0; i < polygons.length; i++) {
      polygons[i] = polygon(g.parts(i));
    }
    return FACTORY.createMultiPolygon(polygons);
  }

  private org.locationtech.jts.geom.Geometry collection(Geometry g, int depth) {
    org.locationtech.jts.geom.Geometry[] parts =
        new org.locationtech.jts.geom.Geometry[counted(g.partsLength())];
    for (int i = 0; i < parts.length; i++) {
      Geometry part = g.parts(i);
      parts[i] = nested(part, part.type(), depth - 1);
    }
    return FACTORY.createGeometryCollection(parts);
  }

  private int counted(int parts) {
    budget -= parts;
    if (parts < 0 || budget < 0) {
      throw new IllegalArgumentException(parts + " parts");
    }
    return parts;
  }
}
