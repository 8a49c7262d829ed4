package org.yunga.core.aggregate;

import java.util.Arrays;

/** Puts places on the ground into the order of a Hilbert curve over their extent. */
public final class CurveOrder {

  private CurveOrder() {}

  /**
   * The numbers 0 to count - 1 in the order in which the curve meets the places; where it meets two
   * at once, the lower number comes first.
   *
   * @param x in any unit
   * @param y in the same unit
   */
  public static int[] of(int count, double[] x, double[] y) {
    double minX = Double.POSITIVE_INFINITY;
    double minY = Double.POSITIVE_INFINITY;
    double maxX = Double.NEGATIVE_INFINITY;
    double maxY = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      minX = Math.min(minX, x[i]);
      minY = Math.min(minY, y[i]);
      maxX = Math.max(maxX, x[i]);
      maxY = Math.max(maxY, y[i]);
    }
    double scaleX = maxX > minX ? HilbertCurve.MAX / (maxX - minX) : 0;
    double scaleY = maxY > minY ? HilbertCurve.MAX / (maxY - minY) : 0;
    long[] keys = new long[count];
    for (int i = 0; i < count; i++) {
      long place =
          HilbertCurve.distance((int) ((x[i] - minX) * scaleX), (int) ((y[i] - minY) * scaleY));
      // the sign bit flipped, so that unsigned places sort as signed numbers
      keys[i] = (place << 32 | i) ^ Long.MIN_VALUE;
    }
    Arrays.parallelSort(keys);
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      order[i] = (int) keys[i];
    }
    return order;
  }
}
