package org.yunga.core.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.sf.geographiclib.Geodesic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.yunga.core.space.EqualAreaFrame;
import org.yunga.core.space.PointDistance;

/** The nearest plots, against GeographicLib to every plot. */
class NearestPlotsTest {

  private static final int SLOTS = 3;

  private static List<Geometry> plots(
      Random random, int count, double longitude, double latitude, double spread, double size) {
    List<Geometry> plots = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double x = EqualAreaFrame.x(longitude + spread * random.nextGaussian());
      double y = EqualAreaFrame.y(latitude + spread * random.nextGaussian());
      plots.add(
          i % 5 == 0
              ? Shapes.annulus(random, x, y, size)
              : Shapes.star(random, x, y, size * random.nextDouble() + 1, 6));
    }
    return plots;
  }

  private static AggregateTree tree(List<Geometry> plots) {
    AggregateTreeBuilder builder = new AggregateTreeBuilder(SLOTS);
    for (int i = 0; i < plots.size(); i++) {
      builder.add(i % SLOTS, plots.get(i));
    }
    return builder.build();
  }

  private static double geodesic(double longitude, double latitude, double x, double y) {
    return Geodesic.WGS84.Inverse(
            latitude, longitude, EqualAreaFrame.latitude(y), EqualAreaFrame.longitude(x))
        .s12;
  }

  /** By golden sections along every edge. */
  private static double distance(double longitude, double latitude, Geometry plot) {
    Coordinate here = new Coordinate(EqualAreaFrame.x(longitude), EqualAreaFrame.y(latitude));
    if (Oracle.inside(here, plot)) {
      return 0;
    }
    double least = Double.POSITIVE_INFINITY;
    Polygon polygon = (Polygon) plot;
    for (int r = -1; r < polygon.getNumInteriorRing(); r++) {
      Coordinate[] ring =
          (r < 0 ? polygon.getExteriorRing() : polygon.getInteriorRingN(r)).getCoordinates();
      for (int i = 1; i < ring.length; i++) {
        least = Math.min(least, toEdge(longitude, latitude, ring[i - 1], ring[i]));
      }
    }
    return least;
  }

  private static double toEdge(double longitude, double latitude, Coordinate a, Coordinate b) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < 40; i++) {
      double one = high - (high - low) * 0.618;
      double two = low + (high - low) * 0.618;
      double atOne = at(longitude, latitude, a, b, one);
      double atTwo = at(longitude, latitude, a, b, two);
      low = atOne < atTwo ? low : one;
      high = atOne < atTwo ? two : high;
    }
    return Math.min(
        at(longitude, latitude, a, b, (low + high) / 2),
        Math.min(at(longitude, latitude, a, b, 0), at(longitude, latitude, a, b, 1)));
  }

  private static double at(
      double longitude, double latitude, Coordinate a, Coordinate b, double along) {
    return geodesic(longitude, latitude, a.x + (b.x - a.x) * along, a.y + (b.y - a.y) * along);
  }

  @ParameterizedTest
  @CsvSource({
    "-75.5, -9.1, 0.02, 200, 450",
    "-75.5, -9.1, 0.6, 60, 450",
    "-75.5, -9.1, 1.5, 20000, 450",
    "10, 59, 0.8, 400, 450",
    "10, -79.5, 0.8, 400, 450",
    "179.99, 3, 0.05, 500, 450",
    "-180, 0, 1, 500, 450"
  })
  void areThoseThatAreNearestOnTheGround(
      double longitude, double latitude, double spread, double size, int count) {
    Random random = new Random((long) (longitude * 31 + size));
    List<Geometry> plots =
        plots(random, count, longitude, latitude, spread, size).stream()
            .map(NearestPlotsTest::inWorld)
            .toList();
    List<AggregateTree> trees =
        List.of(tree(plots.subList(0, count / 3)), tree(plots.subList(count / 3, count)));
    for (int slot = 0; slot < SLOTS; slot++) {
      double[] expected = new double[0];
      for (int i = slot; i < count; i += SLOTS) {
        expected = Arrays.copyOf(expected, expected.length + 1);
        expected[expected.length - 1] = distance(longitude, latitude, plots.get(i));
      }
      Arrays.sort(expected);

      List<NearestPlots.Found> found =
          NearestPlots.of(trees, slot, new PointDistance(longitude, latitude), 12);

      assertThat(found).hasSizeGreaterThanOrEqualTo(12);
      for (int i = 0; i < found.size(); i++) {
        assertThat(found.get(i).metres()).isCloseTo(expected[i], within(0.02 + 1e-5 * expected[i]));
        assertThat(found.get(i).tree().slot(found.get(i).place())).isEqualTo(slot);
      }
    }
  }

  /** A plot across the antimeridian goes to the other side. */
  private static Geometry inWorld(Geometry plot) {
    double edge = EqualAreaFrame.x(180);
    Envelope box = plot.getEnvelopeInternal();
    double shift = box.getMaxX() > edge ? -2 * edge : box.getMinX() < -edge ? 2 * edge : 0;
    Geometry moved = plot.copy();
    moved.apply((CoordinateFilter) c -> c.x = c.x + shift);
    moved.geometryChanged();
    return moved;
  }

  @Test
  void nothingBeyondTheReachIsFound() {
    AggregateTree tree = tree(plots(new Random(1), 30, -75, -9, 0.1, 100));

    assertThat(NearestPlots.of(List.of(tree), 0, new PointDistance(-75, -4.9), 5)).hasSize(5);
    assertThat(NearestPlots.of(List.of(tree), 0, new PointDistance(-75, -4), 5)).isEmpty();
    assertThat(NearestPlots.of(List.of(tree), 0, new PointDistance(105, 9), 5)).isEmpty();
    assertThat(NearestPlots.of(List.of(), 0, new PointDistance(-75, -9), 5)).isEmpty();
  }

  @Test
  void allThatAreAsFarAsTheLastComeToo() {
    AggregateTreeBuilder builder = new AggregateTreeBuilder(1);
    Coordinate point = new Coordinate(EqualAreaFrame.x(-75), EqualAreaFrame.y(-9));
    for (int i = 0; i < 40; i++) {
      builder.add(0, Shapes.FACTORY.createPoint(point));
    }

    assertThat(NearestPlots.of(List.of(builder.build()), 0, new PointDistance(-75, -9.1), 7))
        .hasSize(40);
  }

  @Test
  void linesHaveNoInside() {
    AggregateTreeBuilder builder = new AggregateTreeBuilder(1);
    double x = EqualAreaFrame.x(-75);
    double y = EqualAreaFrame.y(-9);
    builder.add(
        0,
        Shapes.FACTORY.createLineString(
            new Coordinate[] {
              new Coordinate(x - 500, y - 500),
              new Coordinate(x + 500, y - 500),
              new Coordinate(x, y + 500),
              new Coordinate(x - 500, y - 500)
            }));

    assertThat(
            NearestPlots.of(List.of(builder.build()), 0, new PointDistance(-75, -9), 1)
                .get(0)
                .metres())
        .isGreaterThan(200);
  }
}
