package org.yunga.core.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import org.yunga.core.text.Bilingual;

/**
 * A unit of measure, and the one rounding rule that label, class and colour share.
 *
 * @param id as written in files: {@code ha}, {@code titles}, {@code PEN}
 * @param symbol as written on a screen: {@code ha}, {@code S/}
 * @param name in words, plural
 */
public record Unit(String id, String symbol, Bilingual name) {

  /** From here up a measure is shown without decimals. */
  private static final double WHOLE_FROM = 100;

  private static final int CENTS = 2;
  private static final String PERCENT = "percent";
  private static final Set<String> MONEY = Set.of("PEN", "USD");

  /**
   * The value as it is shown, to the {@linkplain #decimals decimals} of the unit; ties away from
   * zero.
   *
   * @param value in this unit
   */
  public double rounded(double value) {
    return to(decimals(value), value);
  }

  /**
   * How many decimals a value is written with, whole or not: two for what is told per something
   * else, and for money that is not whole; none for what is counted; one for percentages; for other
   * measures none from 100 up, and none for nothing at all, one in between.
   *
   * @param value in this unit
   */
  public int decimals(double value) {
    if (id.contains("/")) {
      return CENTS;
    }
    if (MONEY.contains(id)) {
      return value == Math.rint(value) ? 0 : CENTS;
    }
    if (symbol.isEmpty()) {
      return 0;
    }
    boolean whole = value == 0 || Math.abs(to(1, value)) >= WHOLE_FROM;
    return whole && !id.equals(PERCENT) ? 0 : 1;
  }

  private static double to(int decimals, double value) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).doubleValue();
  }
}
