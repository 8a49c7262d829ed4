package org.yunga.core.monitor;

import java.util.List;
import java.util.Optional;
import org.yunga.core.dataset.Release;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionSet;

/**
 * Totals of plots by the regions of one set.
 *
 * @param release what it was answered from
 * @param regionSet the set
 * @param regions every region of the set; those without a boundary have no totals
 * @param outside what lies in no region; empty for sets whose regions may overlap
 */
public record RegionSetPlots(
    Release release, RegionSet regionSet, List<RegionPlots> regions, Optional<PlotTotals> outside) {

  /**
   * One region.
   *
   * @param region the region
   * @param totals its totals; empty without a boundary
   */
  public record RegionPlots(Region region, Optional<PlotTotals> totals) {}
}
