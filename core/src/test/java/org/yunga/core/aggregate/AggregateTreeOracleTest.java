package org.yunga.core.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.InteriorPoint;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** The tree against brute force: every plot overlaid with the query by OverlayNG. */
class AggregateTreeOracleTest {

  private static final int SLOTS = 4;
  private static final GeometryFactory FACTORY = new GeometryFactory();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void randomPolygonsOverRandomPlots(long seed) {
    Random random = new Random(seed);
    List<Geometry> plots = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      plots.add(star(random, 10_000, 10, 60, 4 + random.nextInt(6)));
    }
    AggregateTree tree = tree(plots);
    for (int q = 0; q < 25; q++) {
      Geometry query = star(random, 10_000, 50, 4_000, 3 + random.nextInt(200));
      compare(tree, plots, query);
    }
  }

  @Test
  void plotsWithHolesInQueriesWithHoles() {
    Random random = new Random(11);
    List<Geometry> plots = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      plots.add(ring(random, 5_000, 80));
    }
    AggregateTree tree = tree(plots);
    for (int q = 0; q < 60; q++) {
      compare(tree, plots, ring(random, 5_000, 1_500));
    }
  }

  /** Sums to 1e-9 relative, counts exact. */
  private static void compare(AggregateTree tree, List<Geometry> plots, Geometry query) {
    double[] sums = new double[SLOTS];
    long[] counts = new long[SLOTS];
    var prepared = PreparedGeometryFactory.prepare(query);
    for (int i = 0; i < plots.size(); i++) {
      Geometry plot = plots.get(i);
      if (prepared.intersects(plot)) {
        sums[i % SLOTS] += OverlayNGRobust.overlay(plot, query, OverlayNG.INTERSECTION).getArea();
        if (prepared.contains(FACTORY.createPoint(InteriorPoint.getInteriorPoint(plot)))) {
          counts[i % SLOTS]++;
        }
      }
    }
    SlotTotals totals = tree.totals(QueryPolygon.of(query));
    for (int slot = 0; slot < SLOTS; slot++) {
      assertThat(totals.sum(slot) / FixedPoint.UNITS)
          .isCloseTo(sums[slot], within(1e-6 + sums[slot] * 1e-9));
      assertThat(totals.count(slot)).isEqualTo(counts[slot]);
    }
  }

  private static AggregateTree tree(List<Geometry> plots) {
    AggregateTreeBuilder builder = new AggregateTreeBuilder(SLOTS);
    for (int i = 0; i < plots.size(); i++) {
      builder.add(i % SLOTS, plots.get(i));
    }
    return builder.build();
  }

  /** A star-shaped polygon somewhere in a square. */
  private static Geometry star(Random random, double extent, double min, double max, int corners) {
    double x = random.nextDouble() * extent - 8.5e6;
    double y = random.nextDouble() * extent - 1.1e6;
    double size = min + random.nextDouble() * (max - min);
    return FACTORY.createPolygon(corners(random, x, y, size, corners));
  }

  private static Geometry ring(Random random, double extent, double size) {
    double x = random.nextDouble() * extent;
    double y = random.nextDouble() * extent;
    return FACTORY.createPolygon(
        FACTORY.createLinearRing(corners(random, x, y, size, 12)),
        new org.locationtech.jts.geom.LinearRing[] {
          FACTORY.createLinearRing(corners(random, x, y, size * 0.3, 7))
        });
  }

  private static Coordinate[] corners(Random random, double x, double y, double size, int corners) {
    Coordinate[] points = new Coordinate[corners + 1];
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      double radius = size * (0.6 + 0.4 * random.nextDouble());
      points[i] = new Coordinate(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
    }
    points[corners] = points[0].copy();
    return points;
  }
}
