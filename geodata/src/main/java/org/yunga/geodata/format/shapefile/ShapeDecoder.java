package org.yunga.geodata.format.shapefile;

import java.nio.ByteBuffer;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.table.GeometryType;

/** One record of a {@code .shp} as a geometry with two ordinates. */
final class ShapeDecoder {

  static final int NULL = 0;
  static final int POINT = 1;
  static final int LINE = 3;
  static final int POLYGON = 5;
  static final int MULTI_POINT = 8;

  private static final int TYPES_WITH_Z = 10;
  private static final int BOX_BYTES = 32;
  private static final int POINT_BYTES = 16;
  private static final int RING_POINTS = 4;

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private boolean extraOrdinates;

  /** A record that is no shape; the place is known to the caller. */
  static final class BadShape extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Bilingual reason;

    BadShape(String es, String en) {
      super(en, null, false, false);
      reason = new Bilingual(es, en);
    }

    Bilingual reason() {
      return reason;
    }
  }

  /** The type of column for what the head declares; empty geometries may come with any. */
  static GeometryType columnType(int shapeType) {
    return switch (plain(shapeType)) {
      case POINT -> GeometryType.POINT;
      case LINE -> GeometryType.MULTI_LINE_STRING;
      case POLYGON -> GeometryType.MULTI_POLYGON;
      case MULTI_POINT -> GeometryType.MULTI_POINT;
      default -> GeometryType.GEOMETRY;
    };
  }

  /** Types with heights are ten higher than those without, with measures twenty. */
  private static int plain(int type) {
    return type > TYPES_WITH_Z && type < 30 ? type % TYPES_WITH_Z : type;
  }

  /** Whether any shape so far carried heights or measures. */
  boolean hadExtraOrdinates() {
    return extraOrdinates;
  }

  /** Null for the null shape. Lines and polygons of one part come single. */
  Geometry decode(ByteBuffer record) throws BadShape {
    int type = record.getInt();
    extraOrdinates |= type > TYPES_WITH_Z;
    return switch (plain(type)) {
      case NULL -> null;
      case POINT -> {
        require(record, POINT_BYTES);
        yield FACTORY.createPoint(point(record));
      }
      case MULTI_POINT -> multiPoint(record);
      case LINE -> lines(parts(record));
      case POLYGON -> Rings.polygons(rings(parts(record)), FACTORY);
      default ->
          throw new BadShape(
              "el tipo de forma " + type + " no se admite (solo puntos, líneas y polígonos).",
              "shape type " + type + " is not supported (only points, lines and polygons).");
    };
  }

  private static Geometry multiPoint(ByteBuffer record) throws BadShape {
    require(record, BOX_BYTES + 4);
    record.position(record.position() + BOX_BYTES);
    Point[] points = new Point[count(record, POINT_BYTES)];
    for (int i = 0; i < points.length; i++) {
      points[i] = FACTORY.createPoint(point(record));
    }
    return FACTORY.createMultiPoint(points);
  }

  private static CoordinateXY[][] parts(ByteBuffer record) throws BadShape {
    require(record, BOX_BYTES + 8);
    record.position(record.position() + BOX_BYTES);
    int parts = record.getInt();
    int points = record.getInt();
    if (parts < 0 || points < 0 || record.remaining() < 4L * parts + (long) POINT_BYTES * points) {
      throw new BadShape(
          "dice tener " + parts + " partes y " + points + " vértices, que no caben en ella.",
          "it claims " + parts + " parts and " + points + " vertices, more than it has room for.");
    }
    int[] starts = new int[parts + 1];
    for (int i = 0; i < parts; i++) {
      starts[i] = record.getInt();
    }
    starts[parts] = points;
    CoordinateXY[][] read = new CoordinateXY[parts][];
    for (int i = 0; i < parts; i++) {
      if (starts[i] < 0 || starts[i] > starts[i + 1] || (i == 0 && starts[0] != 0)) {
        throw new BadShape(
            "la parte " + (i + 1) + " empieza en el vértice " + starts[i] + ".",
            "part " + (i + 1) + " begins at vertex " + starts[i] + ".");
      }
      read[i] = new CoordinateXY[starts[i + 1] - starts[i]];
      for (int k = 0; k < read[i].length; k++) {
        read[i][k] = point(record);
      }
    }
    return read;
  }

  private static Geometry lines(CoordinateXY[][] parts) throws BadShape {
    LineString[] lines = new LineString[parts.length];
    for (int i = 0; i < parts.length; i++) {
      if (parts[i].length == 1) {
        throw new BadShape(
            "la parte " + (i + 1) + " tiene un solo vértice.",
            "part " + (i + 1) + " has only one vertex.");
      }
      lines[i] = FACTORY.createLineString(parts[i]);
    }
    return lines.length == 1 ? lines[0] : FACTORY.createMultiLineString(lines);
  }

  private static LinearRing[] rings(CoordinateXY[][] parts) throws BadShape {
    LinearRing[] rings = new LinearRing[parts.length];
    for (int i = 0; i < parts.length; i++) {
      CoordinateXY[] points = parts[i];
      if (points.length < RING_POINTS || !points[0].equals2D(points[points.length - 1])) {
        throw new BadShape(
            "el anillo " + (i + 1) + " no está cerrado o tiene menos de 4 vértices.",
            "ring " + (i + 1) + " is not closed or has fewer than 4 vertices.");
      }
      rings[i] = FACTORY.createLinearRing(points);
    }
    return rings;
  }

  private static int count(ByteBuffer record, int bytesEach) throws BadShape {
    int count = record.getInt();
    if (count < 0 || (long) count * bytesEach > record.remaining()) {
      throw new BadShape(
          "dice tener " + count + " puntos, que no caben en ella.",
          "it claims " + count + " points, more than it has room for.");
    }
    return count;
  }

  private static CoordinateXY point(ByteBuffer record) throws BadShape {
    double x = record.getDouble();
    double y = record.getDouble();
    if (!Double.isFinite(x) || !Double.isFinite(y)) {
      throw new BadShape(
          "una coordenada no es un número finito.", "an ordinate is not a finite number.");
    }
    return new CoordinateXY(x, y);
  }

  private static void require(ByteBuffer record, int bytes) throws BadShape {
    if (record.remaining() < bytes) {
      throw new BadShape(
          "solo tiene " + record.remaining() + " bytes.",
          "it has only " + record.remaining() + " bytes.");
    }
  }
}
