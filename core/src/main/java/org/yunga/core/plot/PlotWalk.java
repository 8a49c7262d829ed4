package org.yunga.core.plot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.yunga.core.aggregate.AggregateTree;

/** Goes over plots in the order of their names, from any of them on. */
final class PlotWalk {

  /** The plots of one dataset that are of one form. */
  private static final class Run {
    private final AggregateTree tree;
    private final PlotOrder order;
    private final int end;
    private int next;

    Run(AggregateTree tree, PlotOrder order, int next, int end) {
      this.tree = tree;
      this.order = order;
      this.next = next;
      this.end = end;
    }

    int number() {
      return tree.number(order.place(next));
    }
  }

  private PlotWalk() {}

  /**
   * Tells plots that are in force.
   *
   * @param after begins with the one behind this
   * @return whether the step never said that it is enough
   */
  static boolean over(
      Collection<IndexedTree> trees,
      Function<IndexedTree, PlotOrder> orderOf,
      Optional<PlotRef> after,
      PlotStep step) {
    SortedMap<String, List<Run>> byDataset = new TreeMap<>();
    for (IndexedTree tree : trees) {
      for (int source = 0; source < tree.sources().size(); source++) {
        IndexedTree.Source of = tree.sources().get(source);
        int turn = after.map(ref -> of.dataset().compareTo(ref.dataset())).orElse(1);
        if (!of.retired() && turn >= 0) {
          PlotOrder order = orderOf.apply(tree);
          int next = order.behind(source, turn == 0 ? after.get().number() : -1);
          byDataset
              .computeIfAbsent(of.dataset(), key -> new ArrayList<>())
              .add(new Run(tree.tree(), order, next, order.end(source)));
        }
      }
    }
    for (Map.Entry<String, List<Run>> dataset : byDataset.entrySet()) {
      if (!merged(dataset.getValue(), step)) {
        return false;
      }
    }
    return true;
  }

  /** Areas, lines and points of a dataset stand in different trees, and share its numbers. */
  private static boolean merged(List<Run> runs, PlotStep step) {
    while (true) {
      Run least = null;
      for (Run run : runs) {
        if (run.next < run.end && (least == null || run.number() < least.number())) {
          least = run;
        }
      }
      if (least == null) {
        return true;
      }
      if (!step.next(least.tree, least.order.place(least.next++))) {
        return false;
      }
    }
  }
}
