package org.yunga.core.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.triangulate.DelaunayTriangulationBuilder;

/** Parts and outside add up to the whole, over partitions with every kind of shared border. */
class RegionOverlayTest {

  private static final int EXTENT = 60;

  /** Triangles over random whole points of a square, put together at random into regions. */
  private static List<QueryPolygon> partition(Random random, int regions, AffineTransformation at) {
    Set<Coordinate> points = new HashSet<>();
    for (int corner = 0; corner < 4; corner++) {
      points.add(new Coordinate(EXTENT * (corner % 2), EXTENT * (corner / 2)));
    }
    for (int i = 0; i < 80; i++) {
      points.add(new Coordinate(random.nextInt(EXTENT), random.nextInt(EXTENT)));
    }
    DelaunayTriangulationBuilder builder = new DelaunayTriangulationBuilder();
    builder.setSites(points);
    Geometry triangles = at.transform(builder.getTriangles(Shapes.FACTORY));
    List<List<Geometry>> groups = new ArrayList<>();
    for (int i = 0; i < regions; i++) {
      groups.add(new ArrayList<>());
    }
    for (int i = 0; i < triangles.getNumGeometries(); i++) {
      groups.get(random.nextInt(regions)).add(triangles.getGeometryN(i));
    }
    groups.removeIf(List::isEmpty);
    return groups.stream()
        .map(group -> CoverageUnion.union(group.toArray(Geometry[]::new)))
        .map(QueryPolygon::of)
        .toList();
  }

  private static Geometry plot(Random random, int dimension) {
    int x = 1 + random.nextInt(EXTENT - 11);
    int y = 1 + random.nextInt(EXTENT - 11);
    return switch (dimension) {
      case 2 -> Shapes.cells(random, x, y, 3, 3, 0.6);
      case 1 -> Shapes.wholeLine(random, 1, EXTENT - 1, 2 + random.nextInt(4));
      default -> Shapes.FACTORY.createPoint(new Coordinate(x, y));
    };
  }

  /** The square is covered, so nothing lies outside. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void partsAddUpToTheWhole(int dimension) {
    Random random = new Random(dimension);
    for (int round = 0; round < 75; round++) {
      AffineTransformation at = new AffineTransformation();
      if (round % 3 == 1) {
        at.translate(-8_500_000, -1_100_000);
      } else if (round % 3 == 2) {
        at.rotate(random.nextDouble()).scale(33.3, 10.1).translate(-8_500_000.3, -1_100_000.7);
      }
      List<QueryPolygon> regions = partition(random, 1 + random.nextInt(12), at);
      AggregateTreeBuilder builder =
          new AggregateTreeBuilder(List.of(Sharing.BY_SIZE, Sharing.WITH_POINT, Sharing.BY_SIZE));
      for (int i = 0; i < 200; i++) {
        OptionalLong value = OptionalLong.of(random.nextLong(1_000_000_000_000_000L));
        builder.add(
            i % 3,
            at.transform(plot(random, dimension)),
            i % 5 == 0 ? OptionalLong.empty() : value);
      }
      AggregateTree tree = builder.build();
      RegionTotals totals = RegionOverlay.disjoint(regions).totals(tree);
      SlotTotals outside = totals.outside().orElseThrow();
      SlotTotals sum = new SlotTotals(3);
      totals.regions().forEach(sum::add);
      for (int slot = 0; slot < 3; slot++) {
        assertThat(outside.count(slot)).as("count outside, round " + round).isZero();
        // each cut rounds down by less than one unit
        assertThat(outside.sum(slot))
            .as("sum outside, round " + round)
            .isBetween(0L, sum.borderPlots());
        assertThat(sum.sum(slot) + outside.sum(slot)).isEqualTo(tree.totals().sum(slot));
        // a part of a value is as much too small as the part of the size, and rounds down itself
        double lost = outside.value(slot) / (double) tree.totals().value(slot);
        assertThat(outside.value(slot)).as("value outside, round " + round).isNotNegative();
        assertThat(lost).as("value outside, round " + round).isLessThan(1e-6);
        assertThat(sum.value(slot) + outside.value(slot)).isEqualTo(tree.totals().value(slot));
      }
      assertThat(tree.totals().value(0)).isPositive();
      assertThat(outside.value(1)).as("values go with the point").isZero();
      if (dimension == 0) {
        assertThat(outside).isEqualTo(new SlotTotals(3));
      }
    }
  }

  @Test
  void whatLiesOutsideIsARowOfItsOwn() {
    AggregateTreeBuilder builder = new AggregateTreeBuilder(1);
    builder.add(0, Shapes.rectangle(0, 0, 10, 10));
    builder.add(0, Shapes.rectangle(8, 20, 18, 30));
    builder.add(0, Shapes.rectangle(50, 0, 60, 10));
    AggregateTree tree = builder.build();
    List<QueryPolygon> regions =
        List.of(
            QueryPolygon.of(Shapes.rectangle(0, 0, 5, 40)),
            QueryPolygon.of(Shapes.rectangle(5, 0, 10, 40)));
    RegionTotals totals = RegionOverlay.disjoint(regions).totals(tree);
    assertThat(totals.regions().get(0).sum(0)).isEqualTo(50_000_000);
    assertThat(totals.regions().get(1).sum(0)).isEqualTo(70_000_000);
    SlotTotals outside = totals.outside().orElseThrow();
    assertThat(outside.sum(0)).isEqualTo(180_000_000);
    assertThat(outside.count(0)).isEqualTo(2);
  }

  @Test
  void regionsOverEachOtherHaveNoOutside() {
    AggregateTreeBuilder builder = new AggregateTreeBuilder(1);
    builder.add(0, Shapes.rectangle(0, 0, 10, 10));
    AggregateTree tree = builder.build();
    QueryPolygon region = QueryPolygon.of(Shapes.rectangle(-1, -1, 11, 11));
    List<QueryPolygon> twice = List.of(region, region);
    RegionTotals totals = RegionOverlay.overlapping(twice).totals(tree);
    assertThat(totals.regions()).containsOnly(tree.totals(region));
    assertThat(totals.outside()).isEmpty();
    assertThat(RegionOverlay.disjoint(twice).totals(tree).outside()).isEmpty();
    assertThat(RegionOverlay.disjoint(List.of()).totals(tree).outside()).contains(tree.totals());
  }

  @Test
  void theNumberOfThreadsDoesNotMatter() throws Exception {
    Random random = new Random(9);
    RegionOverlay overlay =
        RegionOverlay.disjoint(partition(random, 12, new AffineTransformation()));
    AggregateTreeBuilder builder = new AggregateTreeBuilder(3);
    for (int i = 0; i < 3_000; i++) {
      builder.add(i % 3, plot(random, 2));
    }
    AggregateTree tree = builder.build();
    RegionTotals expected = overlay.totals(tree);
    for (int threads : new int[] {1, 2, 5}) {
      ForkJoinPool pool = new ForkJoinPool(threads);
      try {
        assertThat(pool.submit(() -> overlay.totals(tree)).get()).isEqualTo(expected);
      } finally {
        pool.shutdown();
      }
    }
  }
}
