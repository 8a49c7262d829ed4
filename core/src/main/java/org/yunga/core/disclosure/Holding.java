package org.yunga.core.disclosure;

/** What some ground holds of one kind and year: whole plots, by their interior point. */
final class Holding {

  /**
   * Largest share of one plot in hundredths: beyond it, who owns another one would know its size.
   */
  private static final int DOMINANCE = 85;

  long count;
  long size;
  long value;
  private long largestSize;
  private long largestValue;

  /** Adds a plot. */
  void add(long plotSize, long plotValue) {
    count++;
    size = Math.addExact(size, plotSize);
    value = Math.addExact(value, plotValue);
    largestSize = Math.max(largestSize, plotSize);
    largestValue = Math.max(largestValue, plotValue);
  }

  void add(Holding other) {
    count += other.count;
    size = Math.addExact(size, other.size);
    value = Math.addExact(value, other.value);
    largestSize = Math.max(largestSize, other.largestSize);
    largestValue = Math.max(largestValue, other.largestValue);
  }

  /** Whether it may be told: three plots or more, none of which makes up nearly all of a sum. */
  boolean isSafe() {
    return count >= PublicPlots.FEWEST_PLOTS
        && !dominates(largestSize, size)
        && !dominates(largestValue, value);
  }

  private static boolean dominates(long largest, long sum) {
    return largest / 100.0 > sum / 100.0 * DOMINANCE / 100;
  }
}
