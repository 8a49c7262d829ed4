package org.yunga.core.plot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yunga.core.aggregate.AggregateTree;
import org.yunga.core.aggregate.AggregateTreeBuilder;
import org.yunga.core.aggregate.PlotVisitor;
import org.yunga.core.aggregate.QueryPolygon;
import org.yunga.core.aggregate.RegionOverlay;
import org.yunga.core.aggregate.RegionTotals;
import org.yunga.core.aggregate.SlotTotals;
import org.yunga.core.space.EqualAreaFrame;

/**
 * All plots of a release under a few aggregate trees with one list of slots. Immutable, safe for
 * any number of threads.
 *
 * <p>Which plots stand in which tree has no meaning and changes in the background; answers, all but
 * the order in which plots are told, are the same to the bit.
 */
public final class PlotIndex {

  private final List<PlotSlot> slots;
  private final List<AggregateTree> trees;

  private PlotIndex(List<PlotSlot> slots, List<AggregateTree> trees) {
    this.slots = List.copyOf(slots);
    this.trees = List.copyOf(trees);
  }

  /**
   * Builds the index of plots of one dataset.
   *
   * @param slots all kinds and years that the source holds, at least one
   * @param source the plots
   */
  public static PlotIndex of(List<PlotSlot> slots, PlotSource source) {
    Map<PlotSlot, Integer> numbers = new HashMap<>();
    slots.forEach(slot -> numbers.put(slot, numbers.size()));
    AggregateTreeBuilder builder = new AggregateTreeBuilder(slots.size());
    source.forEach(
        plot ->
            builder.add(
                numbers.get(new PlotSlot(plot.kind(), plot.year())),
                EqualAreaFrame.project(plot.geometry())));
    return new PlotIndex(slots, List.of(builder.build()));
  }

  /** What slot number i stands for, in every tree and in all totals. */
  public List<PlotSlot> slots() {
    return slots;
  }

  /** How many plots there are, without retired ones. */
  public int size() {
    long size = 0;
    SlotTotals totals = totals();
    for (int slot = 0; slot < slots.size(); slot++) {
      size += totals.count(slot);
    }
    return Math.toIntExact(size);
  }

  /** Bytes of all arrays. */
  public long bytes() {
    return trees.stream().mapToLong(AggregateTree::bytes).sum();
  }

  /**
   * The trees, for questions that walk them by themselves. They still hold plots that are {@link
   * #retired}.
   */
  public List<AggregateTree> trees() {
    return trees;
  }

  /** Whether the plot at a place of one of the trees is no longer in force. */
  public boolean retired(AggregateTree tree, int place) {
    return tree.retired(place);
  }

  /** Which plot stands at a place of one of the trees. */
  public PlotRef ref(AggregateTree tree, int place) {
    return new PlotRef("plots", tree.number(place));
  }

  /** Totals of all plots. */
  public SlotTotals totals() {
    SlotTotals totals = SlotTotals.zero(slots.size());
    trees.forEach(tree -> totals.add(tree.totals()));
    return totals;
  }

  /** Totals of what lies inside a polygon in the equal-area frame. */
  public SlotTotals totals(QueryPolygon polygon) {
    SlotTotals totals = SlotTotals.zero(slots.size());
    for (AggregateTree tree : trees) {
      totals.add(tree.totals(polygon));
    }
    return totals;
  }

  /** Totals of all regions of a set at once, in parallel. */
  public RegionTotals totals(RegionOverlay overlay) {
    return overlay.totals(trees, slots.size());
  }

  /** Tells a visitor what lies inside a polygon in the equal-area frame. */
  public void ask(QueryPolygon polygon, PlotIndexVisitor visitor) {
    for (AggregateTree tree : trees) {
      tree.ask(
          polygon,
          new PlotVisitor() {
            @Override
            public void whole(int from, int to) {
              visitor.whole(tree, from, to);
            }

            @Override
            public void cut(int place, long inside, boolean counts) {
              visitor.cut(tree, place, inside, counts);
            }
          });
    }
  }
}
