package org.yunga.core.plot;

import org.yunga.core.aggregate.AggregateTree;

/** Is told plots one by one, until it has enough. */
@FunctionalInterface
public interface PlotStep {

  /**
   * Takes the next plot.
   *
   * @param tree where it stands
   * @param place of the plot on the curve of its tree
   * @return whether to go on
   */
  boolean next(AggregateTree tree, int place);
}
