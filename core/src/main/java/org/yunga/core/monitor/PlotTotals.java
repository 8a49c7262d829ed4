package org.yunga.core.monitor;

import java.util.List;
import java.util.Optional;
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
   * @param hectares area of plots on the ground, clipped at its border, or with bounds whole and by
   *     interior point; 0 when withheld, and for kinds of lines and points
   * @param borderHectares that part of it which comes from plots that the border cuts
   * @param kilometres length on the ground, clipped at its border; for kinds of lines only
   * @param value sum of values on the ground; for kinds whose plots have one only
   * @param bounds between which amounts the true ones lie; in public answers about real plots only,
   *     which tell nothing of what the border cuts
   */
  public record Row(
      PlotSlot slot,
      ValueState state,
      long count,
      double hectares,
      double borderHectares,
      Optional<Measure> kilometres,
      Optional<Measure> value,
      Optional<Bounds> bounds) {

    /** A row of an exact answer. */
    public Row(
        PlotSlot slot,
        ValueState state,
        long count,
        double hectares,
        double borderHectares,
        Optional<Measure> kilometres,
        Optional<Measure> value) {
      this(slot, state, count, hectares, borderHectares, kilometres, value, Optional.empty());
    }

    /** A row of a kind of areas without values. */
    public Row(
        PlotSlot slot, ValueState state, long count, double hectares, double borderHectares) {
      this(slot, state, count, hectares, borderHectares, Optional.empty(), Optional.empty());
    }

    /** The same row without its numbers. */
    Row without(ValueState reason) {
      return new Row(
          slot, reason, 0, 0, 0, kilometres.map(Measure::none), value.map(Measure::none), bounds);
    }
  }

  /**
   * A sum.
   *
   * @param total on the ground; 0 when withheld
   * @param border that part of it which comes from plots that the border cuts
   */
  public record Measure(double total, double border) {

    private static Measure none(Measure any) {
      return new Measure(0, 0);
    }
  }

  /**
   * Amounts between which the true ones lie; both the same where the total is exact.
   *
   * @param low there is no less
   * @param high there is no more
   */
  public record Bounds(Amount low, Amount high) {

    /** Whether the total is exact. */
    public boolean isExact() {
      return low.equals(high);
    }
  }

  /**
   * A count with its sums.
   *
   * @param count plots
   * @param size hectares, or kilometres for kinds of lines
   * @param value sum of values
   */
  public record Amount(long count, double size, double value) {}
}
