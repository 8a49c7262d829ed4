package org.yunga.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Writes the numbers of {@link PlotFields#hectares} without making an object of each. */
final class HectaresText {

  private static final int DECIMALS = 8;
  private static final long ONE = 100_000_000;

  /** Smaller numbers may have an exponent; beyond the larger a double has not eight decimals. */
  private static final long SMALLEST = ONE / 1000;

  private static final long LARGEST = 67_000_000 * ONE;

  private final char[] digits = new char[24];

  void write(JsonGenerator json, double hectares) throws IOException {
    long fixed = Math.round(hectares * ONE);
    if (fixed % ONE == 0 && Math.abs(fixed) <= LARGEST) {
      json.writeNumber(fixed / ONE);
    } else if (fixed >= SMALLEST && fixed <= LARGEST) {
      int from = backwards(fixed);
      json.writeNumber(digits, from, digits.length - from);
    } else {
      json.writeObject(PlotFields.hectares(hectares));
    }
  }

  /** Fills the end of the array; the first place that was filled. */
  private int backwards(long fixed) {
    int place = digits.length;
    long rest = fixed;
    int decimals = DECIMALS;
    while (rest % 10 == 0) {
      rest /= 10;
      decimals--;
    }
    while (decimals > 0) {
      digits[--place] = (char) ('0' + rest % 10);
      rest /= 10;
      decimals--;
    }
    digits[--place] = '.';
    do {
      digits[--place] = (char) ('0' + rest % 10);
      rest /= 10;
    } while (rest > 0);
    return place;
  }
}
