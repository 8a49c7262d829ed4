package org.yunga.core.aggregate;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

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

  private final SharingBySlot sharing;
  final PlotArrays plots;
  final PrefixSums prefix;

  /** Boxes of the nodes by level, level 1 first, as minX, minY, maxX, maxY in metres. */
  final float[][] nodeBoxes;

  private final boolean anyRetired;

  AggregateTree(SharingBySlot sharing, PlotArrays plots) {
    this(sharing, plots, nodeBoxes(plots));
  }

  private AggregateTree(SharingBySlot sharing, PlotArrays plots, float[]... nodeBoxes) {
    this.sharing = sharing;
    this.plots = plots;
    this.prefix = new PrefixSums(plots, sharing.slots());
    this.nodeBoxes = nodeBoxes;
    boolean retired = false;
    for (short slot : plots.slots) {
      retired |= slot < 0;
    }
    this.anyRetired = retired;
  }

  private static float[][] nodeBoxes(PlotArrays plots) {
    int levels = 0;
    for (int n = plots.count(); n > 1 || levels == 0; n = (n + FANOUT - 1) >> SHIFT) {
      levels++;
    }
    float[][] nodeBoxes = new float[levels][];
    float[] below = plots.boxes;
    for (int level = 0; level < levels; level++) {
      nodeBoxes[level] = boxesOver(below);
      below = nodeBoxes[level];
    }
    return nodeBoxes;
  }

  /**
   * The same plots with other numbers for their slots, some of them retired: masked, so that they
   * are in no total and no visitor is told of them. Shares all that does not change.
   *
   * @param slotOf what each slot becomes; not asked of slots that only retired plots are in
   * @param retired for each source, whether its plots are retired
   * @param sharing for each new slot
   */
  public AggregateTree relabelled(int[] slotOf, boolean[] retired, List<Sharing> sharing) {
    short[] slots = new short[size()];
    for (int place = 0; place < slots.length; place++) {
      slots[place] =
          retired(place) || retired[source(place)] ? -1 : (short) slotOf[plots.slots[place]];
    }
    return new AggregateTree(SharingBySlot.of(sharing), plots.in(slots), nodeBoxes);
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
    return sharing.slots();
  }

  /** What borders do to values, for each slot. */
  List<Sharing> sharing() {
    return IntStream.range(0, slots())
        .mapToObj(slot -> sharing.withPoint()[slot] ? Sharing.WITH_POINT : Sharing.BY_SIZE)
        .toList();
  }

  /** 2 for polygons, 1 for lines, 0 for points. */
  public int dimension() {
    return plots.dimension;
  }

  /** Totals of all plots. */
  public SlotTotals totals() {
    SlotTotals totals = new SlotTotals(slots());
    prefix.add(0, size(), totals);
    return totals;
  }

  /** Totals of what lies inside a polygon. */
  public SlotTotals totals(QueryPolygon polygon) {
    SlotTotals totals = new SlotTotals(slots());
    TotalsVisitor visitor = new TotalsVisitor(this, totals);
    descend(polygon, visitor);
    visitor.finish();
    return totals;
  }

  /**
   * Tells a visitor, in the order of the curve, what lies inside a polygon; retired plots are left
   * out.
   */
  public void ask(QueryPolygon polygon, PlotVisitor visitor) {
    descend(polygon, anyRetired ? new LiveRanges(this, visitor) : visitor);
  }

  private void descend(QueryPolygon polygon, PlotVisitor visitor) {
    if (size() > 0 && polygon.edges() > 0) {
      Descent descent = DESCENTS.get();
      (descent.busy() ? new Descent() : descent).run(this, polygon, visitor);
    }
  }

  /** The number, within its source, of the plot at a place of the curve. */
  public int number(int place) {
    return plots.ids[place];
  }

  /** Which of the tree's sources the plot at a place of the curve came from; 0 when it has one. */
  public int source(int place) {
    return plots.sources == null ? 0 : plots.sources[place];
  }

  /** Fixed-point value of the plot at a place of the curve; empty when it has none. */
  public OptionalLong value(int place) {
    return plots.values == null || plots.values[place] < 0
        ? OptionalLong.empty()
        : OptionalLong.of(plots.values[place]);
  }

  /**
   * Fixed-point value that a cut plot brings.
   *
   * @param place of the plot on the curve; not a retired one
   * @param inside as {@link PlotVisitor#cut} is told
   * @param counts as {@link PlotVisitor#cut} is told
   */
  public long valueInside(int place, long inside, boolean counts) {
    return sharing.inside(
        plots.slots[place], plots.value(place), plots.sizes[place], inside, counts);
  }

  /** Slot of the plot at a place of the curve; -1 when it is retired. */
  public int slot(int place) {
    return plots.slots[place];
  }

  /** Whether the plot at a place of the curve is no longer in force: it is in no total. */
  public boolean retired(int place) {
    return plots.slots[place] < 0;
  }

  /** Where the interior point of the plot at a place of the curve lies, metres eastward. */
  public double insideX(int place) {
    return plots.insideX[place];
  }

  /** Where the interior point of the plot at a place of the curve lies, metres northward. */
  public double insideY(int place) {
    return plots.insideY[place];
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
    return nodes + prefix.bytes() + plots.bytes();
  }
}
