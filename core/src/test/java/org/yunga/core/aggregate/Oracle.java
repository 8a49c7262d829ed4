package org.yunga.core.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import org.locationtech.jts.algorithm.InteriorPoint;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** The same answers by brute force: every plot overlaid with the query by OverlayNG. */
final class Oracle {

  static final int SLOTS = 4;

  private Oracle() {}

  /** A tree with plot i in slot i mod 4. */
  static AggregateTree tree(List<? extends Geometry> plots) {
    AggregateTreeBuilder builder = new AggregateTreeBuilder(SLOTS);
    for (int i = 0; i < plots.size(); i++) {
      builder.add(i % SLOTS, plots.get(i));
    }
    return builder.build();
  }

  /** Sums to 1e-9 relative or 1e-6 m² a plot, counts exact. */
  static void compare(
      String what, AggregateTree tree, List<? extends Geometry> plots, Geometry query) {
    double[] sums = new double[SLOTS];
    int[] cut = new int[SLOTS];
    long[] counts = new long[SLOTS];
    PreparedGeometry prepared = PreparedGeometryFactory.prepare(query);
    for (int i = 0; i < plots.size(); i++) {
      Geometry plot = plots.get(i);
      if (prepared.intersects(plot)) {
        sums[i % SLOTS] += shared(plot, query);
        cut[i % SLOTS]++;
        counts[i % SLOTS] += inside(interiorPoint(plot), query) ? 1 : 0;
      }
    }
    SlotTotals totals = tree.totals(QueryPolygon.of(query));
    for (int slot = 0; slot < SLOTS; slot++) {
      assertThat(totals.sum(slot) / FixedPoint.UNITS)
          .as("sum of slot %d, %s", slot, what)
          .isCloseTo(sums[slot], within(1.01e-6 * cut[slot] + sums[slot] * 1e-9));
      assertThat(totals.count(slot)).as("count of slot %d, %s", slot, what).isEqualTo(counts[slot]);
    }
  }

  private static double shared(Geometry plot, Geometry query) {
    Geometry shared = OverlayNGRobust.overlay(plot, query, OverlayNG.INTERSECTION);
    return plot.getDimension() == 2 ? shared.getArea() : shared.getLength();
  }

  static Coordinate interiorPoint(Geometry plot) {
    return plot.getDimension() == 0 ? plot.getCoordinate() : InteriorPoint.getInteriorPoint(plot);
  }

  /**
   * Even-odd along a ray to the right, of a point moved up a little and, far less, to the right.
   */
  static boolean inside(Coordinate point, Geometry query) {
    boolean inside = false;
    for (int i = 0; i < query.getNumGeometries(); i++) {
      Polygon polygon = (Polygon) query.getGeometryN(i);
      inside ^= odd(point, polygon.getExteriorRing());
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        inside ^= odd(point, polygon.getInteriorRingN(hole));
      }
    }
    return inside;
  }

  private static boolean odd(Coordinate point, LinearRing ring) {
    boolean odd = false;
    for (int i = 1; i < ring.getNumPoints(); i++) {
      Coordinate a = ring.getCoordinateN(i - 1);
      Coordinate b = ring.getCoordinateN(i);
      if ((a.y > point.y) != (b.y > point.y)
          && rightOf(point, a.y < b.y ? a : b, a.y < b.y ? b : a)) {
        odd = !odd;
      }
    }
    return odd;
  }

  /** Whether the edge, which runs up from low to high, passes to the right of the moved point. */
  private static boolean rightOf(Coordinate point, Coordinate low, Coordinate high) {
    BigDecimal x = big(low.x);
    BigDecimal y = big(low.y);
    BigDecimal run = big(high.x).subtract(x);
    // (x of the edge at the point's height - x of the point) times the edge's rise
    BigDecimal ahead =
        run.multiply(big(point.y).subtract(y))
            .add(x.subtract(big(point.x)).multiply(big(high.y).subtract(y)));
    return ahead.signum() > 0 || ahead.signum() == 0 && run.signum() > 0;
  }

  private static BigDecimal big(double value) {
    return new BigDecimal(value);
  }
}
