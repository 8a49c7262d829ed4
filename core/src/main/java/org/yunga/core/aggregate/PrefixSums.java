package org.yunga.core.aggregate;

/**
 * Counts and sums by slot along the curve: a row every 64 plots holds what lies before it. The
 * totals of any range are two rows and a short walk at either end.
 */
final class PrefixSums {

  private static final int STEP = 64;

  private final PlotArrays plots;
  private final int slots;
  private final int[] counts;
  private final long[] sums;

  PrefixSums(PlotArrays plots, int slots) {
    this.plots = plots;
    this.slots = slots;
    int rows = plots.count() / STEP + 1;
    counts = new int[Math.multiplyExact(rows, slots)];
    sums = new long[rows * slots];
    int[] count = new int[slots];
    long[] sum = new long[slots];
    for (int i = 0; i < plots.count(); i++) {
      if (i % STEP == 0) {
        copyRow(i / STEP, count, sum);
      }
      count[plots.slots[i]]++;
      sum[plots.slots[i]] = Math.addExact(sum[plots.slots[i]], plots.sizes[i]);
    }
    if (plots.count() % STEP == 0) {
      copyRow(plots.count() / STEP, count, sum);
    }
  }

  private void copyRow(int row, int[] count, long[] sum) {
    System.arraycopy(count, 0, counts, row * slots, slots);
    System.arraycopy(sum, 0, sums, row * slots, slots);
  }

  /** Adds the plots from..to (to not included). */
  void add(int from, int to, SlotTotals totals) {
    // the nearest rows, on either side of the ends
    int firstRow = (from + STEP / 2) / STEP;
    int lastRow = Math.min((to + STEP / 2) / STEP, plots.count() / STEP);
    if (firstRow >= lastRow) {
      walk(from, to, totals);
      return;
    }
    walk(from, firstRow * STEP, totals);
    int first = firstRow * slots;
    int last = lastRow * slots;
    for (int slot = 0; slot < slots; slot++) {
      totals.counts[slot] += counts[last + slot] - counts[first + slot];
      totals.sums[slot] += sums[last + slot] - sums[first + slot];
    }
    walk(lastRow * STEP, to, totals);
  }

  /** Adds the plots from..to one by one; takes to..from off when {@code to} comes first. */
  void walk(int from, int to, SlotTotals totals) {
    for (int i = from; i < to; i++) {
      int slot = plots.slots[i];
      totals.counts[slot]++;
      totals.sums[slot] += plots.sizes[i];
    }
    for (int i = to; i < from; i++) {
      int slot = plots.slots[i];
      totals.counts[slot]--;
      totals.sums[slot] -= plots.sizes[i];
    }
  }

  /** Bytes it takes. */
  long bytes() {
    return 4L * counts.length + 8L * sums.length;
  }
}
