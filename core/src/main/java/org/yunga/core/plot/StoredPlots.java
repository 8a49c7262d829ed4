package org.yunga.core.plot;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.yunga.core.aggregate.RegionTotals;
import org.yunga.core.aggregate.SlotTotals;

/**
 * Totals of the plots of one release, computed where the plots are kept: the check of the trees,
 * and the answer where trees do not fit into memory. Rules are those of {@link
 * org.yunga.core.aggregate}: counts are the same, sums to 1e-9 or a fixed-point unit for each plot
 * that a border cuts.
 *
 * <p>Frame: metres of the equal-area frame. Each question reads the store; what fails there is told
 * as what it means to the user. Safe for several threads.
 */
public interface StoredPlots {

  /** What slot number i of all totals stands for, sorted. */
  List<PlotSlot> slots();

  /** How many plots there are. */
  long size();

  /** Totals of all plots. */
  SlotTotals totals();

  /**
   * Totals of what lies inside a polygon.
   *
   * @param metres valid polygon or multipolygon
   */
  SlotTotals within(Geometry metres);

  /**
   * Totals of many polygons at once.
   *
   * @param metres valid polygons or multipolygons, such as the regions of a set; what has to be
   *     made ready of them is kept
   * @param disjoint whether they share borders but no ground, and so have an outside
   */
  RegionTotals byRegion(List<Geometry> metres, boolean disjoint);
}
