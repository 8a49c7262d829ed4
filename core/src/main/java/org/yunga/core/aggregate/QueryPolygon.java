package org.yunga.core.aggregate;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * A polygon or multipolygon made ready to be asked with: its edges in flat arrays, interior on the
 * left, in blocks of eight with boxes. Immutable; make it once for a stored region.
 */
public final class QueryPolygon {

  /** Edges in a block. */
  static final int BLOCK = 8;

  /** Its box, metres. */
  final double minX;

  final double minY;
  final double maxX;
  final double maxY;

  /** Edge i as ax, ay, bx, by from 4i on: it runs from a to b; metres. Together, to be near. */
  final double[] ends;

  /** The box of block k, which holds the edges 8k to 8k + 7, as minX, minY, maxX, maxY. */
  final double[] boxes;

  private int edges;

  private QueryPolygon(Geometry geometry, int capacity) {
    Envelope envelope = geometry.getEnvelopeInternal();
    minX = envelope.getMinX();
    minY = envelope.getMinY();
    maxX = envelope.getMaxX();
    maxY = envelope.getMaxY();
    ends = new double[4 * capacity];
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      Polygon polygon = (Polygon) geometry.getGeometryN(i);
      addRing(polygon.getExteriorRing(), true);
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        addRing(polygon.getInteriorRingN(hole), false);
      }
    }
    boxes = new double[4 * ((edges + BLOCK - 1) / BLOCK)];
    boxBlocks();
  }

  /**
   * Prepares a polygon.
   *
   * @param metres valid polygon or multipolygon in the equal-area frame
   * @throws IllegalArgumentException for another type of geometry, or a coordinate that is no
   *     number
   */
  public static QueryPolygon of(Geometry metres) {
    for (int i = 0; i < metres.getNumGeometries(); i++) {
      if (!(metres.getGeometryN(i) instanceof Polygon)) {
        throw new IllegalArgumentException(
            "A query is a polygon or multipolygon, not a " + metres.getGeometryType());
      }
    }
    for (Coordinate vertex : metres.getCoordinates()) {
      if (!vertex.isValid()) {
        throw new IllegalArgumentException("A query has finite coordinates, not " + vertex);
      }
    }
    return new QueryPolygon(metres, metres.getNumPoints());
  }

  private void addRing(LinearRing ring, boolean counterClockwise) {
    CoordinateSequence points = ring.getCoordinateSequence();
    int last = points.size() - 1;
    boolean turn = Rings.turn(points, counterClockwise);
    for (int i = 0; i < last; i++) {
      int from = turn ? last - i : i;
      int to = turn ? last - i - 1 : i + 1;
      boolean point = points.getX(from) == points.getX(to) && points.getY(from) == points.getY(to);
      if (!point) {
        ends[4 * edges] = points.getX(from);
        ends[4 * edges + 1] = points.getY(from);
        ends[4 * edges + 2] = points.getX(to);
        ends[4 * edges + 3] = points.getY(to);
        edges++;
      }
    }
  }

  private void boxBlocks() {
    for (int k = 0; k < blocks(); k++) {
      double lowX = Double.POSITIVE_INFINITY;
      double lowY = Double.POSITIVE_INFINITY;
      double highX = Double.NEGATIVE_INFINITY;
      double highY = Double.NEGATIVE_INFINITY;
      for (int end = 4 * k * BLOCK; end < 4 * endOfBlock(k); end += 2) {
        lowX = Math.min(lowX, ends[end]);
        lowY = Math.min(lowY, ends[end + 1]);
        highX = Math.max(highX, ends[end]);
        highY = Math.max(highY, ends[end + 1]);
      }
      boxes[4 * k] = lowX;
      boxes[4 * k + 1] = lowY;
      boxes[4 * k + 2] = highX;
      boxes[4 * k + 3] = highY;
    }
  }

  double ax(int edge) {
    return ends[4 * edge];
  }

  double ay(int edge) {
    return ends[4 * edge + 1];
  }

  double bx(int edge) {
    return ends[4 * edge + 2];
  }

  double by(int edge) {
    return ends[4 * edge + 3];
  }

  int endOfBlock(int block) {
    return Math.min(edges, (block + 1) * BLOCK);
  }

  /** How many edges the polygon has. */
  public int edges() {
    return edges;
  }

  int blocks() {
    return boxes.length / 4;
  }

  /** Whether the box of a block meets another. */
  boolean blockMeets(int block, double lowX, double lowY, double highX, double highY) {
    int at = 4 * block;
    return boxes[at] <= highX
        && boxes[at + 1] <= highY
        && boxes[at + 2] >= lowX
        && boxes[at + 3] >= lowY;
  }

  /** Whether the box of a block is no larger than this. */
  boolean blockFits(int block, double width, double height) {
    int at = 4 * block;
    return boxes[at + 2] - boxes[at] <= width && boxes[at + 3] - boxes[at + 1] <= height;
  }

  /** Whether a box lies beyond the polygon's own. */
  boolean beyond(double boxMinX, double boxMinY, double boxMaxX, double boxMaxY) {
    return boxMinX > maxX || boxMaxX < minX || boxMinY > maxY || boxMaxY < minY;
  }
}
