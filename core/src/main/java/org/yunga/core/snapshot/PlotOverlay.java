package org.yunga.core.snapshot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yunga.core.aggregate.QueryPolygon;
import org.yunga.core.aggregate.RegionOverlay;
import org.yunga.core.aggregate.RegionTotals;
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

  /** Political divisions share no ground, so that what is left of the whole lies outside of all. */
  static PlotOverlay of(PlotIndex plots, RegionSet set, List<Region> regions) {
    List<Region> placed =
        regions.stream().filter(region -> region.place() instanceof Place.Boundary).toList();
    List<QueryPolygon> polygons =
        placed.stream().map(region -> queryPolygon((Place.Boundary) region.place())).toList();
    RegionOverlay overlay =
        set.kind() == RegionSet.Kind.POLITICAL
            ? RegionOverlay.disjoint(polygons)
            : RegionOverlay.overlapping(polygons);
    RegionTotals totals = plots.totals(overlay);
    Map<RegionRef, SlotTotals> byRegion = new LinkedHashMap<>();
    for (int i = 0; i < placed.size(); i++) {
      byRegion.put(placed.get(i).ref(), totals.regions().get(i));
    }
    return new PlotOverlay(byRegion, totals.outside());
  }

  static QueryPolygon queryPolygon(Place.Boundary boundary) {
    return QueryPolygon.of(EqualAreaFrame.project(boundary.geometry()));
  }
}
