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

  /** Edge i runs from (ax[i], ay[i]) to (bx[i], by[i]), metres. */
  final double[] ax;

  final double[] ay;
  final double[] bx;
  final double[] by;

  /** Block k holds the edges 8k to 8k + 7, inside its box. */
  final double[] blockMinX;

  final double[] blockMinY;
  final double[] blockMaxX;
  final double[] blockMaxY;

  private int edges;

  private QueryPolygon(Geometry geometry, int capacity) {
    Envelope envelope = geometry.getEnvelopeInternal();
    minX = envelope.getMinX();
    minY = envelope.getMinY();
    maxX = envelope.getMaxX();
    maxY = envelope.getMaxY();
    ax = new double[capacity];
    ay = new double[capacity];
    bx = new double[capacity];
    by = new double[capacity];
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      Polygon polygon = (Polygon) geometry.getGeometryN(i);
      addRing(polygon.getExteriorRing(), true);
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        addRing(polygon.getInteriorRingN(hole), false);
      }
    }
    int blocks = (edges + BLOCK - 1) / BLOCK;
    blockMinX = new double[blocks];
    blockMinY = new double[blocks];
    blockMaxX = new double[blocks];
    blockMaxY = new double[blocks];
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
        ax[edges] = points.getX(from);
        ay[edges] = points.getY(from);
        bx[edges] = points.getX(to);
        by[edges] = points.getY(to);
        edges++;
      }
    }
  }

  private void boxBlocks() {
    for (int k = 0; k < blockMinX.length; k++) {
      double lowX = Double.POSITIVE_INFINITY;
      double lowY = Double.POSITIVE_INFINITY;
      double highX = Double.NEGATIVE_INFINITY;
      double highY = Double.NEGATIVE_INFINITY;
      for (int i = k * BLOCK; i < endOfBlock(k); i++) {
        lowX = Math.min(lowX, Math.min(ax[i], bx[i]));
        lowY = Math.min(lowY, Math.min(ay[i], by[i]));
        highX = Math.max(highX, Math.max(ax[i], bx[i]));
        highY = Math.max(highY, Math.max(ay[i], by[i]));
      }
      blockMinX[k] = lowX;
      blockMinY[k] = lowY;
      blockMaxX[k] = highX;
      blockMaxY[k] = highY;
    }
  }

  int endOfBlock(int block) {
    return Math.min(edges, (block + 1) * BLOCK);
  }

  /** How many edges the polygon has. */
  public int edges() {
    return edges;
  }

  int blocks() {
    return blockMinX.length;
  }

  /** Whether a box lies beyond the polygon's own. */
  boolean beyond(double boxMinX, double boxMinY, double boxMaxX, double boxMaxY) {
    return boxMinX > maxX || boxMaxX < minX || boxMinY > maxY || boxMaxY < minY;
  }
}
