package org.yunga.core.monitor;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.yunga.core.disclosure.PublicPlots;
import org.yunga.core.figure.Figure;
import org.yunga.core.figure.Measure;
import org.yunga.core.period.Period;
import org.yunga.core.region.RegionRef;
import org.yunga.core.region.RegionSet;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.core.work.Patience;

/**
 * The questions that Yunga answers, over one snapshot.
 *
 * <p>Unknown names fail with an {@link org.yunga.core.text.UnknownNameException} that lists the
 * known ones.
 */
public final class Monitor {

  private final Snapshot snapshot;
  private final boolean exact;

  /** Asks one snapshot, as everybody may. */
  public Monitor(Snapshot snapshot) {
    this(snapshot, false);
  }

  private Monitor(Snapshot snapshot, boolean entitled) {
    this.snapshot = snapshot;
    this.exact = entitled || snapshot.release().isSynthetic();
  }

  /** The same for who may know where single plots are. */
  public Monitor entitled() {
    return new Monitor(snapshot, true);
  }

  /**
   * Whether totals of plots are exact: to who is entitled, and where plots are made up. Everybody
   * else is told what {@link PublicPlots} says.
   */
  public boolean isExact() {
    return exact;
  }

  /** What the answers are given from. */
  public Snapshot snapshot() {
    return snapshot;
  }

  /** Figures by region and period, with totals beside the published ones. */
  public FiguresAnswer figures(FiguresQuery query) {
    return new FigureTables(snapshot, query).answer();
  }

  /**
   * How one number came to be.
   *
   * @throws org.yunga.core.text.ExplainedException when it is a sum of what is not added up
   */
  public Explanation explanation(ExplanationQuery query) {
    return new Explanations(snapshot, query).answer();
  }

  /** Everything about one region. */
  public RegionProfile region(RegionRef ref) {
    return new Profiles(snapshot).of(ref);
  }

  /**
   * Totals of plots within a polygon.
   *
   * @param polygon valid polygon or multipolygon, longitude and latitude
   */
  public PolygonAnswer plotsWithin(Geometry polygon) {
    return plotQuestions().within(polygon);
  }

  /**
   * Totals of plots within a region; its boundary is made ready once for the release.
   *
   * @throws IllegalArgumentException when the region has no boundary
   */
  public PolygonAnswer plotsWithin(RegionRef region) {
    return plotQuestions().within(region);
  }

  /** The plots that make up a total, page by page. */
  public PlotList plotsListed(PlotListQuery query) {
    PlotsNotHeld.refuse(snapshot);
    return PlotLists.of(snapshot, query);
  }

  /** What a map shows of plots in a rectangle: each of them, or squares with sums. */
  public PlotMap plotsOnMap(PlotMapQuery query) {
    PlotsNotHeld.refuse(snapshot);
    return new PlotMaps(snapshot, query, exact).answer();
  }

  /** The plots that are nearest to a point, the nearest first. */
  public List<NearPlot> plotsNearest(NearestQuery query) {
    PlotsNotHeld.refuse(snapshot);
    return new PlotsNearby(snapshot, query).answer();
  }

  /**
   * The ground within a distance of plots.
   *
   * @throws org.yunga.core.text.ExplainedException where there are no plots, or too many, or the
   *     ground would reach a pole
   * @throws org.yunga.core.work.TooMuchWorkException when there is no patience left
   * @throws IllegalStateException unless this monitor {@link #isExact}
   */
  public AroundPlots groundAroundPlots(AroundPlotsQuery query, Patience patience) {
    if (!exact) {
      throw new IllegalStateException("Ground round plots tells where they are");
    }
    PlotsNotHeld.refuse(snapshot);
    return new PlotSurroundings(snapshot, query, patience).answer();
  }

  /** Totals of plots by all regions of a set at once, and what lies outside; kept once made. */
  public RegionSetPlots plotsByRegion(String regionSet) {
    String question = regionSet + (exact ? "" : " in public");
    return snapshot.kept(RegionSetPlots.class, question, () -> plotQuestions().byRegion(regionSet));
  }

  private PlotQuestions plotQuestions() {
    return new PlotQuestions(snapshot, exact);
  }

  /** Which regions of two sets share ground, and how much. */
  public Overlaps overlaps(OverlapsQuery query) {
    return new OverlapQuestions(snapshot, query).answer();
  }

  /**
   * How a region set lies on the one of another release.
   *
   * @param before the other release, mostly an older one
   */
  public Crosswalk crosswalkSince(Snapshot before, CrosswalkQuery query) {
    return Crosswalks.between(
        before.regions(query.regionSet()), snapshot.regions(query.regionSet()), query.lineMetres());
  }

  /**
   * What changed since another release.
   *
   * @param before the other one, mostly an older one
   * @param indicator only figures of this one; empty for all
   */
  public ReleaseDiff changesSince(Snapshot before, Optional<String> indicator) {
    return new ReleaseComparison(before, snapshot, indicator).diff();
  }

  /**
   * How totals of plots changed since another release, by the regions of a set. Who compares exact
   * totals of two releases learns the size of a plot that came or went, so this is not for
   * everybody.
   *
   * @param before asks the other release
   * @param regionSet a set of either release
   * @throws org.yunga.core.text.ExplainedException when the plots of one of them are not in memory
   * @throws IllegalStateException unless both monitors {@link #isExact}
   */
  public List<PlotChange> plotChangesSince(Monitor before, String regionSet) {
    if (!exact || !before.exact) {
      throw new IllegalStateException("Two releases tell of single plots");
    }
    return new PlotComparison(before, this, regionSet).changes();
  }

  /**
   * How the figures of one series changed from one period to another.
   *
   * @throws org.yunga.core.text.ExplainedException when the periods cannot be compared
   * @throws org.yunga.core.text.UnknownNameException when there are no such figures
   */
  public PeriodChanges changesBetween(PeriodChangesQuery query) {
    return new PeriodComparison(snapshot, query).answer();
  }

  /** What there is of an indicator: by region set, measure, then series in order of preference. */
  public List<Availability> availability(String indicator) {
    snapshot.catalogue().indicator(indicator);
    return snapshot.catalogue().regionSets().stream()
        .map(RegionSet::id)
        .flatMap(set -> availability(indicator, set).stream())
        .toList();
  }

  private List<Availability> availability(String indicator, String regionSet) {
    record Kind(Measure measure, String series) {}
    Comparator<Kind> order =
        Comparator.comparing(Kind::measure)
            .thenComparing(kind -> snapshot.catalogue().series(kind.series()).rank())
            .thenComparing(Kind::series);
    Map<Kind, List<Figure>> kinds =
        snapshot.figures(indicator, regionSet).stream()
            .collect(
                Collectors.groupingBy(
                    figure -> new Kind(figure.measure(), figure.series()),
                    () -> new TreeMap<>(order),
                    Collectors.toList()));
    return kinds.entrySet().stream()
        .map(
            entry ->
                availability(
                    regionSet, entry.getKey().measure(), entry.getKey().series(), entry.getValue()))
        .toList();
  }

  private static Availability availability(
      String regionSet, Measure measure, String series, List<Figure> figures) {
    Map<Period, Integer> counts = new TreeMap<>();
    figures.forEach(figure -> counts.merge(figure.period(), 1, Integer::sum));
    return new Availability(
        regionSet, measure, series, List.copyOf(counts.keySet()), List.copyOf(counts.values()));
  }
}
