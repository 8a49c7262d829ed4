package org.yunga.core.monitor;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.yunga.core.plot.PlotRef;

/** What a map shows of plots in a rectangle: each of them, or squares with sums. */
public sealed interface PlotMap {

  /**
   * Every plot that has ground, or its interior point, in the rectangle.
   *
   * @param plots in no order that means anything
   */
  record Plots(List<Plot> plots) implements PlotMap {

    /** Copies the list. */
    public Plots {
      plots = List.copyOf(plots);
    }
  }

  /**
   * One plot.
   *
   * @param ref its name
   * @param geometry longitude, latitude
   * @param whole its own totals
   */
  record Plot(PlotRef ref, Geometry geometry, PlotTotals.Row whole) {}

  /**
   * Squares of the equal-area frame that meet the rectangle, each whole: so a square has the same
   * numbers wherever the rectangle is moved to. A plot belongs with its whole size to the square of
   * its interior point.
   *
   * @param metres side of a square
   * @param cells that hold plots and may be told, from south to north, west to east
   * @param withheld how many atoms ({@link org.yunga.core.disclosure.PublicPlots}) near by are in
   *     no square, because they lie on several
   */
  record Cells(double metres, List<Cell> cells, int withheld) implements PlotMap {

    /** Copies the list. */
    public Cells {
      cells = List.copyOf(cells);
    }
  }

  /**
   * One square, which is a rectangle of degrees exactly.
   *
   * @param west longitude, degrees
   * @param south latitude, degrees
   * @param east longitude, degrees
   * @param north latitude, degrees
   * @param totals of its plots, a value
   */
  record Cell(double west, double south, double east, double north, PlotTotals.Row totals) {}
}
