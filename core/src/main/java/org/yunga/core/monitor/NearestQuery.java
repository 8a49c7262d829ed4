package org.yunga.core.monitor;

import org.yunga.core.plot.PlotSlot;
import org.yunga.core.space.PointDistance;

/**
 * Which plots of one kind and year are nearest to a point.
 *
 * @param longitude degrees, -180 to 180
 * @param latitude degrees, -80 to 80
 * @param slot kind and year
 * @param most how many, 1 to {@value #MOST_PLOTS}
 */
public record NearestQuery(double longitude, double latitude, PlotSlot slot, int most) {

  /** Most plots in an answer. */
  public static final int MOST_PLOTS = 100;

  /** Checks the place and the number. */
  public NearestQuery {
    if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= PointDistance.MOST_LATITUDE)) {
      throw new IllegalArgumentException("No place to measure from");
    }
    if (most < 1 || most > MOST_PLOTS) {
      throw new IllegalArgumentException("1 to 100 plots, not " + most);
    }
  }
}
