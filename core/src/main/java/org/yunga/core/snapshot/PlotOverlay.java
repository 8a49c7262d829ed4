package org.yunga.core.snapshot;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.yunga.core.aggregate.QueryPolygon;
import org.yunga.core.aggregate.RegionOverlay;
import org.yunga.core.aggregate.RegionTotals;
import org.yunga.core.aggregate.SlotTotals;
import org.yunga.core.plot.PlotIndex;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;
import org.yunga.core.region.RegionSet;

/**
 * The plots of a release by the regions of one set, all at once.
 *
 * @param byRegion totals of every region that has a boundary, in the order of the set
 * @param outside what lies in no region of the set; empty where regions may overlap, since then a
 *     difference would say nothing
 */
public record PlotOverlay(Map<RegionRef, SlotTotals> byRegion, Optional<SlotTotals> outside) {

  /**
   * Political divisions share no ground, so that what is left of the whole lies outside of all.
   *
   * @param polygonOf the boundary of a region; empty where it has none
   */
  static PlotOverlay of(
      PlotIndex plots,
      RegionSet set,
      List<Region> regions,
      Function<RegionRef, Optional<QueryPolygon>> polygonOf) {
    Map<RegionRef, QueryPolygon> polygons = new LinkedHashMap<>();
    for (Region region : regions) {
      polygonOf.apply(region.ref()).ifPresent(polygon -> polygons.put(region.ref(), polygon));
    }
    List<QueryPolygon> asked = List.copyOf(polygons.values());
    RegionOverlay overlay =
        set.kind() == RegionSet.Kind.POLITICAL
            ? RegionOverlay.disjoint(asked)
            : RegionOverlay.overlapping(asked);
    RegionTotals totals = plots.totals(overlay);
    Map<RegionRef, SlotTotals> byRegion = new LinkedHashMap<>();
    Iterator<SlotTotals> next = totals.regions().iterator();
    polygons.keySet().forEach(ref -> byRegion.put(ref, next.next()));
    return new PlotOverlay(byRegion, totals.outside());
  }
}
