package org.yunga.geodata.format.shapefile;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.table.FileExceptions;

/** A {@code .shp} with its {@code .shx}. */
final class ShapeOutput implements AutoCloseable {

  private static final int VERSION = 1000;
  private static final int NULL_BYTES = 4;

  /** Offsets are 32-bit numbers of 16-bit words. */
  private static final long MOST_BYTES = 2L * Integer.MAX_VALUE;

  private final ShapeKind kind;
  private final Path shp;
  private final Path shx;
  private final DataOutputStream shapes;
  private final DataOutputStream index;
  private final Envelope extent = new Envelope();
  private long bytes = ShapeStream.HEADER_BYTES;
  private int records;
  private ByteBuffer buffer = ByteBuffer.allocate(1 << 12).order(ByteOrder.LITTLE_ENDIAN);

  ShapeOutput(ShapeKind kind, Path shp, Path shx) throws IOException {
    this.kind = kind;
    this.shp = shp;
    this.shx = shx;
    this.shapes = open(shp);
    this.index = open(shx);
    shapes.write(new byte[ShapeStream.HEADER_BYTES]);
    index.write(new byte[ShapeStream.HEADER_BYTES]);
  }

  private static DataOutputStream open(Path file) throws IOException {
    return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
  }

  /** Writes one shape; null or empty becomes the null shape. */
  void write(Geometry geometry) throws IOException {
    if (geometry == null || geometry.isEmpty()) {
      room(NULL_BYTES).putInt(ShapeDecoder.NULL);
    } else {
      extent.expandToInclude(geometry.getEnvelopeInternal());
      encode(geometry);
    }
    int length = buffer.position();
    if (bytes + length + 8 > MOST_BYTES) {
      throw FileExceptions.cannotHold(
          ShapefileFormat.LABEL,
          new Bilingual(
              "las geometrías ocupan más de 4 GB. Use GeoPackage o divida los datos.",
              "the geometries need more than 4 GB. Use GeoPackage, or split the data."));
    }
    records++;
    index.writeInt((int) (bytes / 2));
    index.writeInt(length / 2);
    shapes.writeInt(records);
    shapes.writeInt(length / 2);
    shapes.write(buffer.array(), 0, length);
    bytes += 8 + length;
  }

  private ByteBuffer room(int length) {
    if (buffer.capacity() < length) {
      buffer = ByteBuffer.allocate(length + (length >> 1)).order(ByteOrder.LITTLE_ENDIAN);
    }
    return buffer.clear();
  }

  private void encode(Geometry geometry) {
    switch (kind) {
      case POINT -> {
        Coordinate point = geometry.getCoordinate();
        room(20).putInt(kind.code()).putDouble(point.x).putDouble(point.y);
      }
      case MULTI_POINT -> {
        Coordinate[] points = geometry.getCoordinates();
        room(40 + 16 * points.length).putInt(kind.code());
        box(geometry);
        buffer.putInt(points.length);
        for (Coordinate point : points) {
          buffer.putDouble(point.x).putDouble(point.y);
        }
      }
      case LINE, POLYGON -> parts(geometry);
    }
  }

  private void parts(Geometry geometry) {
    int parts = 0;
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      Geometry part = geometry.getGeometryN(i);
      parts += part.isEmpty() ? 0 : 1;
      parts += part instanceof Polygon polygon ? polygon.getNumInteriorRing() : 0;
    }
    int points = geometry.getNumPoints();
    room(44 + 4 * parts + 16 * points).putInt(kind.code());
    box(geometry);
    buffer.putInt(parts).putInt(points);
    int starts = buffer.position();
    buffer.position(starts + 4 * parts);
    int start = 0;
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      Geometry part = geometry.getGeometryN(i);
      if (part instanceof Polygon polygon && !polygon.isEmpty()) {
        buffer.putInt(starts, start);
        starts += 4;
        start += ring(polygon.getExteriorRing(), false);
        for (int k = 0; k < polygon.getNumInteriorRing(); k++) {
          buffer.putInt(starts, start);
          starts += 4;
          start += ring(polygon.getInteriorRingN(k), true);
        }
      } else if (part instanceof LineString line && !line.isEmpty()) {
        buffer.putInt(starts, start);
        starts += 4;
        start += line(line.getCoordinateSequence(), false);
      }
    }
  }

  /** Shells run clockwise, holes counter-clockwise. */
  private int ring(LineString ring, boolean counterClockwise) {
    CoordinateSequence points = ring.getCoordinateSequence();
    return line(points, points.size() > 3 && Orientation.isCCW(points) != counterClockwise);
  }

  private int line(CoordinateSequence points, boolean backwards) {
    for (int i = 0; i < points.size(); i++) {
      int at = backwards ? points.size() - 1 - i : i;
      buffer.putDouble(points.getX(at)).putDouble(points.getY(at));
    }
    return points.size();
  }

  private void box(Geometry geometry) {
    box(buffer, geometry.getEnvelopeInternal());
  }

  private static void box(ByteBuffer out, Envelope box) {
    out.putDouble(box.getMinX())
        .putDouble(box.getMinY())
        .putDouble(box.getMaxX())
        .putDouble(box.getMaxY());
  }

  /** Completes both files. */
  void finish() throws IOException {
    close();
    head(shp, bytes);
    head(shx, ShapeStream.HEADER_BYTES + 8L * records);
  }

  private void head(Path file, long length) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(ShapeStream.HEADER_BYTES);
    head.putInt(0, ShapeStream.FILE_CODE);
    head.putInt(24, (int) (length / 2));
    head.order(ByteOrder.LITTLE_ENDIAN).putInt(28, VERSION).putInt(32, kind.code());
    if (!extent.isNull()) {
      head.position(36);
      box(head, extent);
    }
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      out.write(head.array());
    }
  }

  @Override
  public void close() throws IOException {
    shapes.close();
    index.close();
  }
}
