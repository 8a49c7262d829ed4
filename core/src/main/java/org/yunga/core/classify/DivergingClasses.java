package org.yunga.core.classify;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;

/**
 * Five classes of differences, alike on both sides of zero: much less (0), less (1), about the same
 * (2), more (3), much more (4).
 *
 * @param inner from here on a difference is more, or less; above 0
 * @param outer from here on it is much more, or much less; at least {@code inner}
 */
public record DivergingClasses(double inner, double outer) {

  /** How many classes there are. */
  public static final int CLASSES = 5;

  private static final MathContext ROUND = new MathContext(2, RoundingMode.DOWN);

  /** Checks the order. */
  public DivergingClasses {
    if (!(inner > 0 && outer >= inner)) {
      throw new IllegalArgumentException("0 < inner <= outer, got " + inner + ", " + outer);
    }
  }

  /**
   * A third of the differences in the middle, a third beyond it, a third far out, by their size;
   * bounds cut to two digits, since a legend is read and not calculated with. None when nothing
   * differs.
   */
  public static Optional<DivergingClasses> of(double... differences) {
    double[] sizes =
        Arrays.stream(differences).map(Math::abs).filter(s -> s > 0).sorted().toArray();
    return sizes.length == 0
        ? Optional.empty()
        : Optional.of(
            new DivergingClasses(
                round(sizes[sizes.length / 3]), round(sizes[sizes.length * 2 / 3])));
  }

  private static double round(double size) {
    return BigDecimal.valueOf(size).round(ROUND).doubleValue();
  }

  /** The class of a difference, 0 to 4. Give it as it is shown (rounded). */
  public int classOf(double shown) {
    double size = Math.abs(shown);
    int steps = size >= outer ? 2 : size >= inner ? 1 : 0;
    return shown < 0 ? 2 - steps : 2 + steps;
  }
}
