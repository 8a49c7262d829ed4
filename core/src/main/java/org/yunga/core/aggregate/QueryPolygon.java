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

  private final Envelope envelope;

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
    envelope = geometry.getEnvelopeInternal();
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
      double minX = Double.POSITIVE_INFINITY;
      double minY = Double.POSITIVE_INFINITY;
      double maxX = Double.NEGATIVE_INFINITY;
      double maxY = Double.NEGATIVE_INFINITY;
      for (int i = k * BLOCK; i < endOfBlock(k); i++) {
        minX = Math.min(minX, Math.min(ax[i], bx[i]));
        minY = Math.min(minY, Math.min(ay[i], by[i]));
        maxX = Math.max(maxX, Math.max(ax[i], bx[i]));
        maxY = Math.max(maxY, Math.max(ay[i], by[i]));
      }
      blockMinX[k] = minX;
      blockMinY[k] = minY;
      blockMaxX[k] = maxX;
      blockMaxY[k] = maxY;
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

  Envelope envelope() {
    return envelope;
  }
}
