package org.yunga.geodata.format.sheet;

import java.util.regex.Pattern;

/** How numbers are written: which mark stands before decimals. The other one parts thousands. */
public enum NumberStyle {
  /** {@code 1,234.5}, as in Peru. */
  POINT,
  /** {@code 1.234,5}, as in Spain. */
  COMMA;

  /** Blanks of all widths, and the apostrophe, may part thousands in either style. */
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u2009\\u202f'’]");

  /**
   * The number that a text means in this style.
   *
   * @throws NumberFormatException when {@link NumberShape#of} says that it is none
   */
  public double parse(String text) {
    String bare = BLANKS.matcher(text).replaceAll("").replace('\u2212', '-');
    return Double.parseDouble(
        this == POINT ? bare.replace(",", "") : bare.replace(".", "").replace(',', '.'));
  }
}
