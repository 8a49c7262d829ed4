package org.yunga.core.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Totals by squares, against going through all plots one by one. */
class CellTotalsTest {

  private static final int SLOTS = 3;

  private static List<Geometry> plots(Random random, int count) {
    List<Geometry> plots = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      // clusters, so that whole nodes lie in one square
      double x = -5000 + 1000 * random.nextInt(12) + 60 * random.nextGaussian();
      double y = -5000 + 1000 * random.nextInt(12) + 60 * random.nextGaussian();
      plots.add(Shapes.star(random, x, y, 1 + 30 * random.nextDouble(), 5));
    }
    return plots;
  }

  private static AggregateTree tree(List<? extends Geometry> plots) {
    AggregateTreeBuilder builder = new AggregateTreeBuilder(SLOTS);
    for (int i = 0; i < plots.size(); i++) {
      builder.add(i % SLOTS, plots.get(i), OptionalLong.of(i));
    }
    return builder.build();
  }

  private record Key(long column, long row) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return Long.compare(row * 100_000 + column, other.row * 100_000 + other.column);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "15, 1", "17, 2", "300, 0", "5000, 1", "20000, 2"})
  void areThoseOfThePlotsWhoseInteriorPointLiesInTheSquare(int count, int slot) {
    Random random = new Random(count);
    List<Geometry> plots = plots(random, count);
    AggregateTree tree = tree(plots);
    for (double step : new double[] {0.5, 64, 1024, 1 << 20}) {
      double x = -6000 + 12000 * random.nextDouble();
      double y = -6000 + 12000 * random.nextDouble();
      double size = Math.min(300 * step, 9000);
      CellGrid grid = CellGrid.over(step, x, y, x + size, y + size);
      TreeMap<Key, long[]> expected = new TreeMap<>();
      for (int i = slot; i < count; i += SLOTS) {
        Coordinate point = Oracle.interiorPoint(plots.get(i));
        Key key =
            new Key(
                (long) Math.floor(point.x / step) - grid.column(),
                (long) Math.floor(point.y / step) - grid.row());
        long[] sums = expected.computeIfAbsent(key, any -> new long[3]);
        sums[0]++;
        sums[1] += FixedPoint.of(plots.get(i).getArea());
        sums[2] += i;
      }

      CellTotals totals = new CellTotals(grid, slot);
      totals.add(tree);

      for (int row = 0; row < grid.rows(); row++) {
        for (int column = 0; column < grid.columns(); column++) {
          long[] sums = expected.get(new Key(column, row));
          SlotTotals of = totals.of(column, row);
          assertThat(of == null).as("none in %d, %d", column, row).isEqualTo(sums == null);
          if (of != null) {
            assertThat(new long[] {of.count(0), of.sum(0), of.value(0)}).isEqualTo(sums);
          }
        }
      }
    }
  }

  @Test
  void severalTreesAddUp() {
    List<Geometry> plots = plots(new Random(7), 400);
    CellGrid grid = CellGrid.over(4096, -6000, -6000, 8000, 8000);
    CellTotals whole = new CellTotals(grid, 0);
    whole.add(tree(plots));
    CellTotals parts = new CellTotals(grid, 0);
    parts.add(tree(plots.subList(0, 150)));
    parts.add(tree(plots.subList(150, 399)));
    parts.add(tree(plots.subList(399, 400)));
    parts.add(tree(List.of()));

    for (int row = 0; row < grid.rows(); row++) {
      for (int column = 0; column < grid.columns(); column++) {
        SlotTotals of = whole.of(column, row);
        assertThat(parts.of(column, row)).extracting("counts").isEqualTo(of.counts);
        assertThat(parts.of(column, row).sum(0)).isEqualTo(of.sum(0));
      }
    }
  }

  @Test
  void aPointOnASideBelongsToTheSquareToTheEastOrNorth() {
    AggregateTreeBuilder builder = new AggregateTreeBuilder(1);
    for (double at : new double[] {-8, 0, 8}) {
      builder.add(0, Shapes.FACTORY.createPoint(new Coordinate(at, at)));
    }
    CellTotals totals = new CellTotals(CellGrid.over(8, -8, -8, 8, 8), 0);
    totals.add(builder.build());

    assertThat(totals.grid().columns()).isEqualTo(3);
    for (int i = 0; i < 3; i++) {
      assertThat(totals.of(i, i).count(0)).isEqualTo(1);
      assertThat(totals.grid().west(i)).isEqualTo(8.0 * (i - 1));
    }
  }

  @Test
  void retiredPlotsAreInNoSquare() {
    AggregateTree tree =
        tree(plots(new Random(3), 40))
            .relabelled(
                new int[] {0, 1, 2},
                new boolean[] {true},
                List.of(Sharing.BY_SIZE, Sharing.BY_SIZE, Sharing.BY_SIZE));
    CellTotals totals = new CellTotals(CellGrid.over(1 << 14, -9000, -9000, 9000, 9000), 0);
    totals.add(tree);

    for (int i = 0; i < totals.grid().columns() * totals.grid().rows(); i++) {
      assertThat(totals.of(i % totals.grid().columns(), i / totals.grid().columns())).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -2, 3, 1000, Double.NaN, Double.POSITIVE_INFINITY})
  void aStepIsAPowerOfTwo(double step) {
    assertThatThrownBy(() -> new CellGrid(step, 0, 0, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 0", "2000, 2000"})
  void aGridHasAReasonableNumberOfSquares(int columns, int rows) {
    assertThatThrownBy(() -> new CellGrid(1, 0, 0, columns, rows))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
