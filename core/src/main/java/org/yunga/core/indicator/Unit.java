package org.yunga.core.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.yunga.core.text.Bilingual;

/**
 * A unit of measure, and the one rounding rule that label, class and colour share.
 *
 * @param id as written in files: {@code ha}, {@code titles}, {@code PEN}
 * @param symbol as written on a screen: {@code ha}, {@code S/}
 * @param name in words, plural
 */
public record Unit(String id, String symbol, Bilingual name) {

  /** From here up a value is shown without decimals. */
  private static final double WHOLE_FROM = 100;

  /**
   * The value as it is shown: no decimals from 100 up, one below; ties away from zero.
   *
   * @param value in this unit
   */
  public double rounded(double value) {
    int decimals = Math.abs(value) >= WHOLE_FROM ? 0 : 1;
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).doubleValue();
  }
}
