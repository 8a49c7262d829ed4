package org.yunga.core.snapshot;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.locationtech.jts.geom.Geometry;
import org.yunga.core.aggregate.QueryPolygon;
import org.yunga.core.aggregate.RegionOverlay;
import org.yunga.core.aggregate.RegionTotals;
import org.yunga.core.aggregate.SharedGround;
import org.yunga.core.aggregate.SlotTotals;
import org.yunga.core.plot.PlotIndex;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;
import org.yunga.core.region.RegionSet;
import org.yunga.core.space.CheckedUnion;
import org.yunga.core.space.EqualAreaFrame;
import org.yunga.core.work.Patience;

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
   * Where some do lie over each other, as outlines that were generalised one by one, it is taken
   * off once: that of their union.
   *
   * @param polygonOf the boundary of a region; empty where it has none
   */
  static PlotOverlay of(
      PlotIndex plots,
      RegionSet set,
      List<Region> regions,
      Function<RegionRef, Optional<QueryPolygon>> polygonOf) {
    Map<RegionRef, QueryPolygon> polygons = new LinkedHashMap<>();
    List<Geometry> shapes = new ArrayList<>();
    for (Region region : regions) {
      if (region.place() instanceof Place.Boundary boundary) {
        polygons.put(region.ref(), polygonOf.apply(region.ref()).orElseThrow());
        shapes.add(boundary.geometry());
      }
    }
    List<SlotTotals> rows = totals(plots, List.copyOf(polygons.values()));
    Map<RegionRef, SlotTotals> byRegion = new LinkedHashMap<>();
    Iterator<SlotTotals> next = rows.iterator();
    polygons.keySet().forEach(ref -> byRegion.put(ref, next.next()));
    return new PlotOverlay(
        byRegion,
        set.kind() == RegionSet.Kind.POLITICAL ? outside(plots, shapes, rows) : Optional.empty());
  }

  private static List<SlotTotals> totals(PlotIndex plots, List<QueryPolygon> polygons) {
    return plots.totals(RegionOverlay.overlapping(polygons)).regions();
  }

  private static Optional<SlotTotals> outside(
      PlotIndex plots, List<Geometry> degrees, List<SlotTotals> rows) {
    List<Geometry> metres = degrees.stream().map(EqualAreaFrame::project).toList();
    List<SlotTotals> parts = new ArrayList<>(rows);
    List<QueryPolygon> unions = new ArrayList<>();
    for (List<Integer> group : SharedGround.overlapping(metres)) {
      group.forEach(i -> parts.set(i, null));
      unions.add(
          QueryPolygon.of(
              CheckedUnion.of(group.stream().map(metres::get).toList(), Patience.ENDLESS)));
    }
    parts.removeIf(Objects::isNull);
    parts.addAll(totals(plots, unions));
    return RegionTotals.disjoint(parts, plots.totals()).outside();
  }
}
