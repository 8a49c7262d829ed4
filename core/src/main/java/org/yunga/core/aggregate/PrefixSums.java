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

  /** Null when no plot has a value. */
  private final long[] values;

  PrefixSums(PlotArrays plots, int slots) {
    this.plots = plots;
    this.slots = slots;
    int rows = plots.count() / STEP + 1;
    counts = new int[Math.multiplyExact(rows, slots)];
    sums = new long[rows * slots];
    values = plots.values == null ? null : new long[rows * slots];
    SlotTotals before = new SlotTotals(slots);
    for (int row = 0; row < rows; row++) {
      for (int slot = 0; slot < slots; slot++) {
        counts[row * slots + slot] = (int) before.counts[slot];
      }
      System.arraycopy(before.sums, 0, sums, row * slots, slots);
      if (values != null) {
        System.arraycopy(before.values(), 0, values, row * slots, slots);
      }
      addExactly(row * STEP, Math.min((row + 1) * STEP, plots.count()), before);
    }
  }

  /** What fits here fits every range: sizes and values are never negative. */
  private void addExactly(int from, int to, SlotTotals totals) {
    for (int i = from; i < to; i++) {
      int slot = plots.slots[i];
      if (slot >= 0) {
        totals.counts[slot]++;
        totals.sums[slot] = Math.addExact(totals.sums[slot], plots.sizes[i]);
        if (values != null) {
          totals.values()[slot] = Math.addExact(totals.values()[slot], plots.value(i));
        }
      }
    }
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
    if (values != null) {
      long[] into = totals.values();
      for (int slot = 0; slot < slots; slot++) {
        into[slot] += values[last + slot] - values[first + slot];
      }
    }
    walk(lastRow * STEP, to, totals);
  }

  /** Adds the plots from..to one by one; takes to..from off when {@code to} comes first. */
  void walk(int from, int to, SlotTotals totals) {
    for (int i = from; i < to; i++) {
      addOne(i, 1, totals);
    }
    for (int i = to; i < from; i++) {
      addOne(i, -1, totals);
    }
  }

  private void addOne(int place, int times, SlotTotals totals) {
    int slot = plots.slots[place];
    if (slot >= 0) {
      totals.counts[slot] += times;
      totals.sums[slot] += times * plots.sizes[place];
      if (values != null) {
        totals.values()[slot] += times * plots.value(place);
      }
    }
  }

  /**
   * Whether some of the plots from..to may be in a slot: not told apart are those before and after
   * them in the same steps.
   */
  boolean maySome(int slot, int from, int to) {
    int lastRow = (to + STEP - 1) / STEP;
    return lastRow > plots.count() / STEP
        || counts[lastRow * slots + slot] > counts[from / STEP * slots + slot];
  }

  /** Adds those of the plots from..to that are in one slot to totals of a single slot. */
  void add(int slot, int from, int to, SlotTotals totals) {
    int firstRow = (from + STEP - 1) / STEP;
    int lastRow = to / STEP;
    if (firstRow >= lastRow) {
      walk(slot, from, to, totals);
      return;
    }
    walk(slot, from, firstRow * STEP, totals);
    int first = firstRow * slots + slot;
    int last = lastRow * slots + slot;
    totals.counts[0] += counts[last] - counts[first];
    totals.sums[0] += sums[last] - sums[first];
    if (values != null) {
      totals.values()[0] += values[last] - values[first];
    }
    walk(slot, lastRow * STEP, to, totals);
  }

  private void walk(int slot, int from, int to, SlotTotals totals) {
    for (int i = from; i < to; i++) {
      if (plots.slots[i] == slot) {
        totals.counts[0]++;
        totals.sums[0] += plots.sizes[i];
        if (values != null) {
          totals.values()[0] += plots.value(i);
        }
      }
    }
  }

  /** Bytes it takes. */
  long bytes() {
    return 4L * counts.length + 8L * sums.length + (values == null ? 0 : 8L * values.length);
  }
}
