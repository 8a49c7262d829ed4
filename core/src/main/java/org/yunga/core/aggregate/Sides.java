package org.yunga.core.aggregate;

import org.locationtech.jts.algorithm.CGAlgorithmsDD;

/**
 * On which side of an edge a point lies, exactly: by doubles where their error cannot matter, by
 * extended precision where it can, by a symbolic step of the point where it lies on the edge.
 */
final class Sides {

  /**
   * Bound of the relative error of the determinant in doubles: (3 + 16 eps) eps, after Shewchuk,
   * Adaptive Precision Floating-Point Arithmetic and Fast Robust Geometric Predicates (1997).
   */
  private static final double ERROR_BOUND = 3.3306690738754716e-16;

  private Sides() {}

  /**
   * 1 when the point lies to the left of the edge from (ax, ay) to (bx, by), -1 to the right; never
   * 0: a point on the edge's line counts as moved by a vanishing step up and, far smaller, to the
   * right.
   */
  static int of(double ax, double ay, double bx, double by, double px, double py) {
    double left = (bx - ax) * (py - ay);
    double right = (by - ay) * (px - ax);
    double determinant = left - right;
    double bound = ERROR_BOUND * (Math.abs(left) + Math.abs(right));
    if (determinant > bound) {
      return 1;
    }
    if (determinant < -bound) {
      return -1;
    }
    int exact = CGAlgorithmsDD.orientationIndex(ax, ay, bx, by, px, py);
    if (exact != 0) {
      return exact;
    }
    if (ax != bx) {
      return bx > ax ? 1 : -1;
    }
    return by > ay ? -1 : 1;
  }
}
