package org.yunga.geodata.plots;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.yunga.core.aggregate.FixedPoint;
import org.yunga.core.aggregate.QueryPolygon;
import org.yunga.core.aggregate.RegionOverlay;
import org.yunga.core.aggregate.RegionTotals;
import org.yunga.core.aggregate.SlotTotals;
import org.yunga.core.plot.Plot;
import org.yunga.core.plot.PlotForm;
import org.yunga.core.plot.PlotIndex;
import org.yunga.core.plot.PlotKind;
import org.yunga.core.plot.PlotPack;
import org.yunga.core.plot.PlotPacker;
import org.yunga.core.plot.PlotSlot;
import org.yunga.core.plot.PlotSource;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.space.EqualAreaFrame;
import org.yunga.geodata.intake.RegionEffect;

/** Totals by department before and after, as the product itself makes them. */
final class PlotEffects {

  /** Totals below are too small to tell a jump by. */
  private static final double LEAST_HECTARES = 100;

  private static final double JUMP = 3;

  private static final int PIECE = 50_000;

  private static final String COCA = "coca_field";
  private static final String ERADICATED = "eradicated_field";

  /** Metres of fixed point in a kilometre. */
  private static final double KILOMETRE = FixedPoint.UNITS * 1000;

  private final PlotKind kind;
  private final List<Region> departments;
  private final RegionOverlay overlay;
  private final List<PlotFileProblem> problems = new ArrayList<>();

  private final List<RegionEffect> effects = new ArrayList<>();

  private PlotEffects(PlotKind kind, List<Region> departments) {
    this.kind = kind;
    this.departments = departments;
    this.overlay =
        RegionOverlay.disjoint(
            departments.stream()
                .map(region -> ((Place.Boundary) region.place()).geometry())
                .map(geometry -> QueryPolygon.of(EqualAreaFrame.project(geometry)))
                .toList());
  }

  /**
   * Computes them.
   *
   * @param accepted plots of the file that would go in
   * @param release the release, and which of its datasets the file would take the place of
   */
  static PlotEffects of(
      PlotKind kind,
      Collection<PlotKind> kinds,
      List<Region> departments,
      PlotSource accepted,
      ReleasePlots release,
      Function<String, List<PlotPack>> packs) {
    PlotEffects made = new PlotEffects(kind, departments);
    Totals others = made.totals(kinds, release.others(), packs);
    Totals before = made.totals(kinds, release.before(), packs);
    Totals file = made.totals(kinds, accepted);
    made.compare(others, before, file);
    return made;
  }

  /** What changes, by department and year; last what lies in none. */
  List<RegionEffect> effects() {
    return List.copyOf(effects);
  }

  /** What is odd about it. */
  List<PlotFileProblem> problems() {
    return List.copyOf(problems);
  }

  /** Totals by region, the last row for what lies in none. Fixed point: any order is exact. */
  private final class Totals {
    private final SortedMap<PlotSlot, long[]> sums = new TreeMap<>();
    private final SortedMap<PlotSlot, long[]> counts = new TreeMap<>();

    void add(PlotIndex index) {
      List<PlotSlot> slots = index.slots();
      RegionTotals totals = index.totals(overlay);
      List<SlotTotals> rows = new ArrayList<>(totals.regions());
      totals.outside().ifPresent(rows::add);
      for (int slot = 0; slot < slots.size(); slot++) {
        long[] sum = sums.computeIfAbsent(slots.get(slot), key -> new long[regions()]);
        long[] count = counts.computeIfAbsent(slots.get(slot), key -> new long[regions()]);
        for (int region = 0; region < rows.size(); region++) {
          sum[region] += rows.get(region).sum(slot);
          count[region] += rows.get(region).count(slot);
        }
      }
    }

    private int regions() {
      return departments.size() + 1;
    }

    Set<PlotSlot> slots() {
      return sums.keySet();
    }

    long sum(int region, PlotSlot slot) {
      return sums.containsKey(slot) ? sums.get(slot)[region] : 0;
    }

    long count(int region, PlotSlot slot) {
      return counts.containsKey(slot) ? counts.get(slot)[region] : 0;
    }
  }

  /** One dataset after another, so that one tree is in memory at a time. */
  private Totals totals(
      Collection<PlotKind> kinds, List<String> datasets, Function<String, List<PlotPack>> packs) {
    Totals totals = new Totals();
    datasets.forEach(dataset -> totals.add(PlotIndex.NONE.follow(kinds, List.of(dataset), packs)));
    return totals;
  }

  /** In pieces, since a file of a million plots and a tree of it do not fit into a gigabyte. */
  private Totals totals(Collection<PlotKind> kinds, PlotSource plots) {
    Totals totals = new Totals();
    List<Plot> piece = new ArrayList<>();
    plots.forEach(
        plot -> {
          piece.add(plot);
          if (piece.size() == PIECE) {
            add(kinds, piece, totals);
          }
        });
    add(kinds, piece, totals);
    return totals;
  }

  private static void add(Collection<PlotKind> kinds, List<Plot> piece, Totals totals) {
    List<PlotPack> packs = PlotPacker.pack(piece::forEach);
    totals.add(PlotIndex.NONE.follow(kinds, List.of(""), id -> packs));
    piece.clear();
  }

  private void compare(Totals others, Totals before, Totals file) {
    for (int region = 0; region <= departments.size(); region++) {
      TreeMap<Integer, Double> inForce = new TreeMap<>();
      TreeMap<Integer, Double> coca = new TreeMap<>();
      for (PlotSlot slot : others.slots()) {
        double size = size(others.sum(region, slot));
        if (slot.kind().equals(kind.id()) && size > 0) {
          inForce.merge(slot.year(), size, Double::sum);
        }
        if (slot.kind().equals(COCA) && size > 0) {
          coca.merge(slot.year(), size, Double::sum);
        }
      }
      for (PlotSlot slot : union(before, file)) {
        effect(region, slot, others, before, file).ifPresent(effects::add);
        double after = size(others.sum(region, slot) + file.sum(region, slot));
        if (region < departments.size() && file.count(region, slot) > 0) {
          jump(departments.get(region).name(), slot.year(), after, inForce);
          moreThanThere(departments.get(region).name(), slot.year(), after, coca);
        }
      }
    }
  }

  private static Set<PlotSlot> union(Totals before, Totals file) {
    Set<PlotSlot> slots = new TreeSet<>(before.slots());
    slots.addAll(file.slots());
    return slots;
  }

  private Optional<RegionEffect> effect(
      int region, PlotSlot slot, Totals others, Totals before, Totals file) {
    long countBefore = others.count(region, slot) + before.count(region, slot);
    long countAfter = others.count(region, slot) + file.count(region, slot);
    long sumBefore = others.sum(region, slot) + before.sum(region, slot);
    long sumAfter = others.sum(region, slot) + file.sum(region, slot);
    if (countBefore == countAfter && sumBefore == sumAfter) {
      return Optional.empty();
    }
    boolean inside = region < departments.size();
    return Optional.of(
        new RegionEffect(
            inside ? Optional.of(departments.get(region).ref()) : Optional.empty(),
            inside ? departments.get(region).name() : "",
            slot.kind(),
            Integer.toString(slot.year()),
            unit(),
            countBefore == 0 ? OptionalDouble.empty() : OptionalDouble.of(size(sumBefore)),
            countAfter == 0 ? OptionalDouble.empty() : OptionalDouble.of(size(sumAfter)),
            countBefore,
            countAfter));
  }

  private String unit() {
    return switch (kind.form()) {
      case AREA -> "ha";
      case LINE -> "km";
      case POINT -> "";
    };
  }

  private double size(long fixed) {
    return kind.form() == PlotForm.LINE ? fixed / KILOMETRE : FixedPoint.hectares(fixed);
  }

  private void jump(String region, int year, double after, TreeMap<Integer, Double> inForce) {
    inForce.keySet().stream()
        .filter(other -> other != year)
        .min(java.util.Comparator.comparingInt(other -> Math.abs(other - year)))
        .ifPresent(
            other -> {
              double there = inForce.get(other);
              boolean large = Math.max(after, there) >= LEAST_HECTARES;
              if (large && (after > JUMP * there || there > JUMP * after)) {
                problems.add(new PlotFileProblem.Jump(region, year, after, other, there));
              }
            });
  }

  /** More than the coca of that year or of the one before, whichever is the larger. */
  private void moreThanThere(String region, int year, double after, TreeMap<Integer, Double> coca) {
    if (!kind.id().equals(ERADICATED)) {
      return;
    }
    coca.subMap(year - 1, true, year, true).entrySet().stream()
        .max(java.util.Map.Entry.comparingByValue())
        .filter(there -> after > there.getValue())
        .ifPresent(
            there ->
                problems.add(
                    new PlotFileProblem.MoreThanThere(
                        region, year, after, there.getKey(), there.getValue())));
  }
}
