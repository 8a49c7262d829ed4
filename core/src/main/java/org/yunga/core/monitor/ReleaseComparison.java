package org.yunga.core.monitor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.yunga.core.catalogue.Catalogue;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.figure.Figure;
import org.yunga.core.indicator.Indicator;
import org.yunga.core.monitor.ReleaseDiff.FigureChange;
import org.yunga.core.monitor.ReleaseDiff.FigureFate;
import org.yunga.core.monitor.ReleaseDiff.SumChange;
import org.yunga.core.monitor.ReleaseDiff.SumKey;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionSet;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.core.text.UnknownNameException;

/** Compares two releases. Used once. */
final class ReleaseComparison {

  private final Snapshot before;
  private final Snapshot after;
  private final Optional<String> indicator;
  private final Map<Figure.Key, Figure> old = new LinkedHashMap<>();
  private final Map<Figure.Key, Figure> now = new LinkedHashMap<>();

  /**
   * A comparison.
   *
   * @param indicator only figures of this one; empty for all
   * @throws UnknownNameException when neither release has the indicator
   */
  ReleaseComparison(Snapshot before, Snapshot after, Optional<String> indicator) {
    this.before = before;
    this.after = after;
    this.indicator = indicator;
    indicator.ifPresent(this::checkKnown);
    collect(before, old);
    collect(after, now);
  }

  private void checkKnown(String id) {
    Set<String> known = new LinkedHashSet<>();
    for (Snapshot snapshot : List.of(after, before)) {
      snapshot.catalogue().indicators().forEach(one -> known.add(one.id()));
    }
    if (!known.contains(id)) {
      throw new UnknownNameException("indicator", id, known);
    }
  }

  private void collect(Snapshot snapshot, Map<Figure.Key, Figure> figures) {
    for (RegionSet set : snapshot.catalogue().regionSets()) {
      for (Region region : snapshot.regions(set.id())) {
        for (Figure figure : snapshot.figures(region.ref())) {
          if (indicator.isEmpty() || indicator.get().equals(figure.indicator())) {
            figures.put(figure.key(), figure);
          }
        }
      }
    }
  }

  ReleaseDiff diff() {
    List<FigureChange> figures = figures();
    RegionComparison regions = new RegionComparison(before, after);
    return new ReleaseDiff(
        before.release(),
        after.release(),
        without(before.release().datasets(), after.release().datasets()),
        without(after.release().datasets(), before.release().datasets()),
        figures,
        old.size() + now.size() - union().size() - bothSides(figures),
        regions.changes(),
        regions.same(),
        sums(figures));
  }

  private static List<Dataset> without(List<Dataset> all, List<Dataset> others) {
    return all.stream().filter(dataset -> !others.contains(dataset)).toList();
  }

  private static int bothSides(List<FigureChange> changes) {
    return (int)
        changes.stream()
            .filter(change -> change.before().isPresent() && change.after().isPresent())
            .count();
  }

  private Set<Figure.Key> union() {
    Set<Figure.Key> keys = new LinkedHashSet<>(now.keySet());
    keys.addAll(old.keySet());
    return keys;
  }

  private List<FigureChange> figures() {
    List<FigureChange> changes = new ArrayList<>();
    for (Figure.Key key : union()) {
      change(key, old.get(key), now.get(key)).ifPresent(changes::add);
    }
    changes.sort(order());
    return changes;
  }

  private Comparator<FigureChange> order() {
    List<String> indicators = new ArrayList<>();
    for (Snapshot snapshot : List.of(after, before)) {
      snapshot.catalogue().indicators().forEach(one -> indicators.add(one.id()));
    }
    return Comparator.comparingInt((FigureChange c) -> indicators.indexOf(c.key().indicator()))
        .thenComparing(change -> change.key().measure())
        .thenComparing(change -> change.key().series())
        .thenComparing(change -> change.key().region().regionSet())
        .thenComparing(change -> change.key().region().code())
        .thenComparing(change -> change.key().period());
  }

  private Optional<FigureChange> change(Figure.Key key, Figure was, Figure is) {
    if (was == null || is == null) {
      FigureFate fate = was == null ? FigureFate.ADDED : FigureFate.REMOVED;
      return Optional.of(change(key, fate, was, is, OptionalDouble.empty()));
    }
    boolean sameValue = was.state() == is.state() && was.value().equals(is.value());
    if (!sameValue) {
      OptionalDouble difference =
          was.value().isPresent() && is.value().isPresent()
              ? OptionalDouble.of(
                  FigureTables.denoised(is.value().getAsDouble() - was.value().getAsDouble()))
              : OptionalDouble.empty();
      return Optional.of(change(key, FigureFate.CHANGED, was, is, difference));
    }
    boolean sameWords =
        was.method() == is.method()
            && was.status() == is.status()
            && was.source().equals(is.source())
            && was.note().equals(is.note());
    return sameWords
        ? Optional.empty()
        : Optional.of(change(key, FigureFate.REDESCRIBED, was, is, OptionalDouble.empty()));
  }

  private FigureChange change(
      Figure.Key key, FigureFate fate, Figure was, Figure is, OptionalDouble difference) {
    Region region = (is == null ? before : after).region(key.region());
    return new FigureChange(
        fate, Optional.ofNullable(was), Optional.ofNullable(is), region, difference);
  }

  /** Sums that hold a figure with another value, each over all figures of both releases. */
  private List<SumChange> sums(List<FigureChange> changes) {
    Set<SumKey> touched = new LinkedHashSet<>();
    for (FigureChange change : changes) {
      if (change.fate() != FigureFate.REDESCRIBED && isAdditive(change.key().indicator())) {
        touched.add(sumKey(change.key()));
      }
    }
    Map<SumKey, double[]> sums = new LinkedHashMap<>();
    touched.forEach(key -> sums.put(key, new double[4]));
    old.values().forEach(figure -> add(sums, figure, 0));
    now.values().forEach(figure -> add(sums, figure, 2));
    return sums.entrySet().stream()
        .map(
            entry ->
                new SumChange(
                    entry.getKey(),
                    FigureTables.denoised(entry.getValue()[0]),
                    (int) entry.getValue()[1],
                    FigureTables.denoised(entry.getValue()[2]),
                    (int) entry.getValue()[3]))
        .toList();
  }

  private static void add(Map<SumKey, double[]> sums, Figure figure, int side) {
    double[] sum = sums.get(sumKey(figure.key()));
    if (sum != null && figure.value().isPresent()) {
      sum[side] += figure.value().getAsDouble();
      sum[side + 1]++;
    }
  }

  private boolean isAdditive(String id) {
    return isAdditive(after.catalogue(), id) || isAdditive(before.catalogue(), id);
  }

  private static boolean isAdditive(Catalogue catalogue, String id) {
    return catalogue.indicators().stream()
        .anyMatch(one -> one.id().equals(id) && one.space() == Indicator.SpaceRule.SUM);
  }

  private static SumKey sumKey(Figure.Key key) {
    return new SumKey(
        key.indicator(), key.measure(), key.series(), key.region().regionSet(), key.period());
  }
}
