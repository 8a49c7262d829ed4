package org.yunga.core.classify;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Classes of values, half-open: class i holds {@code [lower(i), lower(i + 1))}; the last one has no
 * upper end. What lies below the first bound belongs to the first class.
 *
 * @param method how the bounds were found
 * @param lowerBounds lower bound of each class, strictly rising, at least one
 */
public record Classification(ClassMethod method, List<Double> lowerBounds) {

  /** How many classes a map has at most: more cannot be told apart by eye. */
  public static final int CLASSES = 5;

  /** Significant digits of computed bounds: a legend is read, not calculated with. */
  private static final MathContext ROUND = new MathContext(2, RoundingMode.HALF_UP);

  /** Checks the order. */
  public Classification {
    lowerBounds = List.copyOf(lowerBounds);
    if (lowerBounds.isEmpty() || lowerBounds.size() > CLASSES) {
      throw new IllegalArgumentException(
          "A classification has 1 to " + CLASSES + " classes, not " + lowerBounds.size());
    }
    for (int i = 1; i < lowerBounds.size(); i++) {
      if (lowerBounds.get(i) <= lowerBounds.get(i - 1)) {
        throw new IllegalArgumentException("Class bounds must rise: " + lowerBounds);
      }
    }
  }

  /** How bounds are found. */
  public enum ClassMethod {
    /**
     * Chosen by hand for this indicator, so that maps of all years and releases can be compared.
     */
    FIXED,
    /** As many values in each class, bounds rounded to two digits. */
    QUANTILE
  }

  /** Bounds chosen by hand. */
  public static Classification fixed(double... lowerBounds) {
    return new Classification(ClassMethod.FIXED, Arrays.stream(lowerBounds).boxed().toList());
  }

  /**
   * Quantiles of the values that are not zero (zero is a state of its own, outside the classes).
   * Ties and few values give fewer than five classes; no value gives none. Every class holds at
   * least one of the values.
   */
  public static Optional<Classification> quantile(double... values) {
    double[] sorted = Arrays.stream(values).filter(v -> v != 0).sorted().toArray();
    if (sorted.length == 0) {
      return Optional.empty();
    }
    List<Double> bounds = new ArrayList<>();
    bounds.add(sorted[0] < 0 ? roundDown(sorted[0]) : 0);
    for (int i = 1; i < CLASSES; i++) {
      double before = bounds.get(bounds.size() - 1);
      double bound = round(sorted[(int) ((long) i * sorted.length / CLASSES)]);
      if (anyBetween(sorted, before, bound) && bound <= sorted[sorted.length - 1]) {
        bounds.add(bound);
      }
    }
    return Optional.of(new Classification(ClassMethod.QUANTILE, bounds));
  }

  private static boolean anyBetween(double[] values, double low, double high) {
    return Arrays.stream(values).anyMatch(value -> low <= value && value < high);
  }

  private static double round(double value) {
    return BigDecimal.valueOf(value).round(ROUND).doubleValue();
  }

  private static double roundDown(double value) {
    return BigDecimal.valueOf(value).round(new MathContext(2, RoundingMode.FLOOR)).doubleValue();
  }

  /** The class of a value, 0 to {@code size() - 1}. Give the value as it is shown (rounded). */
  public int classOf(double shownValue) {
    int i = lowerBounds.size() - 1;
    while (i > 0 && shownValue < lowerBounds.get(i)) {
      i--;
    }
    return i;
  }

  /** How many classes there are. */
  public int size() {
    return lowerBounds.size();
  }
}
