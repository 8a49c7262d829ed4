package org.yunga.core.monitor;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.yunga.core.aggregate.QueryPolygon;
import org.yunga.core.aggregate.SlotTotals;
import org.yunga.core.figure.ValueState;
import org.yunga.core.plot.PlotIndex;
import org.yunga.core.plot.PlotKind;
import org.yunga.core.plot.PlotSlot;
import org.yunga.core.region.Place;
import org.yunga.core.region.RegionRef;
import org.yunga.core.region.RegionSet;
import org.yunga.core.snapshot.PlotOverlay;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.core.space.EqualAreaFrame;

/** Answers totals of plots. */
final class PlotQuestions {

  private static final PlotTotals NONE = new PlotTotals(List.of(), 0);

  private final Snapshot snapshot;
  private final boolean withholds;

  PlotQuestions(Snapshot snapshot) {
    this.snapshot = snapshot;
    this.withholds = !snapshot.release().isSynthetic();
  }

  PolygonAnswer within(Geometry polygon) {
    QueryPolygon query = QueryPolygon.of(EqualAreaFrame.project(polygon));
    return within(query, EqualAreaFrame.hectares(polygon));
  }

  PolygonAnswer within(RegionRef region) {
    QueryPolygon query =
        snapshot
            .queryPolygon(region)
            .orElseThrow(() -> new IllegalArgumentException(region + " has no boundary"));
    Place.Boundary boundary = (Place.Boundary) snapshot.region(region).place();
    return within(query, boundary.areaHectares());
  }

  private PolygonAnswer within(QueryPolygon query, double hectares) {
    PlotTotals totals =
        snapshot.plots().map(plots -> totals(plots, plots.totals(query))).orElse(NONE);
    return new PolygonAnswer(snapshot.release(), hectares, query.edges(), totals);
  }

  RegionSetPlots byRegion(String regionSet) {
    RegionSet set = snapshot.catalogue().regionSet(regionSet);
    Map<RegionRef, PlotTotals> byRegion = new LinkedHashMap<>();
    Optional<PlotTotals> outside = Optional.empty();
    Optional<PlotOverlay> overlay = snapshot.plotOverlay(regionSet);
    if (overlay.isPresent()) {
      PlotIndex plots = snapshot.plots().orElseThrow();
      List<PlotTotals> parts = new ArrayList<>();
      overlay.get().byRegion().values().forEach(part -> parts.add(totals(plots, part)));
      overlay.get().outside().ifPresent(rest -> parts.add(totals(plots, rest)));
      List<PlotTotals> guarded =
          overlay.get().outside().isPresent() ? Disclosure.guarded(parts) : parts;
      Iterator<PlotTotals> next = guarded.iterator();
      overlay.get().byRegion().keySet().forEach(ref -> byRegion.put(ref, next.next()));
      outside = next.hasNext() ? Optional.of(next.next()) : Optional.empty();
    }
    List<RegionSetPlots.RegionPlots> regions =
        snapshot.regions(regionSet).stream()
            .map(
                region ->
                    new RegionSetPlots.RegionPlots(
                        region, Optional.ofNullable(byRegion.get(region.ref()))))
            .toList();
    return new RegionSetPlots(snapshot.release(), set, regions, outside);
  }

  private PlotTotals totals(PlotIndex plots, SlotTotals totals) {
    List<PlotTotals.Row> rows = new ArrayList<>();
    List<PlotKind> kinds = snapshot.catalogue().plotKinds();
    for (int slot = 0; slot < plots.slots().size(); slot++) {
      rows.add(row(kinds, plots.slots().get(slot), totals, slot));
    }
    return new PlotTotals(rows, totals.borderPlots());
  }

  private PlotTotals.Row row(List<PlotKind> kinds, PlotSlot slot, SlotTotals totals, int number) {
    PlotTotals.Row row = PlotRows.of(kinds, slot, totals, number);
    if (row.count() == 0 && totals.sum(number) == 0) {
      return row.without(ValueState.ZERO);
    }
    return withholds && row.count() < Monitor.FEWEST_PLOTS_TOLD
        ? row.without(ValueState.WITHHELD)
        : row;
  }
}
