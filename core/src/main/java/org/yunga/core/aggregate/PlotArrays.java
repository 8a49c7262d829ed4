package org.yunga.core.aggregate;

/**
 * Plots in flat arrays, in the order of the curve. A plot has rings: closed ones of a polygon
 * (interior on the left, the closing vertex left out), open chains of a line, one vertex of a
 * point.
 */
final class PlotArrays {

  /** 2 for polygons, 1 for lines, 0 for points: all plots of a tree are of one kind. */
  final int dimension;

  /** Rings of plot i: firstRing[i] to firstRing[i + 1] - 1. */
  final int[] firstRing;

  /** Vertices of ring r: firstVertex[r] to firstVertex[r + 1] - 1. */
  final int[] firstVertex;

  /** Vertices in metres. */
  final double[] xs;

  final double[] ys;

  /** A point inside the plot, where it counts. */
  final double[] insideX;

  final double[] insideY;

  /** Box of each plot as minX, minY, maxX, maxY, rounded outward. */
  final float[] boxes;

  /** Fixed-point area or length of the whole plot; 0 for a point. */
  final long[] sizes;

  /** Kind and year; negative for a plot that is retired. */
  final short[] slots;

  /** Number of the plot within its source. */
  final int[] ids;

  /** Fixed-point value, or {@link TreeLoader#NO_VALUE}; null when no plot has one. */
  final long[] values;

  /** Which source the plot came from; null when there is one. */
  final short[] sources;

  PlotArrays(
      int dimension,
      int[] firstRing,
      int[] firstVertex,
      double[] xs,
      double[] ys,
      double[] insideX,
      double[] insideY,
      float[] boxes,
      long[] sizes,
      short[] slots,
      int[] ids,
      long[] values,
      short[] sources) {
    this.dimension = dimension;
    this.firstRing = firstRing;
    this.firstVertex = firstVertex;
    this.xs = xs;
    this.ys = ys;
    this.insideX = insideX;
    this.insideY = insideY;
    this.boxes = boxes;
    this.sizes = sizes;
    this.slots = slots;
    this.ids = ids;
    this.values = values;
    this.sources = sources;
  }

  /** The same plots in other slots. */
  PlotArrays in(short[] otherSlots) {
    return new PlotArrays(
        dimension,
        firstRing,
        firstVertex,
        xs,
        ys,
        insideX,
        insideY,
        boxes,
        sizes,
        otherSlots,
        ids,
        values,
        sources);
  }

  /** Fixed-point value of a plot; 0 without one. */
  long value(int place) {
    return values == null ? 0 : Math.max(0, values[place]);
  }

  long bytes() {
    long plain = (16L + 16 + 8 + 2 + 4 + 4) * count();
    long shape = 16L * xs.length + 4L * firstVertex.length;
    long more = (values == null ? 0 : 8L * count()) + (sources == null ? 0 : 2L * count());
    return plain + shape + more;
  }

  int count() {
    return slots.length;
  }
}
