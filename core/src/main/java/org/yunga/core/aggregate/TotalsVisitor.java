package org.yunga.core.aggregate;

/** Adds up by slot. */
final class TotalsVisitor implements PlotVisitor {

  private final AggregateTree tree;
  private final SlotTotals totals;

  TotalsVisitor(AggregateTree tree, SlotTotals totals) {
    this.tree = tree;
    this.totals = totals;
  }

  @Override
  public void whole(int first, int last) {
    tree.prefix.add(first, last, totals);
  }

  @Override
  public void cut(int place, long inside, boolean counts) {
    int slot = tree.plots.slots[place];
    totals.sums[slot] = Math.addExact(totals.sums[slot], inside);
    totals.borderSums[slot] += inside;
    totals.borderPlots++;
    if (counts) {
      totals.counts[slot]++;
    }
  }
}
