package org.yunga.core.snapshot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yunga.core.aggregate.QueryPolygon;
import org.yunga.core.aggregate.SlotTotals;
import org.yunga.core.plot.PlotIndex;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;
import org.yunga.core.region.RegionSet;
import org.yunga.core.space.EqualAreaFrame;

/**
 * The plots of a release by the regions of one set, all at once.
 *
 * @param byRegion totals of every region that has a boundary, in the order of the set
 * @param outside what lies in no region of the set; empty where regions may overlap, since then a
 *     difference would say nothing
 */
public record PlotOverlay(Map<RegionRef, SlotTotals> byRegion, Optional<SlotTotals> outside) {

  /** Totals of all regions, computed in parallel; the sums do not depend on the order. */
  static PlotOverlay of(PlotIndex plots, RegionSet set, List<Region> regions) {
    List<Region> placed =
        regions.stream().filter(region -> region.place() instanceof Place.Boundary).toList();
    List<SlotTotals> totals =
        placed.parallelStream()
            .map(region -> plots.tree().totals(queryPolygon((Place.Boundary) region.place())))
            .toList();
    Map<RegionRef, SlotTotals> byRegion = new LinkedHashMap<>();
    for (int i = 0; i < placed.size(); i++) {
      byRegion.put(placed.get(i).ref(), totals.get(i));
    }
    return new PlotOverlay(byRegion, outside(plots, set, totals));
  }

  /** Political divisions share no ground: what is left of the whole lies outside of all. */
  private static Optional<SlotTotals> outside(
      PlotIndex plots, RegionSet set, List<SlotTotals> parts) {
    if (set.kind() != RegionSet.Kind.POLITICAL || parts.isEmpty()) {
      return Optional.empty();
    }
    SlotTotals rest = plots.tree().totals();
    parts.forEach(rest::subtract);
    return Optional.of(rest);
  }

  static QueryPolygon queryPolygon(Place.Boundary boundary) {
    return QueryPolygon.of(EqualAreaFrame.project(boundary.geometry()));
  }
}
