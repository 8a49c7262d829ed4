package org.yunga.core.aggregate;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Fills the arrays of a tree with plots that come in the order of the curve, in several parts at
 * once if need be. How many there are is known beforehand, so that nothing is copied.
 */
public final class TreeLoader {

  /** Value of a plot that has none. */
  public static final long NO_VALUE = -1;

  private final PlotCounts counts;
  private final PlotArrays arrays;
  private final AtomicInteger loaded = new AtomicInteger();

  /**
   * Makes room.
   *
   * @param dimension 2 for polygons, 1 for lines, 0 for points
   * @param counts of all parts together
   * @param valued whether any plot has a value
   * @param severalSources whether the plots have several sources
   */
  public TreeLoader(int dimension, PlotCounts counts, boolean valued, boolean severalSources) {
    this.counts = counts;
    int plots = counts.plots();
    arrays =
        new PlotArrays(
            dimension,
            new int[plots + 1],
            new int[counts.rings() + 1],
            new double[counts.vertices()],
            new double[counts.vertices()],
            new double[plots],
            new double[plots],
            new float[Math.multiplyExact(4, plots)],
            new long[plots],
            new short[plots],
            new int[plots],
            valued ? new long[plots] : null,
            severalSources ? new short[plots] : null);
  }

  /**
   * A part of the plots. Parts may be filled in any order and by different threads.
   *
   * @param before how much stands before it
   * @param within how much it brings
   */
  public Part part(PlotCounts before, PlotCounts within) {
    return new Part(before, before.plus(within));
  }

  /**
   * The tree.
   *
   * @param sharing for each slot
   * @throws IllegalStateException when parts are missing
   */
  public AggregateTree build(List<Sharing> sharing) {
    if (loaded.get() != counts.plots()) {
      throw new IllegalStateException(loaded + " plots of " + counts.plots());
    }
    return new AggregateTree(SharingBySlot.of(sharing), arrays);
  }

  /** Takes vertices, then the ring they make, then the plot that its rings make. One thread. */
  public final class Part {

    private final int firstPlot;
    private final PlotCounts end;
    private int plot;
    private int ring;
    private int vertex;

    /**
     * First vertex of the plot under way: the arrays do not tell it before the part before ends.
     */
    private int start;

    private Part(PlotCounts before, PlotCounts end) {
      this.firstPlot = before.plots();
      this.end = end;
      this.plot = before.plots();
      this.ring = before.rings();
      this.vertex = before.vertices();
      this.start = vertex;
    }

    /** Adds a vertex in metres. */
    public void vertex(double x, double y) {
      arrays.xs[vertex] = x;
      arrays.ys[vertex] = y;
      vertex++;
    }

    /**
     * The last vertices were a ring, with the plot's interior on its left; or a line; or a point.
     */
    public void endRing() {
      arrays.firstVertex[++ring] = vertex;
    }

    /**
     * The last rings were a plot.
     *
     * @param slot its kind and year
     * @param source which of several sources it came from; else 0
     * @param number its number there
     * @param size fixed-point area or length
     * @param insideX where it counts, metres
     * @param insideY where it counts, metres
     * @param value fixed-point value, or {@link #NO_VALUE}
     */
    public void endPlot(
        int slot, int source, int number, long size, double insideX, double insideY, long value) {
      arrays.slots[plot] = (short) slot;
      arrays.ids[plot] = number;
      arrays.sizes[plot] = size;
      arrays.insideX[plot] = insideX;
      arrays.insideY[plot] = insideY;
      if (arrays.values != null) {
        arrays.values[plot] = value;
      }
      if (arrays.sources != null) {
        arrays.sources[plot] = (short) source;
      }
      box();
      arrays.firstRing[++plot] = ring;
      start = vertex;
    }

    private void box() {
      double minX = Double.POSITIVE_INFINITY;
      double minY = Double.POSITIVE_INFINITY;
      double maxX = Double.NEGATIVE_INFINITY;
      double maxY = Double.NEGATIVE_INFINITY;
      for (int v = start; v < vertex; v++) {
        double x = arrays.xs[v];
        double y = arrays.ys[v];
        minX = x < minX ? x : minX;
        minY = y < minY ? y : minY;
        maxX = x > maxX ? x : maxX;
        maxY = y > maxY ? y : maxY;
      }
      arrays.boxes[4 * plot] = below(minX);
      arrays.boxes[4 * plot + 1] = below(minY);
      arrays.boxes[4 * plot + 2] = above(maxX);
      arrays.boxes[4 * plot + 3] = above(maxY);
    }

    /**
     * The part is whole.
     *
     * @throws IllegalStateException when it brought more or less than was said
     */
    public void close() {
      if (plot != end.plots() || ring != end.rings() || vertex != end.vertices()) {
        throw new IllegalStateException(
            "Not " + end + " but " + new PlotCounts(plot, ring, vertex));
      }
      loaded.addAndGet(plot - firstPlot);
    }
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
}
