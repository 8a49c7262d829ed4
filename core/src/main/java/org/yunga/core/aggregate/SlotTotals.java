package org.yunga.core.aggregate;

import java.util.Arrays;

/**
 * What a query adds up for each slot: a count, a fixed-point sum of sizes and, where plots have
 * one, of values. Not safe for two threads.
 */
public final class SlotTotals {

  final long[] counts;
  final long[] sums;
  final long[] borderSums;
  long borderPlots;

  /** Both null as long as no plot with a value came. */
  private long[] values;

  private long[] borderValues;

  SlotTotals(int slots) {
    counts = new long[slots];
    sums = new long[slots];
    borderSums = new long[slots];
  }

  /** Totals of nothing, to add others to. */
  public static SlotTotals zero(int slots) {
    return new SlotTotals(slots);
  }

  /** Totals of the plot at a place of a tree's curve alone, as of a single slot 0. */
  public static SlotTotals ofOne(AggregateTree tree, int place) {
    SlotTotals totals = new SlotTotals(1);
    tree.prefix.add(tree.slot(place), place, place + 1, totals);
    return totals;
  }

  /** Plots whose interior point lies inside. */
  public long count(int slot) {
    return counts[slot];
  }

  /** Fixed-point sum of what lies inside. */
  public long sum(int slot) {
    return sums[slot];
  }

  /** That part of the sum which came from plots that the border cuts. */
  public long borderSum(int slot) {
    return borderSums[slot];
  }

  /** Fixed-point sum of the values of what lies inside. */
  public long value(int slot) {
    return values == null ? 0 : values[slot];
  }

  /** That part of the sum of values which came from plots that the border cuts. */
  public long borderValue(int slot) {
    return borderValues == null ? 0 : borderValues[slot];
  }

  /** To add values to. */
  long[] values() {
    if (values == null) {
      values = new long[counts.length];
    }
    return values;
  }

  long[] borderValues() {
    if (borderValues == null) {
      borderValues = new long[counts.length];
    }
    return borderValues;
  }

  /** How many plots the border cuts, of all slots. */
  public long borderPlots() {
    return borderPlots;
  }

  /** How many slots there are. */
  public int slots() {
    return counts.length;
  }

  /**
   * Adds plots that lie inside with all they have.
   *
   * @param plots how many
   * @param size fixed-point sum of their sizes
   * @param value fixed-point sum of their values
   */
  public void addWhole(int slot, long plots, long size, long value) {
    counts[slot] += plots;
    sums[slot] = Math.addExact(sums[slot], size);
    if (value != 0) {
      values()[slot] = Math.addExact(values()[slot], value);
    }
  }

  /**
   * Adds a plot that the border cuts.
   *
   * @param size fixed-point size of what lies inside
   * @param value fixed-point part of its value
   * @param isCounted whether its interior point lies inside
   */
  public void addCut(int slot, long size, long value, boolean isCounted) {
    addWhole(slot, isCounted ? 1 : 0, size, value);
    borderSums[slot] += size;
    borderPlots++;
    if (value != 0) {
      borderValues()[slot] += value;
    }
  }

  /** Adds the totals of another query, such as one on another tree. */
  public void add(SlotTotals other) {
    for (int slot = 0; slot < counts.length; slot++) {
      counts[slot] += other.counts[slot];
      sums[slot] = Math.addExact(sums[slot], other.sums[slot]);
      borderSums[slot] = Math.addExact(borderSums[slot], other.borderSums[slot]);
    }
    borderPlots += other.borderPlots;
    if (other.values != null) {
      addTo(values(), other.values, 1);
    }
    if (other.borderValues != null) {
      addTo(borderValues(), other.borderValues, 1);
    }
  }

  /**
   * Takes off the counts and sums of another query: what is left of a whole without its parts. A
   * rest has no border of its own, so the share of the border stays.
   */
  public void subtract(SlotTotals other) {
    for (int slot = 0; slot < counts.length; slot++) {
      counts[slot] -= other.counts[slot];
      sums[slot] = Math.subtractExact(sums[slot], other.sums[slot]);
    }
    if (other.values != null) {
      addTo(values(), other.values, -1);
    }
  }

  private static void addTo(long[] sums, long[] others, int times) {
    for (int slot = 0; slot < sums.length; slot++) {
      sums[slot] = Math.addExact(sums[slot], times * others[slot]);
    }
  }

  /** No values are the same as values of nothing. */
  private static boolean same(long[] some, long[] others, int slots) {
    return some == others
        || Arrays.equals(
            some == null ? new long[slots] : some, others == null ? new long[slots] : others);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SlotTotals totals
        && Arrays.equals(counts, totals.counts)
        && Arrays.equals(sums, totals.sums)
        && Arrays.equals(borderSums, totals.borderSums)
        && borderPlots == totals.borderPlots
        && same(values, totals.values, counts.length)
        && same(borderValues, totals.borderValues, counts.length);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sums) * 31 + Arrays.hashCode(counts);
  }

  @Override
  public String toString() {
    return "counts "
        + Arrays.toString(counts)
        + ", sums "
        + Arrays.toString(sums)
        + ", values "
        + Arrays.toString(values);
  }
}
