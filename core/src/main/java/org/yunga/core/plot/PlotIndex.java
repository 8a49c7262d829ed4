package org.yunga.core.plot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yunga.core.aggregate.AggregateTree;
import org.yunga.core.aggregate.AggregateTreeBuilder;
import org.yunga.core.space.EqualAreaFrame;

/**
 * All plots of a release under one aggregate tree, with the meaning of its slots. Immutable.
 *
 * @param tree the plots in metres of the equal-area frame
 * @param slots what slot number i of the tree stands for
 */
public record PlotIndex(AggregateTree tree, List<PlotSlot> slots) {

  /** Copies the list. */
  public PlotIndex {
    slots = List.copyOf(slots);
  }

  /**
   * Builds the index.
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
    return new PlotIndex(builder.build(), slots);
  }
}
