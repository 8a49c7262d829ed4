package org.yunga.web.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.yunga.core.figure.Measure;
import org.yunga.core.monitor.Availability;
import org.yunga.core.monitor.FiguresAnswer;
import org.yunga.core.monitor.Monitor;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;
import org.yunga.core.region.RegionSet;
import org.yunga.core.region.Ubigeo;

/**
 * What one office or area needs: of small sets every region, to compare with; of large ones those
 * that it lies in, that lie in it, or that it is made up of.
 */
final class OfficeScope extends Scope {

  /** A set of no more regions than this is taken whole. */
  private static final int SMALL = 30;

  private static final String COUNTRY = "country";

  private final Region office;

  /** The office, and what it is made up of by list. */
  private final List<Region> own = new ArrayList<>();

  private final Map<String, List<Region>> regions = new HashMap<>();
  private final Optional<PreparedGeometry> ground;

  /**
   * What this region needs.
   *
   * @throws org.yunga.core.text.UnknownNameException when there is no such region
   */
  OfficeScope(Monitor monitor, RegionRef region) {
    super(monitor);
    office = snapshot().region(region);
    own.add(office);
    office.currentMembers().stream()
        .flatMap(member -> member.ref().stream())
        .flatMap(member -> find(snapshot(), member).stream())
        .forEach(own::add);
    ground =
        office.place() instanceof Place.Boundary boundary
            ? Optional.of(PreparedGeometryFactory.prepare(boundary.geometry()))
            : Optional.empty();
  }

  Region office() {
    return office;
  }

  /** The region itself, and what lies in it by law or by list. */
  boolean isWithin(Region region) {
    return own.stream().anyMatch(outer -> lies(region, outer));
  }

  /** By the chain of parents, or by code where the province between was never loaded. */
  private boolean lies(Region inner, Region outer) {
    if (isPolitical(inner) && isPolitical(outer) && !outer.ref().regionSet().equals(COUNTRY)) {
      return inner.ref().equals(outer.ref()) || Ubigeo.isWithin(inner.code(), outer.code());
    }
    return Stream.iterate(
            Optional.of(inner),
            Optional::isPresent,
            region -> region.get().parent().flatMap(parent -> find(snapshot(), parent)))
        .anyMatch(region -> region.get().ref().equals(outer.ref()));
  }

  private boolean isPolitical(Region region) {
    return snapshot().catalogue().regionSet(region.ref().regionSet()).kind()
        == RegionSet.Kind.POLITICAL;
  }

  @Override
  List<Region> regions(String set) {
    return regions.computeIfAbsent(set, this::find);
  }

  private List<Region> find(String set) {
    List<Region> all = snapshot().regions(set);
    boolean whole = all.size() <= SMALL;
    return all.stream().filter(region -> whole || isNeeded(region)).toList();
  }

  private boolean isNeeded(Region region) {
    if (office.ref().regionSet().equals(COUNTRY)) {
      // of the country everything is a part: that is no pack
      return false;
    }
    if (own.stream().anyMatch(part -> lies(part, region) || lies(region, part))) {
      return true;
    }
    return !isPolitical(region)
        && ground.isPresent()
        && region.place() instanceof Place.Boundary boundary
        && ground.get().intersects(boundary.geometry());
  }

  private boolean isWhole(String set) {
    return regions(set).size() == snapshot().regions(set).size();
  }

  @Override
  List<Availability> availability(String indicator) {
    return super.availability(indicator).stream()
        .flatMap(
            a ->
                isWhole(a.regionSet())
                    ? Stream.of(a)
                    : availability(figures(indicator, a.regionSet(), a.measure())).stream()
                        .filter(some -> some.series().equals(a.series())))
        .toList();
  }

  @Override
  FiguresAnswer figures(String indicator, String set, Measure measure) {
    FiguresAnswer all = super.figures(indicator, set, measure);
    return isWhole(set) ? all : all.of(Set.copyOf(regions(set))::contains);
  }
}
