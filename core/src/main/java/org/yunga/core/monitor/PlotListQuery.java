package org.yunga.core.monitor;

import java.util.Optional;
import java.util.OptionalInt;
import org.locationtech.jts.geom.Geometry;
import org.yunga.core.plot.PlotRef;

/**
 * Which plots make up a total, page by page.
 *
 * @param ground valid polygon or multipolygon, longitude and latitude
 * @param kind only of this kind
 * @param year only of this year
 * @param after the last plot of the page before; empty for the first page
 * @param limit plots on a page, 1 to {@value #MOST_PLOTS}
 */
public record PlotListQuery(
    Geometry ground, Optional<String> kind, OptionalInt year, Optional<PlotRef> after, int limit) {

  /** Most plots on a page. */
  public static final int MOST_PLOTS = 1_000;

  /** Checks the limit. */
  public PlotListQuery {
    if (limit < 1 || limit > MOST_PLOTS) {
      throw new IllegalArgumentException("1 to 1,000 plots, not " + limit);
    }
  }
}
