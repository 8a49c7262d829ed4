package org.yunga.core.aggregate;

/**
 * Plots under a packed tree, ready to be asked. Immutable, safe for any number of threads.
 *
 * <p>Level 0 are the plots themselves, in groups of {@value #FANOUT}; node n of a level covers the
 * nodes 16n to 16n + 15 of the level below, so a node's plots are a range of the curve.
 */
public final class AggregateTree {

  /** Children of a node. */
  static final int FANOUT = 16;

  /** log2 of the fanout. */
  static final int SHIFT = 4;

  /** Working space, for all trees: a release comes and goes, a thread stays. */
  private static final ThreadLocal<Descent> DESCENTS = ThreadLocal.withInitial(Descent::new);

  private final int slots;
  final PlotArrays plots;
  final PrefixSums prefix;

  /** Boxes of the nodes by level, level 1 first, as minX, minY, maxX, maxY in metres. */
  final float[][] nodeBoxes;

  AggregateTree(int slots, PlotArrays plots) {
    this.slots = slots;
    this.plots = plots;
    this.prefix = new PrefixSums(plots, slots);
    int levels = 0;
    for (int n = plots.count(); n > 1 || levels == 0; n = (n + FANOUT - 1) >> SHIFT) {
      levels++;
    }
    nodeBoxes = new float[levels][];
    float[] below = plots.boxes;
    for (int level = 0; level < levels; level++) {
      nodeBoxes[level] = boxesOver(below);
      below = nodeBoxes[level];
    }
  }

  private static float[] boxesOver(float[] below) {
    int children = below.length / 4;
    int nodes = (children + FANOUT - 1) >> SHIFT;
    float[] boxes = new float[4 * nodes];
    for (int n = 0; n < nodes; n++) {
      float minX = Float.POSITIVE_INFINITY;
      float minY = Float.POSITIVE_INFINITY;
      float maxX = Float.NEGATIVE_INFINITY;
      float maxY = Float.NEGATIVE_INFINITY;
      for (int c = n << SHIFT; c < Math.min(children, (n + 1) << SHIFT); c++) {
        minX = Math.min(minX, below[4 * c]);
        minY = Math.min(minY, below[4 * c + 1]);
        maxX = Math.max(maxX, below[4 * c + 2]);
        maxY = Math.max(maxY, below[4 * c + 3]);
      }
      boxes[4 * n] = minX;
      boxes[4 * n + 1] = minY;
      boxes[4 * n + 2] = maxX;
      boxes[4 * n + 3] = maxY;
    }
    return boxes;
  }

  /** How many plots there are. */
  public int size() {
    return plots.count();
  }

  /** How many slots there are. */
  public int slots() {
    return slots;
  }

  /** Totals of all plots. */
  public SlotTotals totals() {
    SlotTotals totals = new SlotTotals(slots);
    prefix.add(0, size(), totals);
    return totals;
  }

  /** Totals of what lies inside a polygon. */
  public SlotTotals totals(QueryPolygon polygon) {
    SlotTotals totals = new SlotTotals(slots);
    TotalsVisitor visitor = new TotalsVisitor(this, totals);
    ask(polygon, visitor);
    visitor.finish();
    return totals;
  }

  /** Tells a visitor, in the order of the curve, what lies inside a polygon. */
  public void ask(QueryPolygon polygon, PlotVisitor visitor) {
    if (size() > 0 && polygon.edges() > 0) {
      Descent descent = DESCENTS.get();
      (descent.busy() ? new Descent() : descent).run(this, polygon, visitor);
    }
  }

  /** The number under which the plot at a place of the curve was added. */
  public int number(int place) {
    return plots.ids[place];
  }

  /** Slot of the plot at a place of the curve; -1 when it is retired. */
  public int slot(int place) {
    return plots.slots[place];
  }

  /** Whether the plot at a place of the curve is no longer in force: it is in no total. */
  public boolean retired(int place) {
    return plots.slots[place] < 0;
  }

  /** Fixed-point size of the plot at a place of the curve. */
  public long plotSize(int place) {
    return plots.sizes[place];
  }

  /** Bytes of all arrays. */
  public long bytes() {
    long nodes = 0;
    for (float[] boxes : nodeBoxes) {
      nodes += 4L * boxes.length;
    }
    return nodes
        + prefix.bytes()
        + 16L * plots.xs.length
        + 4L * (plots.firstRing.length + plots.firstVertex.length + plots.boxes.length)
        + (16L + 8 + 2 + 4) * size();
  }
}
