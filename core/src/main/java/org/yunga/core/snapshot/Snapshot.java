package org.yunga.core.snapshot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Geometry;
import org.yunga.core.aggregate.QueryPolygon;
import org.yunga.core.catalogue.Catalogue;
import org.yunga.core.dataset.Release;
import org.yunga.core.dataset.ReleaseContent;
import org.yunga.core.figure.Figure;
import org.yunga.core.plot.PlotIndex;
import org.yunga.core.plot.PlotSlot;
import org.yunga.core.plot.StoredPlots;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;
import org.yunga.core.region.RegionSet;
import org.yunga.core.space.EqualAreaFrame;
import org.yunga.core.text.UnknownNameException;

/** One release in memory. Immutable, but for what is made when first asked for and then kept. */
public final class Snapshot {

  private final Release release;
  private final Catalogue catalogue;
  private final Map<String, Map<String, Region>> regionsBySet;
  private final Map<Subject, List<Figure>> figuresBySubject;
  private final Map<RegionRef, List<Figure>> figuresByRegion;
  private final Map<Figure.Key, List<Figure>> partsBySum;
  private final Optional<PlotIndex> plots;
  private final Optional<StoredPlots> storedPlots;
  private final Memo<String, Map<RegionRef, Geometry>> outlines;
  private final Map<RegionRef, QueryPolygon> queryPolygons;
  private final Memo<String, PlotOverlay> overlays;
  private final Memo<SetPair, RegionSetOverlay> setOverlays;
  private final Memo<Question, Object> kept;

  private record Question(Class<?> type, String name) {}

  private record SetPair(String first, String second) {}

  private record Subject(String indicator, String regionSet) {}

  private Snapshot(
      Release release,
      Catalogue catalogue,
      Iterable<Region> regions,
      Iterable<Figure> figures,
      List<ZonesByList.Sum> sums,
      Optional<PlotIndex> plots,
      Optional<StoredPlots> storedPlots) {
    this.outlines = new Memo<>();
    this.queryPolygons = new ConcurrentHashMap<>();
    this.overlays = new Memo<>();
    this.setOverlays = new Memo<>();
    this.kept = new Memo<>();
    this.release = release;
    this.plots = plots;
    this.storedPlots = storedPlots;
    this.catalogue = catalogue;
    this.regionsBySet = new LinkedHashMap<>();
    catalogue.regionSets().forEach(set -> regionsBySet.put(set.id(), new LinkedHashMap<>()));
    for (Region region : regions) {
      String set = catalogue.regionSet(region.ref().regionSet()).id();
      regionsBySet.get(set).put(region.code(), region);
    }
    this.figuresBySubject = new HashMap<>();
    this.figuresByRegion = new HashMap<>();
    figures.forEach(this::index);
    this.partsBySum = new HashMap<>();
    for (ZonesByList.Sum sum : sums) {
      index(sum.figure());
      partsBySum.put(sum.figure().key(), sum.parts());
    }
  }

  private Snapshot(Snapshot other, PlotIndex plots) {
    this.release = other.release;
    this.catalogue = other.catalogue;
    this.regionsBySet = other.regionsBySet;
    this.figuresBySubject = other.figuresBySubject;
    this.figuresByRegion = other.figuresByRegion;
    this.partsBySum = other.partsBySum;
    this.outlines = other.outlines;
    this.queryPolygons = other.queryPolygons;
    this.overlays = other.overlays;
    this.setOverlays = other.setOverlays;
    this.kept = other.kept;
    this.plots = Optional.of(plots);
    this.storedPlots = Optional.empty();
  }

  private void index(Figure figure) {
    region(figure.region());
    Subject subject = new Subject(figure.indicator(), figure.region().regionSet());
    figuresBySubject.computeIfAbsent(subject, key -> new ArrayList<>()).add(figure);
    figuresByRegion.computeIfAbsent(figure.region(), key -> new ArrayList<>()).add(figure);
  }

  /** Builds the snapshot of a release without its plots. */
  public static Snapshot of(ReleaseContent content) {
    return of(content, Optional.empty());
  }

  /** Builds the snapshot of a release. */
  public static Snapshot of(ReleaseContent content, Optional<PlotIndex> plots) {
    return of(content, plots, Optional.empty());
  }

  /** Builds the snapshot of a release whose plots stay in the store. */
  static Snapshot of(ReleaseContent content, StoredPlots plots) {
    return of(content, Optional.empty(), Optional.of(plots).filter(some -> some.size() > 0));
  }

  private static Snapshot of(
      ReleaseContent content, Optional<PlotIndex> plots, Optional<StoredPlots> storedPlots) {
    Map<RegionRef, Region> merged = RegionMerger.merge(content.regions());
    ZonesByList zones = new ZonesByList(merged, content.catalogue());
    return new Snapshot(
        content.release(),
        content.catalogue(),
        zones.withOutlines().values(),
        content.figures(),
        zones.sums(content.figures()),
        plots,
        storedPlots);
  }

  /**
   * The same release with its plots in other trees: all answers are the same, so what was computed
   * is kept.
   */
  Snapshot with(PlotIndex samePlots) {
    return new Snapshot(this, samePlots);
  }

  public Release release() {
    return release;
  }

  public Catalogue catalogue() {
    return catalogue;
  }

  /**
   * The regions of a set, in the order of the data.
   *
   * @throws UnknownNameException when there is no such set
   */
  public List<Region> regions(String regionSet) {
    catalogue.regionSet(regionSet);
    return List.copyOf(regionsBySet.get(regionSet).values());
  }

  /**
   * One region.
   *
   * @throws UnknownNameException when there is no such set, or no such code in it
   */
  public Region region(RegionRef ref) {
    catalogue.regionSet(ref.regionSet());
    Map<String, Region> regions = regionsBySet.get(ref.regionSet());
    Region region = regions.get(ref.code());
    if (region == null) {
      throw new UnknownNameException("region", ref.code(), regions.keySet());
    }
    return region;
  }

  /** One region; empty when the release has none of that name. */
  public Optional<Region> find(RegionRef ref) {
    return Optional.ofNullable(
        regionsBySet.getOrDefault(ref.regionSet(), Map.of()).get(ref.code()));
  }

  /** The figures of an indicator over a set, all measures, periods and series. */
  public List<Figure> figures(String indicator, String regionSet) {
    return figuresBySubject.getOrDefault(new Subject(indicator, regionSet), List.of());
  }

  /** All figures of a region. */
  public List<Figure> figures(RegionRef region) {
    return figuresByRegion.getOrDefault(region, List.of());
  }

  /**
   * The figures that were added up to one of ours: the sum of a zone that is given as a list of
   * other regions. Empty for a figure that was reported.
   */
  public List<Figure> partsOf(Figure sum) {
    return partsBySum.getOrDefault(sum.key(), List.of());
  }

  /** The plots of the release under their tree; empty when it has none. */
  public Optional<PlotIndex> plots() {
    return plots;
  }

  /**
   * The plots of the release where they are kept, when memory does not hold them; empty where
   * {@link #plots} has them, or there are none.
   */
  public Optional<StoredPlots> storedPlots() {
    return storedPlots;
  }

  /** Kinds and years of the plots, wherever they are; none without plots. */
  public List<PlotSlot> plotSlots() {
    return plots
        .map(PlotIndex::slots)
        .or(() -> storedPlots.map(StoredPlots::slots))
        .orElse(List.of());
  }

  /** How many plots there are, wherever they are. */
  public long plotCount() {
    return plots
        .map(index -> (long) index.size())
        .or(() -> storedPlots.map(StoredPlots::size))
        .orElse(0L);
  }

  /**
   * The plots by the regions of a set, computed once for the release; empty without plots.
   *
   * @throws UnknownNameException when there is no such set
   */
  public Optional<PlotOverlay> plotOverlay(String regionSet) {
    RegionSet set = catalogue.regionSet(regionSet);
    Optional<Supplier<PlotOverlay>> made =
        plots
            .<Supplier<PlotOverlay>>map(
                index -> () -> PlotOverlay.of(index, set, regions(set.id()), this::queryPolygon))
            .or(
                () ->
                    storedPlots.map(
                        stored -> () -> PlotOverlay.of(stored, set, regions(set.id()))));
    return made.map(making -> overlays.get(set.id(), making));
  }

  /** The plots by the regions of a set as the store computes them; not kept. */
  public PlotOverlay plotOverlay(String regionSet, StoredPlots stored) {
    return PlotOverlay.of(stored, catalogue.regionSet(regionSet), regions(regionSet));
  }

  /**
   * The boundary of a region ready to be asked with, made once for the release; empty where it has
   * none.
   *
   * @throws UnknownNameException when there is no such region
   */
  public Optional<QueryPolygon> queryPolygon(RegionRef ref) {
    return region(ref).place() instanceof Place.Boundary boundary
        ? Optional.of(
            queryPolygons.computeIfAbsent(
                ref, key -> QueryPolygon.of(EqualAreaFrame.project(boundary.geometry()))))
        : Optional.empty();
  }

  /**
   * The ground that the regions of two sets share, computed once for the release.
   *
   * @throws UnknownNameException when there is no such set
   */
  public RegionSetOverlay regionSetOverlay(String regionSet, String with) {
    SetPair pair = new SetPair(catalogue.regionSet(regionSet).id(), catalogue.regionSet(with).id());
    return setOverlays.get(
        pair, () -> RegionSetOverlay.of(regions(pair.first), regions(pair.second)));
  }

  /**
   * An answer about this release that is made once and then kept with it; see {@link Memo}.
   *
   * @param question tells it from all others of its type; there must be few
   */
  public <T> T kept(Class<T> type, String question, Supplier<T> answer) {
    return type.cast(kept.get(new Question(type, question), answer::get));
  }

  /** The outline of a region for a map, generalised; empty where it has no boundary. */
  public Optional<Geometry> outline(RegionRef region) {
    return Optional.ofNullable(
        outlines
            .get(region.regionSet(), () -> Generalisation.of(regions(region.regionSet())))
            .get(region));
  }
}
