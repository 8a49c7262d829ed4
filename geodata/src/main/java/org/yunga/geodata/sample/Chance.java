package org.yunga.geodata.sample;

import java.util.SplittableRandom;

/**
 * Random numbers that are the same on every machine and every Java: only whole numbers of the JDK's
 * generator, and {@link StrictMath}.
 */
final class Chance {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final SplittableRandom random;

  private Chance(long state) {
    random = new SplittableRandom(state);
  }

  /** A sequence of its own for each pair of seed and number. */
  static Chance of(long seed, long number) {
    // mixed twice: the generator walks by the golden ratio, so near seeds must not be near states
    return new Chance(mixed(mixed(seed + GOLDEN) + number));
  }

  /** The finaliser of SplitMix64 (Steele, Lea, Flood, 2014). */
  private static long mixed(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Uniform in [0, 1). */
  double fraction() {
    return (random.nextLong() >>> 11) * 0x1p-53;
  }

  /** Uniform among 0 to bound - 1. */
  int below(int bound) {
    return (int) (fraction() * bound);
  }

  /** Uniform in [-1, 1). */
  double about() {
    return 2 * fraction() - 1;
  }

  /** Normal with mean 0 and deviation 1 (Box and Muller). */
  double gauss() {
    double u = 1 - fraction(); // never 0
    return StrictMath.sqrt(-2 * StrictMath.log(u)) * StrictMath.cos(2 * Math.PI * fraction());
  }
}
