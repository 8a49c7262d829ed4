package org.yunga.core.monitor;

import java.util.List;
import java.util.Optional;
import org.yunga.core.dataset.Release;
import org.yunga.core.plot.PlotRef;
import org.yunga.core.plot.PlotSlot;

/**
 * A page of the plots that make up a total, by dataset and number. All pages joined are the total:
 * their parts inside add up to its sum to the last digit, those that count to its count.
 *
 * @param release what it was answered from
 * @param plots the page
 * @param next where the next page goes on; empty on the last
 */
public record PlotList(Release release, List<Item> plots, Optional<PlotRef> next) {

  /** Copies the list. */
  public PlotList {
    plots = List.copyOf(plots);
  }

  /**
   * One plot.
   *
   * @param ref its name
   * @param slot kind and year
   * @param size of the whole plot, fixed point ({@link org.yunga.core.aggregate.FixedPoint})
   * @param inside what of it lies on the ground, fixed point
   * @param counts whether its interior point lies there
   */
  public record Item(PlotRef ref, PlotSlot slot, long size, long inside, boolean counts) {}
}
