package org.yunga.core.aggregate;

import java.util.Arrays;
import org.locationtech.jts.algorithm.InteriorPoint;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Gathers plots and packs them into a tree. Plots of one tree are all polygons, all lines or all
 * points.
 */
public final class AggregateTreeBuilder {

  private final int slots;
  private int dimension = -1;

  private int count;
  private int rings;
  private int vertices;
  private int[] firstRing = new int[1025];
  private int[] firstVertex = new int[1025];
  private double[] xs = new double[8192];
  private double[] ys = new double[8192];
  private double[] insideX = new double[1024];
  private double[] insideY = new double[1024];
  private double[] boxes = new double[4096];
  private long[] sizes = new long[1024];
  private short[] slotOf = new short[1024];

  /**
   * Begins a tree.
   *
   * @param slots how many slots there are: kinds times years, at most 32,767
   */
  public AggregateTreeBuilder(int slots) {
    if (slots < 1 || slots > Short.MAX_VALUE) {
      throw new IllegalArgumentException("1 to " + Short.MAX_VALUE + " slots, not " + slots);
    }
    this.slots = slots;
  }

  /**
   * Adds a plot; its number is the count of plots before it.
   *
   * @param slot 0 to slots - 1
   * @param metres valid geometry in the equal-area frame: polygons, lines or a point
   */
  public void add(int slot, Geometry metres) {
    if (slot < 0 || slot >= slots) {
      throw new IllegalArgumentException("Slot 0 to " + (slots - 1) + ", not " + slot);
    }
    if (metres.isEmpty()) {
      throw new IllegalArgumentException("A plot has a geometry, this one is empty");
    }
    if (dimension >= 0 && dimension != metres.getDimension()) {
      throw new IllegalArgumentException(
          "Polygons, lines and points go into trees of their own, not " + metres.getGeometryType());
    }
    for (Coordinate vertex : metres.getCoordinates()) {
      if (!vertex.isValid()) {
        throw new IllegalArgumentException("A plot has finite coordinates, not " + vertex);
      }
    }
    dimension = metres.getDimension();
    grow();
    for (int i = 0; i < metres.getNumGeometries(); i++) {
      addPart(metres.getGeometryN(i));
    }
    Envelope box = metres.getEnvelopeInternal();
    boxes[4 * count] = box.getMinX();
    boxes[4 * count + 1] = box.getMinY();
    boxes[4 * count + 2] = box.getMaxX();
    boxes[4 * count + 3] = box.getMaxY();
    Coordinate inside =
        dimension == 0 ? metres.getCoordinate() : InteriorPoint.getInteriorPoint(metres);
    insideX[count] = inside.x;
    insideY[count] = inside.y;
    sizes[count] = size(metres);
    slotOf[count] = (short) slot;
    count++;
    firstRing[count] = rings;
  }

  private long size(Geometry metres) {
    return switch (dimension) {
      case 2 -> FixedPoint.of(metres.getArea());
      case 1 -> FixedPoint.of(metres.getLength());
      default -> 0;
    };
  }

  private void addPart(Geometry part) {
    if (part instanceof Polygon polygon) {
      addRing(polygon.getExteriorRing().getCoordinateSequence(), true);
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        addRing(polygon.getInteriorRingN(i).getCoordinateSequence(), false);
      }
    } else if (part instanceof LineString line) {
      addChain(line.getCoordinateSequence(), line.getNumPoints(), false);
    } else if (part instanceof Point point) {
      addChain(point.getCoordinateSequence(), 1, false);
    } else {
      throw new IllegalArgumentException("Not a plot: " + part.getGeometryType());
    }
  }

  private void addRing(CoordinateSequence points, boolean counterClockwise) {
    addChain(points, points.size() - 1, Rings.turn(points, counterClockwise));
  }

  private void addChain(CoordinateSequence points, int size, boolean turn) {
    if (rings + 2 > firstVertex.length) {
      firstVertex = Arrays.copyOf(firstVertex, firstVertex.length * 2);
    }
    if (vertices + size > xs.length) {
      int length = Math.max(vertices + size, xs.length + (xs.length >> 1));
      xs = Arrays.copyOf(xs, length);
      ys = Arrays.copyOf(ys, length);
    }
    for (int i = 0; i < size; i++) {
      int at = turn ? size - i : i;
      xs[vertices] = points.getX(at);
      ys[vertices] = points.getY(at);
      vertices++;
    }
    rings++;
    firstVertex[rings] = vertices;
  }

  private void grow() {
    if (count == slotOf.length) {
      int length = count + (count >> 1);
      firstRing = Arrays.copyOf(firstRing, length + 1);
      insideX = Arrays.copyOf(insideX, length);
      insideY = Arrays.copyOf(insideY, length);
      boxes = Arrays.copyOf(boxes, 4 * length);
      sizes = Arrays.copyOf(sizes, length);
      slotOf = Arrays.copyOf(slotOf, length);
    }
  }

  /** Packs the plots; the builder must not be used afterwards. */
  public AggregateTree build() {
    int[] order = hilbertOrder();
    int[] rowFirstRing = new int[count + 1];
    int[] rowFirstVertex = new int[rings + 1];
    double[] sortedX = new double[vertices];
    double[] sortedY = new double[vertices];
    double[] sortedInsideX = new double[count];
    double[] sortedInsideY = new double[count];
    float[] sortedBoxes = new float[4 * count];
    long[] sortedSizes = new long[count];
    short[] sortedSlots = new short[count];
    int ring = 0;
    int vertex = 0;
    for (int to = 0; to < count; to++) {
      int from = order[to];
      for (int r = firstRing[from]; r < firstRing[from + 1]; r++) {
        int size = firstVertex[r + 1] - firstVertex[r];
        System.arraycopy(xs, firstVertex[r], sortedX, vertex, size);
        System.arraycopy(ys, firstVertex[r], sortedY, vertex, size);
        vertex += size;
        rowFirstVertex[++ring] = vertex;
      }
      rowFirstRing[to + 1] = ring;
      sortedInsideX[to] = insideX[from];
      sortedInsideY[to] = insideY[from];
      sortedBoxes[4 * to] = below(boxes[4 * from]);
      sortedBoxes[4 * to + 1] = below(boxes[4 * from + 1]);
      sortedBoxes[4 * to + 2] = above(boxes[4 * from + 2]);
      sortedBoxes[4 * to + 3] = above(boxes[4 * from + 3]);
      sortedSizes[to] = sizes[from];
      sortedSlots[to] = slotOf[from];
    }
    return new AggregateTree(
        slots,
        new PlotArrays(
            Math.max(dimension, 0),
            rowFirstRing,
            rowFirstVertex,
            sortedX,
            sortedY,
            sortedInsideX,
            sortedInsideY,
            sortedBoxes,
            sortedSizes,
            sortedSlots,
            order));
  }

  /** Rounded outward, so that a box of floats never is smaller than the plot. */
  private static float below(double value) {
    float nearest = (float) value;
    return nearest <= value ? nearest : Math.nextDown(nearest);
  }

  private static float above(double value) {
    float nearest = (float) value;
    return nearest >= value ? nearest : Math.nextUp(nearest);
  }

  /**
   * Plots by the place of their box's middle on the curve; ties by number, so that it is stable.
   */
  private int[] hilbertOrder() {
    double minX = Double.POSITIVE_INFINITY;
    double minY = Double.POSITIVE_INFINITY;
    double maxX = Double.NEGATIVE_INFINITY;
    double maxY = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      minX = Math.min(minX, boxes[4 * i]);
      minY = Math.min(minY, boxes[4 * i + 1]);
      maxX = Math.max(maxX, boxes[4 * i + 2]);
      maxY = Math.max(maxY, boxes[4 * i + 3]);
    }
    double scaleX = maxX > minX ? HilbertCurve.MAX / (maxX - minX) : 0;
    double scaleY = maxY > minY ? HilbertCurve.MAX / (maxY - minY) : 0;
    long[] keys = new long[count];
    for (int i = 0; i < count; i++) {
      int x = (int) (((boxes[4 * i] + boxes[4 * i + 2]) / 2 - minX) * scaleX);
      int y = (int) (((boxes[4 * i + 1] + boxes[4 * i + 3]) / 2 - minY) * scaleY);
      // the sign bit flipped, so that unsigned places sort as signed numbers
      keys[i] = (HilbertCurve.distance(x, y) << 32 | i) ^ Long.MIN_VALUE;
    }
    Arrays.parallelSort(keys);
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      order[i] = (int) keys[i];
    }
    return order;
  }
}
