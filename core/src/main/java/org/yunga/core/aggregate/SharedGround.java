package org.yunga.core.aggregate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * How much ground the polygons of one list share with those of another, and how much of each lies
 * in none of the other list. Polygons of one list may lie over each other.
 *
 * <p>The polygons of the second list stand as plots under a tree that is asked with each of the
 * first. Areas are clipped exactly and in fixed point ({@link FixedPoint}), so that over a list
 * without overlaps the parts of a polygon and its rest add up to it, to the last digit.
 *
 * @param firstAreas fixed-point area of each polygon of the first list
 * @param secondAreas the same of the second
 * @param pairs that share ground, by the first list, then the second
 * @param firstRests what of each polygon of the first list lies in none of the second
 * @param secondRests the same of the second
 */
public record SharedGround(
    List<Long> firstAreas,
    List<Long> secondAreas,
    List<Pair> pairs,
    List<Long> firstRests,
    List<Long> secondRests) {

  /**
   * Less of the smaller of two neighbours than this is taken for the rounding of vertices that one
   * has in their common line and the other has not.
   */
  private static final double NOISE = 1e-9;

  /**
   * Two polygons that share ground.
   *
   * @param first number in the first list, from 0
   * @param second number in the second list, from 0
   * @param area fixed-point area of the ground they share, more than 0
   */
  public record Pair(int first, int second, long area) {}

  /** Polygons of one list, ready to be asked about and asked with. */
  private static final class Side {
    private final List<Geometry> shapes;
    private final List<QueryPolygon> queries;
    private final AggregateTree tree;
    private final long[] areas;

    /** The others of the list that a polygon lies over. */
    private final List<List<Integer>> overlapped;

    Side(List<Geometry> shapes) {
      this.shapes = shapes;
      this.queries = shapes.stream().map(QueryPolygon::of).toList();
      AggregateTreeBuilder builder = new AggregateTreeBuilder(1);
      shapes.forEach(shape -> builder.add(0, shape));
      this.tree = builder.build();
      this.areas = shapes.stream().mapToLong(shape -> FixedPoint.of(shape.getArea())).toArray();
      this.overlapped =
          IntStream.range(0, shapes.size())
              .parallel()
              .mapToObj(
                  i ->
                      shared(i, queries.get(i), tree).stream()
                          .filter(pair -> pair.second != i && isOverlap(pair))
                          .map(Pair::second)
                          .toList())
              .toList();
    }

    private boolean isOverlap(Pair pair) {
      return pair.area > NOISE * Math.min(areas[pair.first], areas[pair.second]);
    }

    boolean overlap(List<Integer> some) {
      return some.stream().anyMatch(i -> overlapped.get(i).stream().anyMatch(some::contains));
    }

    /** What of one polygon lies in none of those of the other side that meet it. */
    long rest(int i, List<Pair> met, List<Integer> numbers, Side other) {
      long inside;
      if (other.overlap(numbers)) {
        List<Geometry> over = numbers.stream().map(other.shapes::get).toList();
        Geometry united = OverlayNGRobust.union(over.get(0).getFactory().buildGeometry(over));
        AggregateTreeBuilder one = new AggregateTreeBuilder(1);
        one.add(0, shapes.get(i));
        inside = one.build().totals(QueryPolygon.of(united)).sum(0);
      } else {
        inside = met.stream().mapToLong(Pair::area).sum();
      }
      return Math.max(0, areas[i] - inside);
    }
  }

  /**
   * Overlays two lists, in parallel.
   *
   * @param first valid polygons or multipolygons in the equal-area frame
   * @param second the same
   */
  public static SharedGround of(List<Geometry> first, List<Geometry> second) {
    Side one = new Side(first);
    Side other = first.equals(second) ? one : new Side(second);
    List<List<Pair>> met =
        IntStream.range(0, first.size())
            .parallel()
            .mapToObj(i -> shared(i, one.queries.get(i), other.tree))
            .toList();
    List<List<Pair>> back = new ArrayList<>();
    second.forEach(shape -> back.add(new ArrayList<>()));
    met.forEach(pairs -> pairs.forEach(pair -> back.get(pair.second).add(pair)));
    return new SharedGround(
        IntStream.range(0, first.size()).mapToObj(i -> one.areas[i]).toList(),
        IntStream.range(0, second.size()).mapToObj(i -> other.areas[i]).toList(),
        met.stream().flatMap(List::stream).toList(),
        IntStream.range(0, first.size())
            .parallel()
            .mapToObj(i -> one.rest(i, met.get(i), seconds(met.get(i)), other))
            .toList(),
        IntStream.range(0, second.size())
            .parallel()
            .mapToObj(i -> other.rest(i, back.get(i), firsts(back.get(i)), one))
            .toList());
  }

  /**
   * Which polygons of one list lie over each other: groups of two or more that hang together. What
   * rounding of common lines leaves is no overlap.
   *
   * @param shapes valid polygons or multipolygons in the equal-area frame
   * @return numbers from 0, each in one group at most
   */
  public static List<List<Integer>> overlapping(List<Geometry> shapes) {
    Side side = new Side(shapes);
    List<List<Integer>> groups = new ArrayList<>();
    boolean[] seen = new boolean[shapes.size()];
    for (int i = 0; i < seen.length; i++) {
      if (!seen[i] && !side.overlapped.get(i).isEmpty()) {
        List<Integer> group = new ArrayList<>(List.of(i));
        seen[i] = true;
        for (int next = 0; next < group.size(); next++) {
          for (int other : side.overlapped.get(group.get(next))) {
            if (!seen[other]) {
              seen[other] = true;
              group.add(other);
            }
          }
        }
        groups.add(group);
      }
    }
    return groups;
  }

  private static List<Integer> firsts(List<Pair> pairs) {
    return pairs.stream().map(Pair::first).toList();
  }

  private static List<Integer> seconds(List<Pair> pairs) {
    return pairs.stream().map(Pair::second).toList();
  }

  private static List<Pair> shared(int first, QueryPolygon polygon, AggregateTree tree) {
    List<Pair> pairs = new ArrayList<>();
    tree.ask(
        polygon,
        new PlotVisitor() {
          @Override
          public void whole(int from, int to) {
            for (int place = from; place < to; place++) {
              pairs.add(new Pair(first, tree.number(place), tree.plotSize(place)));
            }
          }

          @Override
          public void cut(int place, long inside, boolean counts) {
            if (inside > 0) {
              pairs.add(new Pair(first, tree.number(place), inside));
            }
          }
        });
    pairs.sort((a, b) -> Integer.compare(a.second, b.second));
    return pairs;
  }
}
