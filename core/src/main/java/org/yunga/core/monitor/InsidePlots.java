package org.yunga.core.monitor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yunga.core.aggregate.AggregateTree;
import org.yunga.core.plot.PlotIndex;
import org.yunga.core.plot.PlotIndexVisitor;
import org.yunga.core.plot.PlotStep;

/**
 * Which plots lie inside a polygon, as ranges of the trees' curves, and how much of those that its
 * border cuts: as much as the border is long, however many plots there are.
 */
final class InsidePlots implements PlotIndexVisitor {

  /**
   * Neighbours on a curve that lie inside with all they have; or one that the border cuts.
   *
   * @param from first place
   * @param to place behind the last
   * @param inside what of the cut one lies inside; -1 for all of each
   * @param counts whether the cut one counts inside
   */
  private record Range(int from, int to, long inside, boolean counts) {}

  private final Map<AggregateTree, List<Range>> byTree = new HashMap<>();

  @Override
  public void whole(AggregateTree tree, int from, int to) {
    add(tree, new Range(from, to, -1, true));
  }

  @Override
  public void cut(AggregateTree tree, int place, long inside, boolean counts) {
    add(tree, new Range(place, place + 1, inside, counts));
  }

  private void add(AggregateTree tree, Range range) {
    byTree.computeIfAbsent(tree, key -> new ArrayList<>()).add(range);
  }

  /** Tells all of them. */
  void forEach(PlotStep step) {
    byTree.forEach(
        (tree, ranges) -> {
          for (Range range : ranges) {
            for (int place = range.from(); place < range.to(); place++) {
              step.next(tree, place);
            }
          }
        });
  }

  /** The plot as it is listed; null when nothing of it lies inside. */
  PlotList.Item item(PlotIndex plots, AggregateTree tree, int place) {
    Range range = find(byTree.getOrDefault(tree, List.of()), place);
    if (range == null) {
      return null;
    }
    long size = tree.plotSize(place);
    return new PlotList.Item(
        plots.ref(tree, place),
        plots.slots().get(tree.slot(place)),
        size,
        range.inside() < 0 ? size : range.inside(),
        range.counts());
  }

  /** Ranges come in the order of the curve. */
  private static Range find(List<Range> ranges, int place) {
    int low = 0;
    int high = ranges.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Range range = ranges.get(middle);
      if (place < range.from()) {
        high = middle - 1;
      } else if (place >= range.to()) {
        low = middle + 1;
      } else {
        return range;
      }
    }
    return null;
  }
}
