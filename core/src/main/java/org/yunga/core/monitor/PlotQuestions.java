package org.yunga.core.monitor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.yunga.core.aggregate.QueryPolygon;
import org.yunga.core.aggregate.SlotTotals;
import org.yunga.core.disclosure.PublicPlots;
import org.yunga.core.disclosure.PublicTotal;
import org.yunga.core.figure.ValueState;
import org.yunga.core.plot.PlotIndex;
import org.yunga.core.plot.PlotKind;
import org.yunga.core.plot.PlotSlot;
import org.yunga.core.plot.StoredPlots;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;
import org.yunga.core.region.RegionSet;
import org.yunga.core.snapshot.PlotOverlay;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.core.space.EqualAreaFrame;

/** Answers totals of plots. */
final class PlotQuestions {

  private static final PlotTotals NONE = new PlotTotals(List.of(), 0);

  private final Snapshot snapshot;
  private final boolean exact;

  /**
   * Questions to a snapshot.
   *
   * @param exact whether to tell all that is known, or what everybody may know
   */
  PlotQuestions(Snapshot snapshot, boolean exact) {
    this.snapshot = snapshot;
    this.exact = exact;
  }

  PolygonAnswer within(Geometry polygon) {
    Geometry metres = EqualAreaFrame.project(polygon);
    QueryPolygon query = QueryPolygon.of(metres);
    PlotTotals totals =
        stored().map(plots -> totals(plots.within(metres))).orElseGet(() -> within(query));
    return new PolygonAnswer(
        snapshot.release(),
        EqualAreaFrame.hectares(polygon),
        query.edges(),
        totals,
        NationalGround.of(snapshot).outside(metres));
  }

  /** What everybody may know is computed from plots in memory only. */
  private Optional<StoredPlots> stored() {
    if (!exact) {
      PlotsNotHeld.refuse(snapshot);
    }
    return snapshot.storedPlots();
  }

  private PlotTotals within(QueryPolygon query) {
    return snapshot
        .plots()
        .map(
            plots ->
                exact
                    ? totals(plots.totals(query))
                    : totals(PublicPlots.of(snapshot, plots).within(query)))
        .orElse(NONE);
  }

  PolygonAnswer within(RegionRef ref) {
    QueryPolygon query =
        snapshot
            .queryPolygon(ref)
            .orElseThrow(() -> new IllegalArgumentException(ref + " has no boundary"));
    Region region = snapshot.region(ref);
    Place.Boundary boundary = (Place.Boundary) region.place();
    return new PolygonAnswer(
        snapshot.release(),
        boundary.areaHectares(),
        query.edges(),
        within(region, boundary.geometry(), query),
        outside(region, boundary.geometry()));
  }

  private PlotTotals within(Region region, Geometry boundary, QueryPolygon query) {
    Optional<StoredPlots> stored = stored();
    if (stored.isPresent()) {
      return totals(stored.get().within(EqualAreaFrame.project(boundary)));
    }
    return exact || snapshot.plots().isEmpty()
        ? within(query)
        : inPublic(snapshot.plots().get(), region, query);
  }

  private Optional<OutsideGround> outside(Region region, Geometry boundary) {
    NationalGround ground = NationalGround.of(snapshot);
    RegionSet set = snapshot.catalogue().regionSet(region.ref().regionSet());
    return set.kind() == RegionSet.Kind.POLITICAL
        ? ground.none()
        : ground.outside(EqualAreaFrame.project(boundary));
  }

  private PlotTotals inPublic(PlotIndex plots, Region region, QueryPolygon query) {
    return totals(PublicPlots.of(snapshot, plots).of(region, query));
  }

  RegionSetPlots byRegion(String regionSet) {
    RegionSet set = snapshot.catalogue().regionSet(regionSet);
    Map<RegionRef, PlotTotals> byRegion = new LinkedHashMap<>();
    Optional<PlotTotals> outside = Optional.empty();
    if (stored().isPresent() || exact && snapshot.plots().isPresent()) {
      outside = exactly(set, byRegion);
    } else if (snapshot.plots().isPresent()) {
      outside = inPublic(snapshot.plots().get(), set, byRegion);
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

  /** Fills in the regions; gives the outside. */
  private Optional<PlotTotals> exactly(RegionSet set, Map<RegionRef, PlotTotals> byRegion) {
    PlotOverlay overlay = snapshot.plotOverlay(set.id()).orElseThrow();
    overlay.byRegion().forEach((ref, totals) -> byRegion.put(ref, totals(totals)));
    long cuts = overlay.byRegion().values().stream().mapToLong(SlotTotals::borderPlots).sum();
    return overlay.outside().map(totals -> withoutDust(totals(totals), totals, cuts));
  }

  /**
   * The inside of each cut plot is rounded down, so that up to a unit of each is left over outside
   * of all regions although nothing lies there.
   */
  private static PlotTotals withoutDust(PlotTotals outside, SlotTotals totals, long cuts) {
    List<PlotTotals.Row> rows = new ArrayList<>();
    for (int slot = 0; slot < outside.rows().size(); slot++) {
      PlotTotals.Row row = outside.rows().get(slot);
      boolean dust = totals.count(slot) == 0 && Math.abs(totals.sum(slot)) <= cuts;
      rows.add(dust ? row.without(ValueState.ZERO) : row);
    }
    return new PlotTotals(rows, outside.borderPlots());
  }

  private Optional<PlotTotals> inPublic(
      PlotIndex plots, RegionSet set, Map<RegionRef, PlotTotals> byRegion) {
    for (Region region : snapshot.regions(set.id())) {
      snapshot
          .queryPolygon(region.ref())
          .ifPresent(query -> byRegion.put(region.ref(), inPublic(plots, region, query)));
    }
    return PublicPlots.of(snapshot, plots).outside(set).map(this::totals);
  }

  private PlotTotals totals(List<PublicTotal> totals) {
    List<PlotTotals.Row> rows = new ArrayList<>();
    List<PlotSlot> slots = snapshot.plotSlots();
    List<PlotKind> kinds = snapshot.catalogue().plotKinds();
    for (int slot = 0; slot < totals.size(); slot++) {
      rows.add(PlotRows.of(kinds, slots.get(slot), totals.get(slot)));
    }
    return new PlotTotals(rows, 0);
  }

  private PlotTotals totals(SlotTotals totals) {
    List<PlotTotals.Row> rows = new ArrayList<>();
    List<PlotSlot> slots = snapshot.plotSlots();
    List<PlotKind> kinds = snapshot.catalogue().plotKinds();
    for (int slot = 0; slot < slots.size(); slot++) {
      PlotTotals.Row row = PlotRows.of(kinds, slots.get(slot), totals, slot);
      boolean none = row.count() == 0 && totals.sum(slot) == 0;
      rows.add(none ? row.without(ValueState.ZERO) : row);
    }
    return new PlotTotals(rows, totals.borderPlots());
  }
}
