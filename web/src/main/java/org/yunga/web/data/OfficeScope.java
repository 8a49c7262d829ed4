package org.yunga.web.data;

import java.util.HashMap;
import java.util.HashSet;
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

/**
 * What one office or area needs: of small sets every region, to compare with; of large ones those
 * that it lies in, that lie in it, or that it is made up of.
 */
final class OfficeScope extends Scope {

  /** A set of no more regions than this is taken whole. */
  private static final int SMALL = 60;

  private final Region office;
  private final Set<RegionRef> line = new HashSet<>();
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
    office.currentMembers().stream().flatMap(m -> m.ref().stream()).forEach(this::addWithParents);
    addWithParents(region);
    ground =
        office.place() instanceof Place.Boundary boundary
            ? Optional.of(PreparedGeometryFactory.prepare(boundary.geometry()))
            : Optional.empty();
  }

  private void addWithParents(RegionRef ref) {
    line.add(ref);
    snapshot().region(ref).parent().filter(p -> !line.contains(p)).ifPresent(this::addWithParents);
  }

  Region office() {
    return office;
  }

  /** The region itself, and what lies in it by law or by list. */
  boolean isWithin(Region region) {
    return ancestry(region).anyMatch(office.ref()::equals)
        || office.currentMembers().stream()
            .flatMap(member -> member.ref().stream())
            .anyMatch(member -> ancestry(region).anyMatch(member::equals));
  }

  private Stream<RegionRef> ancestry(Region region) {
    return Stream.iterate(
            Optional.of(region.ref()),
            Optional::isPresent,
            ref -> snapshot().region(ref.get()).parent())
        .map(Optional::get);
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
    // of the country everything is a part: that is no pack
    if (line.contains(region.ref()) || office.parent().isPresent() && isWithin(region)) {
      return true;
    }
    if (region.parent().isPresent()) {
      return !office.members().isEmpty() && isWithin(region);
    }
    return ground.isPresent()
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
