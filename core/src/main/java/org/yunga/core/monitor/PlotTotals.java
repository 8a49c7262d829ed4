package org.yunga.core.monitor;

import java.util.List;
import org.yunga.core.figure.ValueState;
import org.yunga.core.plot.PlotSlot;

/**
 * Totals of plots on some ground, by kind and year.
 *
 * @param rows one for each kind and year that the release has, in this order
 * @param borderPlots how many plots the border cuts, of all kinds and years
 */
public record PlotTotals(List<Row> rows, long borderPlots) {

  /** Copies the list. */
  public PlotTotals {
    rows = List.copyOf(rows);
  }

  /**
   * Plots of one kind and year.
   *
   * @param slot kind and year
   * @param state a value, zero, or withheld because so few plots would tell on a family
   * @param count plots whose interior point lies on the ground; 0 when withheld
   * @param hectares area of plots on the ground, clipped at its border; 0 when withheld
   * @param borderHectares that part of it which comes from plots that the border cuts
   */
  public record Row(
      PlotSlot slot, ValueState state, long count, double hectares, double borderHectares) {}
}
