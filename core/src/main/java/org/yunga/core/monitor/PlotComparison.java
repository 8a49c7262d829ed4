package org.yunga.core.monitor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.yunga.core.plot.PlotSlot;
import org.yunga.core.region.Region;

/** Compares the plots of two releases by the regions of one set. Used once. */
final class PlotComparison {

  /** What lies in no region comes last. */
  private static final String OUTSIDE = "";

  private final Map<String, Region> regions = new LinkedHashMap<>();
  private final Map<String, Map<PlotSlot, PlotTotals.Row>> before;
  private final Map<String, Map<PlotSlot, PlotTotals.Row>> after;

  PlotComparison(Monitor before, Monitor after, String regionSet) {
    this.after = totals(after, regionSet);
    this.before = totals(before, regionSet);
  }

  private Map<String, Map<PlotSlot, PlotTotals.Row>> totals(Monitor monitor, String regionSet) {
    Map<String, Map<PlotSlot, PlotTotals.Row>> totals = new LinkedHashMap<>();
    boolean known =
        monitor.snapshot().catalogue().regionSets().stream()
            .anyMatch(set -> set.id().equals(regionSet));
    if (!known) {
      return totals;
    }
    RegionSetPlots plots = monitor.plotsByRegion(regionSet);
    for (RegionSetPlots.RegionPlots one : plots.regions()) {
      String code = one.region().code();
      regions.putIfAbsent(code, one.region());
      one.totals().ifPresent(found -> totals.put(code, bySlot(found)));
    }
    plots.outside().ifPresent(found -> totals.put(OUTSIDE, bySlot(found)));
    return totals;
  }

  private static Map<PlotSlot, PlotTotals.Row> bySlot(PlotTotals totals) {
    Map<PlotSlot, PlotTotals.Row> rows = new LinkedHashMap<>();
    totals.rows().forEach(row -> rows.put(row.slot(), row));
    return rows;
  }

  /** By kind and year, then in the order of the regions. */
  List<PlotChange> changes() {
    TreeSet<PlotSlot> slots = new TreeSet<>();
    before.values().forEach(rows -> slots.addAll(rows.keySet()));
    after.values().forEach(rows -> slots.addAll(rows.keySet()));
    List<String> codes = new ArrayList<>(regions.keySet());
    codes.add(OUTSIDE);
    List<PlotChange> changes = new ArrayList<>();
    for (PlotSlot slot : slots) {
      for (String code : codes) {
        Optional<PlotTotals.Row> was = row(before, code, slot);
        Optional<PlotTotals.Row> is = row(after, code, slot);
        if (differ(was, is)) {
          changes.add(new PlotChange(slot, Optional.ofNullable(regions.get(code)), was, is));
        }
      }
    }
    return changes;
  }

  private static Optional<PlotTotals.Row> row(
      Map<String, Map<PlotSlot, PlotTotals.Row>> totals, String code, PlotSlot slot) {
    return Optional.ofNullable(totals.getOrDefault(code, Map.of()).get(slot));
  }

  /** No total and a total of nothing are the same here: both say that there are no plots. */
  private static boolean differ(Optional<PlotTotals.Row> was, Optional<PlotTotals.Row> is) {
    return !amount(was).equals(amount(is));
  }

  private static PlotTotals.Amount amount(Optional<PlotTotals.Row> row) {
    return row.map(
            one ->
                new PlotTotals.Amount(
                    one.count(),
                    one.kilometres().map(PlotTotals.Measure::total).orElse(one.hectares()),
                    one.value().map(PlotTotals.Measure::total).orElse(0.0)))
        .orElse(new PlotTotals.Amount(0, 0, 0));
  }
}
