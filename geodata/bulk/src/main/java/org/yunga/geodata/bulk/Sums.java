package org.yunga.geodata.bulk;

import java.io.Serializable;

/**
 * What is added up; whole numbers, so that order does not matter.
 *
 * @param count plots whose interior point lies inside
 * @param size fixed-point, see {@code FixedPoint}
 * @param value fixed-point
 */
record Sums(long count, long size, long value) implements Serializable {

  static final Sums ZERO = new Sums(0, 0, 0);

  /** Fails, and never wraps around, when a sum does not fit. */
  Sums plus(Sums other) {
    return new Sums(
        Math.addExact(count, other.count),
        Math.addExact(size, other.size),
        Math.addExact(value, other.value));
  }

  Sums minus(Sums other) {
    return new Sums(count - other.count, size - other.size, value - other.value);
  }
}
