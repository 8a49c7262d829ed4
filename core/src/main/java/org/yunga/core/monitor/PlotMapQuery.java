package org.yunga.core.monitor;

import org.yunga.core.plot.PlotSlot;

/**
 * Plots of one kind and year in a rectangle of the map.
 *
 * @param west longitude, degrees, -180 to 180
 * @param south latitude, degrees, -90 to 90
 * @param east longitude, more than west
 * @param north latitude, more than south
 * @param slot kind and year
 * @param limit most plots told one by one, 1 to {@value #MOST_PLOTS}
 * @param single whether the reader may see plots one by one at all
 */
public record PlotMapQuery(
    double west,
    double south,
    double east,
    double north,
    PlotSlot slot,
    int limit,
    boolean single) {

  /** Most plots told one by one. */
  public static final int MOST_PLOTS = 10_000;

  /** Checks the rectangle and the limit. */
  public PlotMapQuery {
    boolean degrees = west >= -180 && east <= 180 && south >= -90 && north <= 90;
    if (!(degrees && west < east && south < north)) {
      throw new IllegalArgumentException("Not a rectangle in degrees");
    }
    if (limit < 1 || limit > MOST_PLOTS) {
      throw new IllegalArgumentException("1 to " + MOST_PLOTS + " plots, not " + limit);
    }
  }
}
