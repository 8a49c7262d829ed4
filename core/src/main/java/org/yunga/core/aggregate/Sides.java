package org.yunga.core.aggregate;

import java.math.BigDecimal;

/**
 * On which side of an edge a point lies, exactly (for numbers whose products do not underflow), and
 * never on the edge itself: every plot, with all its vertices, counts as moved by a vanishing step
 * up and, far smaller, to the right. So no plot touches a query or shares an edge with it, they
 * only cross; and since area depends continuously on the step, areas are those of the plot where it
 * is.
 *
 * <p>Simulation of simplicity, after Edelsbrunner and Mücke (ACM Transactions on Graphics, 1990).
 */
final class Sides {

  /**
   * Bound of the relative error of the determinant in doubles: (3 + 16 eps) eps, after Shewchuk,
   * Adaptive Precision Floating-Point Arithmetic and Fast Robust Geometric Predicates (1997).
   */
  private static final double ERROR_BOUND = 3.3306690738754716e-16;

  private Sides() {}

  /**
   * Where a point of a plot lies, seen from a query's edge: 1 to the left of the edge from (ax, ay)
   * to (bx, by), -1 to the right.
   */
  static int of(double ax, double ay, double bx, double by, double px, double py) {
    int side = sign(ax, ay, bx, by, px, py);
    return side != 0 ? side : afterStep(ax, ay, bx, by);
  }

  /**
   * Where a point of a query lies, seen from a plot's edge: it is the edge that moves, so the point
   * steps the other way.
   */
  static int fromPlot(double ax, double ay, double bx, double by, double px, double py) {
    int side = sign(ax, ay, bx, by, px, py);
    return side != 0 ? side : -afterStep(ax, ay, bx, by);
  }

  /** The side to which a point on the edge's line moves. */
  private static int afterStep(double ax, double ay, double bx, double by) {
    if (ax != bx) {
      return bx > ax ? 1 : -1;
    }
    return by > ay ? -1 : 1;
  }

  private static int sign(double ax, double ay, double bx, double by, double px, double py) {
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
    return signNearZero(ax, ay, bx, by, px, py);
  }

  /** Shared borders come here by the thousand, so the case of exact differences is done quickly. */
  private static int signNearZero(
      double ax, double ay, double bx, double by, double px, double py) {
    double dx = bx - ax;
    double dy = by - ay;
    double ux = px - ax;
    double uy = py - ay;
    double left = dx * uy;
    double right = dy * ux;
    if (left == right
        && lostOf(bx, ax, dx) == 0
        && lostOf(by, ay, dy) == 0
        && lostOf(px, ax, ux) == 0
        && lostOf(py, ay, uy) == 0) {
      double leftRest = Math.fma(dx, uy, -left);
      double rightRest = Math.fma(dy, ux, -right);
      return leftRest > rightRest ? 1 : leftRest < rightRest ? -1 : 0;
    }
    BigDecimal x = new BigDecimal(ax);
    BigDecimal y = new BigDecimal(ay);
    BigDecimal exactLeft = new BigDecimal(bx).subtract(x).multiply(new BigDecimal(py).subtract(y));
    BigDecimal exactRight = new BigDecimal(by).subtract(y).multiply(new BigDecimal(px).subtract(x));
    return exactLeft.compareTo(exactRight);
  }

  /** What rounding took from a difference: 0 when it is exact (Knuth's two-sum). */
  private static double lostOf(double a, double b, double difference) {
    double bRounded = a - difference;
    double aRounded = difference + bRounded;
    return (a - aRounded) + (bRounded - b);
  }
}
