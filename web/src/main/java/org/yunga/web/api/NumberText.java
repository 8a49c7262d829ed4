package org.yunga.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.function.DoubleFunction;

/**
 * Writes decimal numbers as their {@link Number} would be, without making one of each. Keeps its
 * working space; one for each answer.
 */
final class NumberText {

  /** Longest whole number, with its sign, and a decimal point. */
  private static final int LONGEST = 24;

  /** Beyond that a double has not all of the decimals: 6.7e15 is below 2^53. */
  private static final long LARGEST = 6_700_000_000_000_000L;

  private final char[] digits = new char[LONGEST];
  private final int decimals;
  private final long one;
  private final DoubleFunction<Number> slowly;

  /**
   * For numbers that are rounded to so many decimals.
   *
   * @param decimals 1 to 8
   * @param slowly the number as it is to be written, for those that are rare
   */
  NumberText(int decimals, DoubleFunction<Number> slowly) {
    this.decimals = decimals;
    this.one = Math.round(Math.pow(10, decimals));
    this.slowly = slowly;
  }

  /** Writes a number behind what was written before, as it is. */
  void write(JsonGenerator json, double value) throws IOException {
    long fixed = Math.round(value * one);
    boolean whole = fixed % one == 0;
    // smaller ones may have an exponent
    if (fixed < 0 || fixed > LARGEST || !whole && fixed < one / 1000) {
      json.writeRaw(slowly.apply(value).toString());
    } else if (whole) {
      write(json, fixed / one);
    } else {
      put(json, fraction(fixed));
    }
  }

  /** Writes a number that is not negative. */
  void write(JsonGenerator json, long whole) throws IOException {
    put(json, digits(whole, digits.length));
  }

  private void put(JsonGenerator json, int from) throws IOException {
    json.writeRaw(digits, from, digits.length - from);
  }

  /** Fills the end of the array; the first place that was filled. */
  private int fraction(long fixed) {
    int place = digits.length;
    long whole = fixed / one;
    int rest = (int) (fixed - whole * one);
    int left = decimals;
    while (rest % 10 == 0) {
      rest /= 10;
      left--;
    }
    for (; left > 0; left--) {
      digits[--place] = (char) ('0' + rest % 10);
      rest /= 10;
    }
    digits[--place] = '.';
    return digits(whole, place);
  }

  private int digits(long whole, int end) {
    int place = end;
    long rest = whole;
    do {
      digits[--place] = (char) ('0' + rest % 10);
      rest /= 10;
    } while (rest > 0);
    return place;
  }
}
