package org.yunga.core.monitor;

import org.locationtech.jts.geom.Geometry;
import org.yunga.core.plot.PlotSlot;

/**
 * The ground within a distance of plots.
 *
 * @param slot their kind and year
 * @param within only of plots whose interior point lies here: valid polygon or multipolygon,
 *     longitude and latitude
 * @param metres the distance, as {@link org.yunga.core.space.GeodesicBuffer} takes it
 */
public record AroundPlotsQuery(PlotSlot slot, Geometry within, double metres) {

  /** Most plots that ground is made round. */
  public static final int MOST_PLOTS = 2_000;
}
