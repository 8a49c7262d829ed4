package org.yunga.core.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;

/** The tree against brute force. */
class AggregateTreeOracleTest {

  /** Where Peru lies in the frame, so that coordinates have as few digits to spare as there. */
  private static final int PERU_X = -8_500_000;

  private static final int PERU_Y = -1_100_000;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void randomPolygonsOverRandomPlots(long seed) {
    Random random = new Random(seed);
    List<Geometry> plots = stars(random, 3_000, 10_000, 60);
    AggregateTree tree = Oracle.tree(plots);
    for (int q = 0; q < 25; q++) {
      double x = PERU_X + 10_000 * random.nextDouble();
      double y = PERU_Y + 10_000 * random.nextDouble();
      int corners = 3 + random.nextInt(200);
      Geometry query = Shapes.star(random, x, y, 50 + 4_000 * random.nextDouble(), corners);
      Oracle.compare("query " + q, tree, plots, query);
    }
  }

  private static List<Geometry> stars(Random random, int count, double extent, double size) {
    List<Geometry> plots = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double x = PERU_X + extent * random.nextDouble();
      double y = PERU_Y + extent * random.nextDouble();
      int corners = 4 + random.nextInt(6);
      plots.add(Shapes.star(random, x, y, size * (0.2 + 0.8 * random.nextDouble()), corners));
    }
    return plots;
  }

  @Test
  void plotsWithHolesInQueriesWithHoles() {
    Random random = new Random(11);
    List<Geometry> plots = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      plots.add(
          Shapes.annulus(random, 5_000 * random.nextDouble(), 5_000 * random.nextDouble(), 80));
    }
    AggregateTree tree = Oracle.tree(plots);
    for (int q = 0; q < 60; q++) {
      // small ones too, which lie in the holes of plots
      Geometry query =
          Shapes.annulus(
              random,
              5_000 * random.nextDouble(),
              5_000 * random.nextDouble(),
              q % 2 == 0 ? 1_500 : 60);
      Oracle.compare("query " + q, tree, plots, query);
    }
  }

  /** On whole coordinates nearly every edge runs along another or ends on one. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void edgesAndCornersSharedOnAGrid(int seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 250; round++) {
      Placed placed = new Placed(seed, random);
      List<Geometry> plots = new ArrayList<>();
      while (plots.size() < 25) {
        int cells = 1 + random.nextInt(3);
        placed.add(
            plots,
            Shapes.cells(
                random,
                random.nextInt(40),
                random.nextInt(40),
                cells,
                1 + random.nextInt(6),
                0.3 + 0.6 * random.nextDouble()));
      }
      List<Geometry> queries = new ArrayList<>();
      while (queries.size() < 3) {
        placed.add(
            queries,
            Shapes.cells(
                random,
                random.nextInt(20),
                random.nextInt(20),
                1 + random.nextInt(6),
                1 + random.nextInt(8),
                0.2 + 0.7 * random.nextDouble()));
      }
      AggregateTree tree = Oracle.tree(plots);
      for (Geometry query : queries) {
        Oracle.compare("seed " + seed + ", round " + round, tree, plots, query);
      }
    }
  }

  /** Long edges that turn left and right where corners of plots, and of nodes above them, are. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void cornersOfTheQueryOnCornersOfPlots(int seed) {
    Random random = new Random(seed);
    Placed placed = new Placed(seed, random);
    List<Geometry> plots = new ArrayList<>();
    for (int cell = 0; cell < 2_500; cell++) {
      int x = cell % 50;
      int y = cell / 50;
      placed.add(plots, Shapes.rectangle(x, y, x + 1, y + 1));
    }
    AggregateTree tree = Oracle.tree(plots);
    List<Geometry> queries = new ArrayList<>();
    while (queries.size() < 60) {
      double[] corners =
          random.ints(2 * (3 + random.nextInt(3)), -5, 56).asDoubleStream().toArray();
      placed.add(queries, Shapes.polygon(corners));
    }
    for (Geometry query : queries) {
      Oracle.compare("seed " + seed + ", " + query, tree, plots, query);
    }
  }

  /** Puts a grid somewhere: exactly, or so that what was exactly collinear now nearly is. */
  private static final class Placed {
    private final AffineTransformation place = new AffineTransformation();

    Placed(int kind, Random random) {
      if (kind % 3 == 2) {
        place.rotate(random.nextDouble() * Math.PI);
      }
      if (kind % 3 >= 1) {
        place.scale(1 / 3.0, 0.1);
      }
      if (kind >= 3) {
        place.translate(PERU_X, PERU_Y);
      }
    }

    void add(List<Geometry> to, Geometry shape) {
      Geometry placed = place.transform(shape);
      // rounding may make a corner that touched an edge cross it
      if (placed.isValid()) {
        to.add(placed);
      }
    }
  }

  /** Parcels digitised along the line of a district: vertices on its edges, but for rounding. */
  @Test
  void plotsDigitisedAlongTheQuery() {
    Random random = new Random(5);
    for (int round = 0; round < 40; round++) {
      Geometry query = Shapes.star(random, PERU_X, PERU_Y, 3_000, 5 + random.nextInt(60));
      Coordinate[] border = query.getCoordinates();
      List<Geometry> plots = new ArrayList<>();
      for (int i = 1; i < border.length; i++) {
        Coordinate a = border[i - 1];
        Coordinate b = border[i];
        double from = random.nextInt(3) / 4.0;
        double to = from + (1 - from) * (random.nextBoolean() ? 1 : random.nextDouble());
        Coordinate p = at(a, b, from, 0);
        Coordinate q = at(a, b, to, 0);
        Coordinate r = at(a, b, to, random.nextBoolean() ? 0.2 : -0.2);
        Coordinate m = at(a, b, (from + to) / 2, 0);
        plots.add(Shapes.polygon(p.x, p.y, m.x, m.y, q.x, q.y, r.x, r.y));
      }
      plots.removeIf(plot -> !plot.isValid());
      AggregateTree tree = Oracle.tree(plots);
      Oracle.compare("round " + round, tree, plots, query);
    }
  }

  private static Coordinate at(Coordinate a, Coordinate b, double along, double aside) {
    double x = b.x - a.x;
    double y = b.y - a.y;
    return new Coordinate(a.x + along * x - aside * y, a.y + along * y + aside * x);
  }

  @Test
  void sliversOfAMicrometre() {
    Random random = new Random(6);
    for (int round = 0; round < 100; round++) {
      List<Geometry> plots = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        double x = random.nextInt(100);
        double y = random.nextInt(100);
        double angle = random.nextInt(8) * Math.PI / 4;
        Geometry sliver = Shapes.rectangle(x, y, x + 1 + random.nextInt(50), y + 1e-6);
        plots.add(AffineTransformation.rotationInstance(angle, x, y).transform(sliver));
      }
      AggregateTree tree = Oracle.tree(plots);
      Oracle.compare("cells", tree, plots, Shapes.cells(random, 0, 0, 5, 20, 0.5));
      Oracle.compare("sliver", tree, plots, Shapes.rectangle(-10, 50, 110, 50 + 1e-6));
    }
  }

  @Test
  void tinyAndHuge() {
    Random random = new Random(7);
    for (double size : new double[] {1e-3, 1, 1e3, 1e6}) {
      List<Geometry> plots = new ArrayList<>();
      for (int i = 0; i < (size < 1e6 ? 300 : 8); i++) {
        plots.add(
            Shapes.star(
                random,
                PERU_X + 10 * size * random.nextDouble(),
                PERU_Y + 10 * size * random.nextDouble(),
                size,
                4 + random.nextInt(20)));
      }
      AggregateTree tree = Oracle.tree(plots);
      for (int q = 0; q < 20; q++) {
        Geometry query =
            Shapes.star(
                random, PERU_X + 5 * size, PERU_Y + 5 * size, size * (1 + random.nextInt(8)), 30);
        Oracle.compare("size " + size, tree, plots, query);
      }
    }
  }

  @Test
  void outlinesOfFiftyThousandVertices() {
    Random random = new Random(8);
    List<Geometry> plots = stars(random, 2_000, 10_000, 60);
    Geometry outline = Shapes.outline(random, PERU_X + 5_000, PERU_Y + 5_000, 4_000, 50_000);
    Oracle.compare("query", Oracle.tree(plots), plots, outline);

    List<Geometry> large = List.of(outline);
    AggregateTree tree = Oracle.tree(large);
    for (int q = 0; q < 10; q++) {
      double x = PERU_X + 10_000 * random.nextDouble();
      double y = PERU_Y + 10_000 * random.nextDouble();
      Oracle.compare("plot", tree, large, Shapes.star(random, x, y, 3_000, 20));
    }
    Geometry other = Shapes.outline(random, PERU_X + 5_500, PERU_Y + 5_000, 4_000, 50_000);
    Oracle.compare("both", tree, large, other);
  }

  @Test
  void linesByLength() {
    Random random = new Random(9);
    List<Geometry> roads = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      Geometry road = Shapes.wholeLine(random, 0, 1_000, 2 + random.nextInt(6));
      Geometry branch = Shapes.wholeLine(random, 0, 1_000, 2);
      roads.add(i % 5 == 0 ? road.union(branch) : road);
    }
    AggregateTree tree = Oracle.tree(roads);
    for (int q = 0; q < 50; q++) {
      double x = 1_000 * random.nextDouble();
      double y = 1_000 * random.nextDouble();
      Oracle.compare("query " + q, tree, roads, Shapes.star(random, x, y, 500, 30));
    }
  }

  /** A stretch on the border belongs to the side it would lie on after the step. */
  @Test
  void linesAlongTheBorder() {
    double step = 1.0 / 1024;
    Random random = new Random(10);
    for (int round = 0; round < 500; round++) {
      List<Geometry> roads = new ArrayList<>();
      List<Geometry> moved = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        Geometry road = Shapes.wholeLine(random, 0, 9, 2 + random.nextInt(3));
        roads.add(road);
        moved.add(AffineTransformation.translationInstance(step * step, step).transform(road));
      }
      Geometry query = Shapes.cells(random, 0, 0, 4, 2, 0.5);
      SlotTotals totals = Oracle.tree(roads).totals(QueryPolygon.of(query));
      SlotTotals after = Oracle.tree(moved).totals(QueryPolygon.of(query));
      for (int slot = 0; slot < Oracle.SLOTS; slot++) {
        assertThat(totals.sum(slot) / FixedPoint.UNITS)
            .isCloseTo(after.sum(slot) / FixedPoint.UNITS, within(0.3));
      }
      Oracle.compare("moved", Oracle.tree(moved), moved, query);
    }
  }

  @Test
  void pointsOnBordersAndCorners() {
    Random random = new Random(12);
    for (int round = 0; round < 500; round++) {
      List<Geometry> wells = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        wells.add(
            Shapes.FACTORY.createPoint(new Coordinate(random.nextInt(12), random.nextInt(12))));
      }
      Geometry query = Shapes.cells(random, 1, 1, 5, 2, 0.5);
      Oracle.compare("round " + round, Oracle.tree(wells), wells, query);
    }
  }

  @Test
  void aroundFullNodes() {
    Random random = new Random(13);
    for (int count : new int[] {1, 2, 15, 16, 17, 63, 64, 65, 255, 256, 257, 4_095, 4_096, 4_097}) {
      List<Geometry> plots = stars(random, count, 2_000, 60);
      AggregateTree tree = Oracle.tree(plots);
      for (int q = 0; q < 5; q++) {
        Geometry query =
            Shapes.star(random, PERU_X + 1_000, PERU_Y + 1_000, 300 * (q + 1), 3 + 10 * q);
        Oracle.compare(count + " plots", tree, plots, query);
      }
    }
  }

  @Test
  void allPlotsEqual() {
    List<Geometry> plots = Collections.nCopies(300, Shapes.rectangle(0, 0, 10, 10));
    AggregateTree tree = Oracle.tree(plots);
    Oracle.compare("same", tree, plots, Shapes.rectangle(0, 0, 10, 10));
    Oracle.compare("half", tree, plots, Shapes.rectangle(5, 0, 15, 10));
    Oracle.compare("left of it", tree, plots, Shapes.rectangle(-10, 0, 0, 10));
    Oracle.compare("far", tree, plots, Shapes.rectangle(100, 100, 200, 200));
    Oracle.compare("within", tree, plots, Shapes.rectangle(2, 2, 3, 3));
    Oracle.compare("all", tree, plots, Shapes.rectangle(-1, -1, 11, 11));
  }

  @Test
  void emptyTreeAndEmptyQuery() {
    AggregateTree none = Oracle.tree(List.of());
    assertThat(none.totals(QueryPolygon.of(Shapes.rectangle(0, 0, 1, 1))))
        .isEqualTo(none.totals())
        .isEqualTo(new SlotTotals(Oracle.SLOTS));
    AggregateTree one = Oracle.tree(List.of(Shapes.rectangle(0, 0, 1, 1)));
    assertThat(one.totals(QueryPolygon.of(Shapes.FACTORY.createPolygon())))
        .isEqualTo(new SlotTotals(Oracle.SLOTS));
  }
}
