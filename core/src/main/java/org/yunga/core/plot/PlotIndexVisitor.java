package org.yunga.core.plot;

import org.yunga.core.aggregate.AggregateTree;

/**
 * Is told what lies inside a polygon, tree after tree, in each in the order of its curve. A plot
 * that is retired is never told.
 */
public interface PlotIndexVisitor {

  /** The plots at the places from..to (to not included) of a tree lie inside with all they have. */
  void whole(AggregateTree tree, int from, int to);

  /**
   * The border meets a plot.
   *
   * @param tree where it stands
   * @param place of the plot on the curve of its tree
   * @param inside fixed-point size of what lies inside, 0 to all of it
   * @param counts whether the plot's interior point lies inside
   */
  void cut(AggregateTree tree, int place, long inside, boolean counts);
}
