package org.yunga.core.snapshot;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.operation.overlayng.CoverageUnion;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.yunga.core.catalogue.Catalogue;
import org.yunga.core.figure.Figure;
import org.yunga.core.figure.Method;
import org.yunga.core.figure.Source;
import org.yunga.core.figure.ValueState;
import org.yunga.core.indicator.Indicator;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;
import org.yunga.core.space.EqualAreaFrame;
import org.yunga.core.text.Bilingual;

/**
 * Zones that are given as a list of other regions: their outline is the union of the members, their
 * figures are sums over the members, within one series and period, of indicators that may be added.
 * The outline is that of the list in force, a sum that of the list on the last day of its period.
 * Such a sum is marked {@code estimated}, has the status of its weakest part, and its note says how
 * many members it rests on. What the zone itself reports is left alone.
 */
final class ZonesByList {

  /** So many places in publications are told of a sum. */
  private static final int MOST_PLACES = 3;

  /** Relative; above the noise of adding up, far below the smallest district. */
  private static final double SAME_AREA = 1e-9;

  private final Map<RegionRef, Region> regions;
  private final Catalogue catalogue;

  ZonesByList(Map<RegionRef, Region> regions, Catalogue catalogue) {
    this.regions = regions;
    this.catalogue = catalogue;
  }

  /** The regions, with outlines for the zones whose members have one. */
  Map<RegionRef, Region> withOutlines() {
    Map<RegionRef, Region> result = new LinkedHashMap<>(regions);
    for (Region zone : regions.values()) {
      if (!zone.members().isEmpty() && !(zone.place() instanceof Place.Boundary)) {
        outline(zone).ifPresent(place -> result.put(zone.ref(), zone.at(place)));
      }
    }
    return result;
  }

  private Optional<Place> outline(Region zone) {
    List<Geometry> parts =
        zone.currentMembers().stream()
            .flatMap(member -> member.ref().stream())
            .distinct()
            .map(regions::get)
            .filter(Objects::nonNull)
            .filter(member -> member.place() instanceof Place.Boundary)
            .map(member -> ((Place.Boundary) member.place()).geometry())
            .toList();
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    Geometry union = union(parts);
    return Optional.of(new Place.Boundary(union, EqualAreaFrame.hectares(union)));
  }

  /**
   * Fast for members that share their borders exactly; robust for the others, which show in the
   * area: members that overlap or are listed twice would cancel each other out.
   */
  private static Geometry union(List<Geometry> parts) {
    Geometry[] array = parts.toArray(Geometry[]::new);
    Geometry collection = parts.get(0).getFactory().createGeometryCollection(array);
    try {
      Geometry union = CoverageUnion.union(collection);
      double lost = Math.abs(union.getArea() / collection.getArea() - 1);
      if (lost < SAME_AREA && union.isValid()) {
        return union;
      }
    } catch (IllegalArgumentException | TopologyException e) {
      // not a clean coverage: the overlay below copes
    }
    return OverlayNGRobust.union(collection);
  }

  /**
   * A figure that was added up.
   *
   * @param figure the sum
   * @param parts the figures that went in
   */
  record Sum(Figure figure, List<Figure> parts) {}

  /** Sums for every zone given as a list, but for those that were reported. */
  List<Sum> sums(List<Figure> figures) {
    Set<Figure.Key> reported = figures.stream().map(Figure::key).collect(Collectors.toSet());
    List<Sum> result = new ArrayList<>();
    for (Region zone : regions.values()) {
      if (!zone.members().isEmpty()) {
        result.addAll(sumsOf(zone, figures));
      }
    }
    result.removeIf(sum -> reported.contains(sum.figure().key()));
    return result;
  }

  private List<Sum> sumsOf(Region zone, List<Figure> figures) {
    Map<LocalDate, Set<RegionRef>> membersByDay = new HashMap<>();
    Map<Figure.Key, List<Figure>> groups = new LinkedHashMap<>();
    for (Figure figure : figures) {
      boolean additive = catalogue.indicator(figure.indicator()).space() == Indicator.SpaceRule.SUM;
      if (additive
          && figure.state().hasValue()
          && membersByDay
              .computeIfAbsent(figure.key().period().lastDay(), day -> membersOn(zone, day))
              .contains(figure.region())) {
        groups.computeIfAbsent(keyFor(zone, figure), key -> new ArrayList<>()).add(figure);
      }
    }
    return groups.entrySet().stream()
        .map(e -> new Sum(sum(zone, e.getKey(), e.getValue()), List.copyOf(e.getValue())))
        .toList();
  }

  private static Set<RegionRef> membersOn(Region zone, LocalDate day) {
    return zone.membersOn(day).stream()
        .flatMap(member -> member.ref().stream())
        .collect(Collectors.toSet());
  }

  private static Figure.Key keyFor(Region zone, Figure figure) {
    return new Figure.Key(
        zone.ref(), figure.indicator(), figure.measure(), figure.period(), figure.series());
  }

  private static Figure sum(Region zone, Figure.Key key, List<Figure> parts) {
    double sum = parts.stream().mapToDouble(part -> part.value().getAsDouble()).sum();
    int all = zone.membersOn(key.period().lastDay()).size();
    String counted = parts.size() + " de " + all;
    String countedEn = parts.size() + " of " + all;
    return new Figure(
        key,
        sum == 0 ? ValueState.ZERO : ValueState.VALUE,
        OptionalDouble.of(sum),
        Method.ESTIMATED,
        parts.stream().map(Figure::status).max(Comparator.naturalOrder()).orElseThrow(),
        source(parts),
        Optional.of(
            new Bilingual(
                "Suma calculada por Yunga con las cifras de " + counted + " distritos de la lista.",
                "Sum computed by Yunga from the figures of " + countedEn + " listed districts.")),
        parts.get(0).dataset());
  }

  /** All publications that went in; of the places in them the first ones. */
  private static Source source(List<Figure> parts) {
    return new Source(
        String.join(
            "; ", new TreeSet<>(parts.stream().map(part -> part.source().title()).toList())),
        String.join(" · ", places(parts)));
  }

  private static List<String> places(List<Figure> parts) {
    List<String> all =
        parts.stream()
            .map(part -> part.source().locator())
            .filter(place -> !place.isEmpty())
            .distinct()
            .sorted()
            .toList();
    if (all.size() <= MOST_PLACES) {
      return all;
    }
    List<String> some = new ArrayList<>(all.subList(0, MOST_PLACES));
    some.add("…");
    return some;
  }
}
