package org.yunga.core.space;

/**
 * The grid on which vertices of plots lie: a billionth of a degree, some 0.1 mm. Each is rounded to
 * it once, before anything is computed; after that, whole numbers stand for exactly those doubles.
 */
public final class DegreeGrid {

  /** Steps in a degree. */
  private static final double STEPS = 1e9;

  private DegreeGrid() {}

  /** The nearest step of an angle in degrees. */
  public static long steps(double degrees) {
    return Math.round(degrees * STEPS);
  }

  /** The angle in degrees; {@link #steps} gives the same number back. */
  public static double degrees(long steps) {
    return steps / STEPS;
  }
}
