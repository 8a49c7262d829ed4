package org.yunga.core.aggregate;

/** Is told what lies inside a polygon, in the order of the curve. */
public interface PlotVisitor {

  /** The plots at the places from..to (to not included) lie inside with all they have. */
  void whole(int from, int to);

  /**
   * The border meets a plot.
   *
   * @param place of the plot on the curve
   * @param inside fixed-point size of what lies inside, 0 to all of it
   * @param counts whether the plot's interior point lies inside
   */
  void cut(int place, long inside, boolean counts);
}
