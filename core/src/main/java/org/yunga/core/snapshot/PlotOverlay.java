package org.yunga.core.snapshot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Geometry;
import org.yunga.core.aggregate.QueryPolygon;
import org.yunga.core.aggregate.RegionOverlay;
import org.yunga.core.aggregate.RegionTotals;
import org.yunga.core.aggregate.SharedGround;
import org.yunga.core.aggregate.SlotTotals;
import org.yunga.core.plot.PlotIndex;
import org.yunga.core.plot.StoredPlots;
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

  /** The plots of a tree. */
  static PlotOverlay of(
      PlotIndex plots,
      RegionSet set,
      List<Region> regions,
      Function<RegionRef, Optional<QueryPolygon>> polygonOf) {
    return of(
        set,
        regions,
        bounded ->
            totals(
                plots,
                bounded.stream()
                    .map(region -> polygonOf.apply(region.ref()).orElseThrow())
                    .toList()),
        shapes -> totals(plots, shapes.stream().map(QueryPolygon::of).toList()),
        plots::totals);
  }

  private static List<SlotTotals> totals(PlotIndex plots, List<QueryPolygon> polygons) {
    return plots.totals(RegionOverlay.overlapping(polygons)).regions();
  }

  /** The same of plots that are kept elsewhere. */
  static PlotOverlay of(StoredPlots plots, RegionSet set, List<Region> regions) {
    return of(
        set,
        regions,
        bounded -> plots.byRegion(metres(bounded), false).regions(),
        shapes -> plots.byRegion(shapes, false).regions(),
        plots::totals);
  }

  /**
   * Political divisions share no ground, so that what is left of the whole lies outside of all.
   * Where some do lie over each other, as outlines that were generalised one by one, it is taken
   * off once: that of their union.
   */
  private static PlotOverlay of(
      RegionSet set,
      List<Region> regions,
      Function<List<Region>, List<SlotTotals>> ofRegions,
      Function<List<Geometry>, List<SlotTotals>> ofShapes,
      Supplier<SlotTotals> whole) {
    List<Region> bounded =
        regions.stream().filter(region -> region.place() instanceof Place.Boundary).toList();
    List<SlotTotals> rows = ofRegions.apply(bounded);
    Map<RegionRef, SlotTotals> byRegion = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      byRegion.put(bounded.get(i).ref(), rows.get(i));
    }
    if (set.kind() != RegionSet.Kind.POLITICAL) {
      return new PlotOverlay(byRegion, Optional.empty());
    }
    List<SlotTotals> parts = apart(metres(bounded), rows, ofShapes);
    return new PlotOverlay(byRegion, RegionTotals.disjoint(parts, whole.get()).outside());
  }

  /** Totals of regions, and of the unions of those that lie over each other. */
  private static List<SlotTotals> apart(
      List<Geometry> metres,
      List<SlotTotals> rows,
      Function<List<Geometry>, List<SlotTotals>> ofShapes) {
    List<SlotTotals> parts = new ArrayList<>(rows);
    List<Geometry> unions = new ArrayList<>();
    for (List<Integer> group : SharedGround.overlapping(metres)) {
      group.forEach(i -> parts.set(i, null));
      unions.add(CheckedUnion.of(group.stream().map(metres::get).toList(), Patience.ENDLESS));
    }
    parts.removeIf(Objects::isNull);
    if (!unions.isEmpty()) {
      parts.addAll(ofShapes.apply(unions));
    }
    return parts;
  }

  private static List<Geometry> metres(List<Region> bounded) {
    return bounded.stream()
        .map(region -> EqualAreaFrame.project(((Place.Boundary) region.place()).geometry()))
        .toList();
  }
}
