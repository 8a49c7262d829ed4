package org.yunga.core.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SidesTest {

  @Test
  void pointsOffTheEdge() {
    assertThat(Sides.of(0, 0, 10, 0, 5, 1)).isEqualTo(1);
    assertThat(Sides.of(0, 0, 10, 0, 5, -1)).isEqualTo(-1);
    assertThat(Sides.fromPlot(0, 0, 10, 0, 5, 1)).isEqualTo(1);
    assertThat(Sides.fromPlot(0, 0, 10, 0, 5, -1)).isEqualTo(-1);
  }

  /** The plot steps up and, far smaller, to the right; so does its edge under a query's point. */
  @Test
  void pointsOnTheEdge() {
    assertThat(Sides.of(0, 0, 10, 0, 5, 0)).isEqualTo(1);
    assertThat(Sides.of(10, 0, 0, 0, 5, 0)).isEqualTo(-1);
    assertThat(Sides.of(0, 0, 0, 10, 0, 5)).isEqualTo(-1);
    assertThat(Sides.of(0, 10, 0, 0, 0, 5)).isEqualTo(1);
    assertThat(Sides.of(0, 0, -3, 9, -1, 3)).isEqualTo(-1);
    assertThat(Sides.fromPlot(0, 0, 10, 0, 5, 0)).isEqualTo(-1);
    assertThat(Sides.fromPlot(0, 0, 0, 10, 0, 5)).isEqualTo(1);
  }

  /** Points next to an edge, moved by a few units of the last digit. */
  @Test
  void exactNearTheEdge() {
    Random random = new Random(1);
    for (int i = 0; i < 200_000; i++) {
      double scale = Math.pow(10, random.nextInt(9) - 2);
      double ax = near(random, scale);
      double ay = near(random, scale);
      double bx = near(random, scale);
      double by = near(random, scale);
      double along = random.nextDouble() * 1.5;
      double px = shake(random, ax + along * (bx - ax));
      double py = shake(random, ay + along * (by - ay));
      int expected = exact(ax, ay, bx, by, px, py);
      if (expected != 0) {
        assertThat(Sides.of(ax, ay, bx, by, px, py)).isEqualTo(expected);
        assertThat(Sides.fromPlot(ax, ay, bx, by, px, py)).isEqualTo(expected);
      }
    }
  }

  private static double near(Random random, double scale) {
    double value = random.nextGaussian() * scale;
    return random.nextInt(3) == 0 ? Math.rint(value) : value;
  }

  private static double shake(Random random, double value) {
    // next to 0 lie numbers whose products underflow; metres do not
    return value == 0 ? 0 : value + (random.nextInt(3) - 1) * Math.ulp(value);
  }

  private static int exact(double ax, double ay, double bx, double by, double px, double py) {
    BigDecimal left = minus(bx, ax).multiply(minus(py, ay));
    return left.compareTo(minus(by, ay).multiply(minus(px, ax)));
  }

  private static BigDecimal minus(double a, double b) {
    return new BigDecimal(a).subtract(new BigDecimal(b));
  }
}
