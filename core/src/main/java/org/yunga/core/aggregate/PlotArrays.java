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

  /** Kind and year. */
  final short[] slots;

  /** Place of the plot in the order it was given in. */
  final int[] ids;

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
      int[] ids) {
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
  }

  int count() {
    return slots.length;
  }
}
