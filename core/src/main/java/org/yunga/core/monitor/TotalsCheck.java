package org.yunga.core.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yunga.core.aggregate.SlotTotals;
import org.yunga.core.plot.PlotSlot;
import org.yunga.core.plot.StoredPlots;
import org.yunga.core.region.RegionRef;
import org.yunga.core.snapshot.PlotOverlay;
import org.yunga.core.snapshot.Snapshot;

/**
 * Compares all totals of a release, as memory has them, with those that the store computes: counts
 * must be the same, sums to 1e-9 or a fixed-point unit for each plot that a border cuts.
 *
 * @param cells how many totals of a region, kind and year were compared
 * @param differences those that differ
 */
public record TotalsCheck(long cells, List<Difference> differences) {

  private static final double RELATIVE = 1e-9;

  /** Copies the list. */
  public TotalsCheck {
    differences = List.copyOf(differences);
  }

  /**
   * A total that differs.
   *
   * @param region where; empty for what lies outside of all regions of the set, or for the whole
   * @param slot kind and year
   * @param measure what differs
   * @param memory as the tree has it: plots, or fixed-point size or value
   * @param store as the store has it
   */
  public record Difference(
      Optional<RegionRef> region, PlotSlot slot, Measure measure, long memory, long store) {}

  /** What totals are made of. */
  public enum Measure {
    /** Plots by interior point. */
    COUNT,
    /** Area or length. */
    SIZE,
    /** Sum of values. */
    VALUE
  }

  /** Compares the totals of all plots. */
  public static TotalsCheck ofAll(Snapshot memory, StoredPlots store) {
    Comparison comparison = new Comparison(memory.plotSlots());
    memory
        .plots()
        .ifPresent(
            plots -> comparison.compare(Optional.empty(), plots.totals(), store.totals(), 0));
    return comparison.result();
  }

  /**
   * Compares the totals by the regions of a set, and what lies outside.
   *
   * @param memory a snapshot with its plots in memory
   * @param store the same release
   */
  public static TotalsCheck of(Snapshot memory, StoredPlots store, String regionSet) {
    Comparison comparison = new Comparison(memory.plotSlots());
    Optional<PlotOverlay> found = memory.plotOverlay(regionSet);
    if (found.isPresent()) {
      PlotOverlay ours = found.get();
      PlotOverlay theirs = memory.plotOverlay(regionSet, store);
      long cuts = 0;
      for (Map.Entry<RegionRef, SlotTotals> region : ours.byRegion().entrySet()) {
        SlotTotals other = theirs.byRegion().get(region.getKey());
        long units = region.getValue().borderPlots();
        comparison.compare(Optional.of(region.getKey()), region.getValue(), other, units);
        cuts += units;
      }
      if (ours.outside().isPresent() && theirs.outside().isPresent()) {
        comparison.compare(Optional.empty(), ours.outside().get(), theirs.outside().get(), cuts);
      }
    }
    return comparison.result();
  }

  private static final class Comparison {
    private final List<PlotSlot> slots;
    private final List<Difference> differences = new ArrayList<>();
    private long cells;

    Comparison(List<PlotSlot> slots) {
      this.slots = slots;
    }

    void compare(Optional<RegionRef> region, SlotTotals memory, SlotTotals store, long units) {
      for (int slot = 0; slot < slots.size(); slot++) {
        cells++;
        compare(region, slot, Measure.COUNT, memory.count(slot), store.count(slot), 0);
        compare(region, slot, Measure.SIZE, memory.sum(slot), store.sum(slot), units + 1);
        compare(region, slot, Measure.VALUE, memory.value(slot), store.value(slot), units + 1);
      }
    }

    private void compare(
        Optional<RegionRef> region,
        int slot,
        Measure measure,
        long memory,
        long store,
        long units) {
      double allowed = measure == Measure.COUNT ? 0 : Math.max(units, RELATIVE * Math.abs(memory));
      if (Math.abs((double) memory - store) > allowed) {
        differences.add(new Difference(region, slots.get(slot), measure, memory, store));
      }
    }

    TotalsCheck result() {
      return new TotalsCheck(cells, differences);
    }
  }
}
