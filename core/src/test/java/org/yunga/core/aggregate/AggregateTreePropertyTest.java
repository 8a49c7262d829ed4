package org.yunga.core.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** What holds whatever the figures are. */
class AggregateTreePropertyTest {

  @Test
  void aLargerPolygonNeverHoldsLess() {
    Random random = new Random(1);
    for (int round = 0; round < 100; round++) {
      AggregateTree tree = Oracle.tree(cells(random, 100));
      Geometry small = Shapes.cells(random, 0, 0, 5, 8, 0.4);
      Geometry large = small.union(Shapes.cells(random, 0, 0, 5, 8, 0.4));
      SlotTotals less = tree.totals(QueryPolygon.of(small));
      SlotTotals more = tree.totals(QueryPolygon.of(large));
      for (int slot = 0; slot < Oracle.SLOTS; slot++) {
        assertThat(more.count(slot)).isGreaterThanOrEqualTo(less.count(slot));
        assertThat(more.sum(slot) + more.borderPlots()).isGreaterThanOrEqualTo(less.sum(slot));
      }
    }
  }

  private static List<Geometry> cells(Random random, int count) {
    List<Geometry> plots = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      plots.add(
          Shapes.cells(
              random, random.nextInt(40), random.nextInt(40), 2, 1 + random.nextInt(4), 0.6));
    }
    return plots;
  }

  @Test
  void theOrderOfPlotsDoesNotMatter() {
    Random random = new Random(2);
    List<Geometry> plots = cells(random, 2_000);
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < plots.size(); i++) {
      order.add(i);
    }
    AggregateTree first = tree(plots, order);
    for (int round = 0; round < 20; round++) {
      Collections.shuffle(order, random);
      AggregateTree other = tree(plots, order);
      assertThat(other.totals()).isEqualTo(first.totals());
      QueryPolygon query = QueryPolygon.of(Shapes.cells(random, 3, 3, 6, 5, 0.5));
      assertThat(other.totals(query)).isEqualTo(first.totals(query));
    }
  }

  private static AggregateTree tree(List<Geometry> plots, List<Integer> order) {
    AggregateTreeBuilder builder = new AggregateTreeBuilder(Oracle.SLOTS);
    for (int plot : order) {
      builder.add(plot % Oracle.SLOTS, plots.get(plot));
    }
    return builder.build();
  }

  /** What a visitor is told adds up to the totals, each plot at most once, along the curve. */
  @Test
  void contributingPlotsAddUp() {
    Random random = new Random(3);
    AggregateTree tree = Oracle.tree(cells(random, 1_000));
    for (int round = 0; round < 50; round++) {
      QueryPolygon query = QueryPolygon.of(Shapes.cells(random, 3, 3, 6, 5, 0.5));
      SlotTotals totals = new SlotTotals(Oracle.SLOTS);
      int[] next = {0};
      tree.ask(
          query,
          new PlotVisitor() {
            @Override
            public void whole(int from, int to) {
              assertThat(from).isGreaterThanOrEqualTo(next[0]).isLessThan(to);
              for (int place = from; place < to; place++) {
                totals.counts[tree.slot(place)]++;
                totals.sums[tree.slot(place)] += tree.plotSize(place);
              }
              next[0] = to;
            }

            @Override
            public void cut(int place, long inside, boolean counts) {
              assertThat(place).isGreaterThanOrEqualTo(next[0]);
              assertThat(inside).isBetween(0L, tree.plotSize(place));
              totals.counts[tree.slot(place)] += counts ? 1 : 0;
              totals.sums[tree.slot(place)] += inside;
              totals.borderSums[tree.slot(place)] += inside;
              totals.borderPlots++;
              next[0] = place + 1;
            }
          });
      assertThat(totals).isEqualTo(tree.totals(query));
    }
  }

  @Test
  void aVisitorMayAskAnotherQuestion() {
    AggregateTree tree = Oracle.tree(cells(new Random(4), 500));
    QueryPolygon query = QueryPolygon.of(Shapes.rectangle(3, 3, 30, 30));
    SlotTotals expected = tree.totals(query);
    List<SlotTotals> answers = new ArrayList<>();
    tree.ask(
        query,
        new PlotVisitor() {
          @Override
          public void whole(int from, int to) {
            answers.add(tree.totals(query));
          }

          @Override
          public void cut(int place, long inside, boolean counts) {
            answers.add(tree.totals(query));
          }
        });
    assertThat(answers).isNotEmpty().containsOnly(expected);
  }

  @Test
  void aFailingVisitorLeavesNothingBehind() {
    AggregateTree tree = Oracle.tree(cells(new Random(5), 500));
    QueryPolygon query = QueryPolygon.of(Shapes.rectangle(3, 3, 30, 30));
    SlotTotals expected = tree.totals(query);
    PlotVisitor failing =
        new PlotVisitor() {
          @Override
          public void whole(int from, int to) {
            throw new IllegalStateException("visitor");
          }

          @Override
          public void cut(int place, long inside, boolean counts) {
            throw new IllegalStateException("visitor");
          }
        };
    assertThatThrownBy(() -> tree.ask(query, failing)).hasMessage("visitor");
    assertThat(tree.totals(query)).isEqualTo(expected);
  }

  @Test
  void coordinatesThatAreNoNumbersAreRefused() {
    Geometry broken = Shapes.polygon(0, 0, Double.NaN, 0, 1, 1);
    AggregateTreeBuilder builder = new AggregateTreeBuilder(1);
    assertThatThrownBy(() -> builder.add(0, broken)).isInstanceOf(IllegalArgumentException.class);
    builder.add(0, Shapes.rectangle(0, 0, 1, 1));
    assertThat(builder.build().totals().sum(0)).isEqualTo(1_000_000);
    assertThatThrownBy(() -> QueryPolygon.of(broken)).isInstanceOf(IllegalArgumentException.class);
    Geometry point = Shapes.FACTORY.createPoint(new Coordinate(1, 1));
    assertThatThrownBy(() -> QueryPolygon.of(point)).isInstanceOf(IllegalArgumentException.class);
  }
}
