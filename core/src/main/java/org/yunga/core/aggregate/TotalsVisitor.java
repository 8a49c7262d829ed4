package org.yunga.core.aggregate;

/**
 * Adds up by slot. Ranges with a small gap between them, where the border cuts a few plots, are
 * taken as one and the gap is taken off again: it is shorter than two rows of prefix sums.
 */
final class TotalsVisitor implements PlotVisitor {

  private static final int GAP = 64;

  private final AggregateTree tree;
  private final SlotTotals totals;
  private int from;
  private int to;

  TotalsVisitor(AggregateTree tree, SlotTotals totals) {
    this.tree = tree;
    this.totals = totals;
  }

  @Override
  public void whole(int first, int last) {
    if (first - to <= GAP) {
      tree.prefix.walk(first, to, totals);
    } else {
      tree.prefix.add(from, to, totals);
      from = first;
    }
    to = last;
  }

  @Override
  public void cut(int place, long inside, boolean counts) {
    int slot = tree.plots.slots[place];
    if (slot < 0) {
      return;
    }
    if (tree.plots.values != null) {
      long value = tree.valueInside(place, inside, counts);
      totals.values()[slot] = Math.addExact(totals.values()[slot], value);
      totals.borderValues()[slot] += value;
    }
    totals.sums[slot] = Math.addExact(totals.sums[slot], inside);
    totals.borderSums[slot] += inside;
    totals.borderPlots++;
    if (counts) {
      totals.counts[slot]++;
    }
  }

  /** Adds the last range. */
  void finish() {
    tree.prefix.add(from, to, totals);
  }
}
