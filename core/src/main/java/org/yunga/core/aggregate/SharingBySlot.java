package org.yunga.core.aggregate;

import java.math.BigInteger;
import java.util.List;

/**
 * What a border does to the values of each slot.
 *
 * @param withPoint for each slot, whether the value goes with the interior point
 */
record SharingBySlot(boolean... withPoint) {

  static SharingBySlot of(List<Sharing> sharing) {
    if (sharing.isEmpty() || sharing.size() > Short.MAX_VALUE) {
      throw new IllegalArgumentException(
          "1 to " + Short.MAX_VALUE + " slots, not " + sharing.size());
    }
    boolean[] withPoint = new boolean[sharing.size()];
    for (int slot = 0; slot < withPoint.length; slot++) {
      withPoint[slot] = sharing.get(slot) == Sharing.WITH_POINT;
    }
    return new SharingBySlot(withPoint);
  }

  int slots() {
    return withPoint.length;
  }

  /**
   * The part of a value that lies inside.
   *
   * @param value fixed-point, not negative
   * @param size fixed-point size of the plot
   * @param inside what of it lies inside
   * @param counts whether the plot counts inside
   */
  long inside(int slot, long value, long size, long inside, boolean counts) {
    if (withPoint[slot] || size == 0) {
      return counts ? value : 0;
    }
    return part(value, inside, size);
  }

  /** value × inside / size, rounded down, without overflow. */
  private static long part(long value, long inside, long size) {
    if (Math.multiplyHigh(value, inside) == 0 && value * inside >= 0) {
      return value * inside / size;
    }
    return BigInteger.valueOf(value)
        .multiply(BigInteger.valueOf(inside))
        .divide(BigInteger.valueOf(size))
        .longValueExact();
  }
}
