package org.yunga.core.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.yunga.core.classify.ClassRule;
import org.yunga.core.classify.Classification;
import org.yunga.core.figure.AbsenceRule;
import org.yunga.core.figure.Series;
import org.yunga.core.figure.SeriesBreak;
import org.yunga.core.indicator.Indicator;
import org.yunga.core.indicator.Theme;
import org.yunga.core.indicator.Unit;
import org.yunga.core.plot.PlotKind;
import org.yunga.core.region.RegionSet;
import org.yunga.core.text.UnknownNameException;

/**
 * Everything that figures refer to by id. Order is the order in which people see it.
 *
 * <p>The methods {@code indicator}, {@code series}, {@code unit}, {@code regionSet} fail with an
 * {@link UnknownNameException} that lists what is known.
 */
public final class Catalogue {

  private final Map<String, Theme> themes;
  private final Map<String, Unit> units;
  private final Map<String, Indicator> indicators;
  private final Map<String, Series> series;
  private final Map<String, RegionSet> regionSets;
  private final List<SeriesBreak> breaks;
  private final List<ClassRule> classRules;
  private final List<AbsenceRule> absenceRules;
  private final Map<String, PlotKind> plotKinds;

  /** A catalogue without absence rules and plot kinds. */
  public Catalogue(
      List<Theme> themes,
      List<Unit> units,
      List<Indicator> indicators,
      List<Series> series,
      List<RegionSet> regionSets,
      List<SeriesBreak> breaks,
      List<ClassRule> classRules) {
    this(themes, units, indicators, series, regionSets, breaks, classRules, List.of(), List.of());
  }

  /** Indexes the parts and checks that each refers only to what is there. */
  public Catalogue(
      List<Theme> themes,
      List<Unit> units,
      List<Indicator> indicators,
      List<Series> series,
      List<RegionSet> regionSets,
      List<SeriesBreak> breaks,
      List<ClassRule> classRules,
      List<AbsenceRule> absenceRules,
      List<PlotKind> plotKinds) {
    this.themes = index("theme", themes, Theme::id);
    this.units = index("unit", units, Unit::id);
    this.indicators = index("indicator", indicators, Indicator::id);
    this.series = index("series", series, Series::id);
    this.regionSets = index("region-set", regionSets, RegionSet::id);
    this.breaks = List.copyOf(breaks);
    this.classRules = List.copyOf(classRules);
    this.absenceRules = List.copyOf(absenceRules);
    this.plotKinds = index("plot-kind", plotKinds, PlotKind::id);
    check();
  }

  private Catalogue(List<RegionSet> regionSets) {
    this.themes = Map.of();
    this.units = Map.of();
    this.indicators = Map.of();
    this.series = Map.of();
    this.regionSets = index("region-set", regionSets, RegionSet::id);
    this.breaks = List.of();
    this.classRules = List.of();
    this.absenceRules = List.of();
    this.plotKinds = Map.of();
  }

  /** What a dataset brings of one region set; the set that holds it may come with another. */
  public static Catalogue ofRegionSet(RegionSet set) {
    return new Catalogue(List.of(set));
  }

  /** A catalogue without entries: what a dataset brings that is not about words. */
  public static Catalogue empty() {
    return new Catalogue(
        List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
  }

  private void check() {
    for (Indicator indicator : indicators.values()) {
      get("theme", themes, indicator.theme());
      get("unit", units, indicator.unit());
      indicator.ratio().ifPresent(ratio -> indicator(ratio.numerator()));
      indicator.ratio().ifPresent(ratio -> indicator(ratio.denominator()));
    }
    breaks.forEach(seriesBreak -> indicator(seriesBreak.indicator()));
    classRules.forEach(rule -> indicator(rule.indicator()));
    classRules.forEach(rule -> regionSet(rule.regionSet()));
    absenceRules.forEach(rule -> indicator(rule.indicator()));
    absenceRules.forEach(rule -> regionSet(rule.regionSet()));
    absenceRules.stream()
        .filter(rule -> !rule.forAllSeries())
        .forEach(rule -> series(rule.series()));
    regionSets.values().forEach(set -> set.parent().ifPresent(this::regionSet));
  }

  private static <T> Map<String, T> index(String kind, List<T> list, Function<T, String> id) {
    Map<String, T> map = new LinkedHashMap<>();
    for (T entry : list) {
      if (map.put(id.apply(entry), entry) != null) {
        throw new IllegalArgumentException("Two entries of " + kind + " '" + id.apply(entry) + "'");
      }
    }
    return map;
  }

  private static <T> T get(String kind, Map<String, T> map, String id) {
    T entry = map.get(id);
    if (entry == null) {
      throw new UnknownNameException(kind, id, map.keySet());
    }
    return entry;
  }

  public boolean isEmpty() {
    return indicators.isEmpty() && regionSets.isEmpty();
  }

  public List<Theme> themes() {
    return List.copyOf(themes.values());
  }

  public List<Unit> units() {
    return List.copyOf(units.values());
  }

  public List<Indicator> indicators() {
    return List.copyOf(indicators.values());
  }

  public List<Series> series() {
    return List.copyOf(series.values());
  }

  public List<RegionSet> regionSets() {
    return List.copyOf(regionSets.values());
  }

  public List<SeriesBreak> breaks() {
    return breaks;
  }

  public List<ClassRule> classRules() {
    return classRules;
  }

  public List<AbsenceRule> absenceRules() {
    return absenceRules;
  }

  public List<PlotKind> plotKinds() {
    return List.copyOf(plotKinds.values());
  }

  public PlotKind plotKind(String id) {
    return get("plot-kind", plotKinds, id);
  }

  public Indicator indicator(String id) {
    return get("indicator", indicators, id);
  }

  public Series series(String id) {
    return get("series", series, id);
  }

  public Unit unit(String id) {
    return get("unit", units, id);
  }

  public RegionSet regionSet(String id) {
    return get("region-set", regionSets, id);
  }

  /** The bounds chosen by hand for an indicator over a region set, if any. */
  public Optional<Classification> fixedClasses(String indicator, String regionSet) {
    return classRules.stream()
        .filter(rule -> rule.indicator().equals(indicator) && rule.regionSet().equals(regionSet))
        .map(ClassRule::classification)
        .findFirst();
  }

  /** The rule that explains why a series has no figure for a region, if there is a special one. */
  public Optional<AbsenceRule> absenceRule(
      String regionSet, String indicator, String series, String code) {
    return absenceRules.stream()
        .filter(rule -> rule.holds(regionSet, indicator, series, code))
        .findFirst();
  }
}
