package org.yunga.core.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Values of plots, against brute force with OverlayNG. */
class PlotValueTest {

  private static final int SHARED = 0;
  private static final int WHOLE = 1;
  private static final List<Sharing> SHARING = List.of(Sharing.BY_SIZE, Sharing.WITH_POINT);

  private static Geometry plot(Random random, int dimension) {
    int x = random.nextInt(40);
    int y = random.nextInt(40);
    return switch (dimension) {
      case 2 -> Shapes.cells(random, x, y, 2, 1 + random.nextInt(4), 0.6);
      // off the lines of the grid, where OverlayNG has a line on both sides of a border
      case 1 ->
          AffineTransformation.translationInstance(0.3, 0.1)
              .transform(Shapes.wholeLine(random, 0, 50, 2 + random.nextInt(4)));
      default -> Shapes.FACTORY.createPoint(new Coordinate(x, y));
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void sharedOrWholeAsTheSlotSays(int dimension) {
    Random random = new Random(dimension);
    for (int round = 0; round < 100; round++) {
      AggregateTreeBuilder builder = new AggregateTreeBuilder(SHARING);
      Geometry query = Shapes.cells(random, 3, 3, 6, 5, 0.5);
      double shared = 0;
      long whole = 0;
      for (int i = 0; i < 200; i++) {
        Geometry plot = plot(random, dimension);
        long value = random.nextInt(1_000_000);
        builder.add(i % 2, plot, OptionalLong.of(value));
        boolean counts = Oracle.inside(Oracle.interiorPoint(plot), query);
        whole += i % 2 == WHOLE && counts ? value : 0;
        shared += i % 2 == SHARED ? value * share(plot, query, counts) : 0;
      }
      SlotTotals totals = builder.build().totals(QueryPolygon.of(query));
      assertThat(totals.value(WHOLE)).isEqualTo(whole);
      assertThat((double) totals.value(SHARED)).isCloseTo(shared, within(0.01 + 1.01 * 100));
      assertThat(totals.value(SHARED)).isLessThanOrEqualTo((long) Math.ceil(shared + 0.01));
      assertThat(totals.borderValue(WHOLE)).isBetween(0L, totals.value(WHOLE));
    }
  }

  private static double share(Geometry plot, Geometry query, boolean counts) {
    if (plot.getDimension() == 0) {
      return counts ? 1 : 0;
    }
    Geometry inside = OverlayNGRobust.overlay(plot, query, OverlayNG.INTERSECTION);
    return plot.getDimension() == 2
        ? inside.getArea() / plot.getArea()
        : inside.getLength() / plot.getLength();
  }

  @Test
  void largeValuesAreSharedExactly() {
    long value = 999_999_999_999_999L;
    AggregateTreeBuilder builder = new AggregateTreeBuilder(SHARING);
    builder.add(SHARED, Shapes.rectangle(0, 0, 30_000, 30_000), OptionalLong.of(value));
    AggregateTree tree = builder.build();
    SlotTotals third = tree.totals(QueryPolygon.of(Shapes.rectangle(0, 0, 10_000, 30_000)));
    assertThat(third.value(SHARED)).isEqualTo(value / 3);
    assertThat(third.borderValue(SHARED)).isEqualTo(value / 3);
  }

  @Test
  void aPlotWithoutValueIsNotOneOfZero() {
    AggregateTreeBuilder builder = new AggregateTreeBuilder(SHARING);
    builder.add(SHARED, Shapes.rectangle(0, 0, 1, 1));
    builder.add(SHARED, Shapes.rectangle(5, 5, 6, 6), OptionalLong.of(0));
    AggregateTree tree = builder.build();
    List<OptionalLong> values = new ArrayList<>();
    for (int number = 0; number < 2; number++) {
      int place = tree.number(0) == number ? 0 : 1;
      values.add(tree.value(place));
    }
    assertThat(values).containsExactly(OptionalLong.empty(), OptionalLong.of(0));
  }

  /** Values cost nothing where there are none. */
  @Test
  void treesWithoutValuesStaySmall() {
    Random random = new Random(1);
    List<Geometry> plots = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      plots.add(Shapes.star(random, random.nextInt(5_000), random.nextInt(5_000), 30, 7));
    }
    AggregateTree tree = Oracle.tree(plots);
    assertThat(tree.bytes() / tree.size()).isLessThan(178);
  }
}
