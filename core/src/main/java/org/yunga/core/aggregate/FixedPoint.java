package org.yunga.core.aggregate;

/**
 * Values as whole numbers of a small unit: adding them is exact and free of order.
 *
 * <p>Areas are square millimetres, lengths are millimetres times 1,000 (micrometres). The largest
 * sum that fits is 9.2e18: 922 million hectares of area, some seven times Peru, or 9.2e12 m of
 * length. Adding beyond that fails, it never wraps around.
 */
public final class FixedPoint {

  /** Square millimetres in a square metre; micrometres in a metre. */
  public static final double UNITS = 1e6;

  private static final double SQUARE_METRES_PER_HECTARE = 10_000;

  private FixedPoint() {}

  /** The nearest fixed-point value of square metres or metres. */
  public static long of(double metres) {
    double scaled = metres * UNITS;
    if (!(Math.abs(scaled) < Long.MAX_VALUE)) {
      throw new ArithmeticException("Does not fit a fixed-point sum: " + metres);
    }
    return Math.round(scaled);
  }

  /** Hectares of a fixed-point area. */
  public static double hectares(long area) {
    return area / (UNITS * SQUARE_METRES_PER_HECTARE);
  }
}
