package org.yunga.geodata.plots;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Coordinate;
import org.yunga.core.region.RegionRef;
import org.yunga.geodata.load.KnownRegions;
import org.yunga.geodata.load.SpanishNames;
import org.yunga.geodata.load.UbigeoSet;

/** Whether a plot lies in the region that its row names. Safe for any number of threads. */
final class RegionCheck {

  private final RegionIndex index;
  private final KnownRegions known;
  private final String system;
  private final Map<Named, Resolved> resolved = new ConcurrentHashMap<>();

  /**
   * @param system what the coordinates of the file were taken for
   */
  RegionCheck(RegionIndex index, String system) {
    this.index = index;
    this.known = new KnownRegions(index.regions());
    this.system = system;
  }

  private record Named(String code, String name) {}

  /** What code and name of a row stand for. */
  private record Resolved(
      List<RegionRef> regions, Optional<String> completed, Optional<String> otherName) {
    static final Resolved UNKNOWN = new Resolved(List.of(), Optional.empty(), Optional.empty());
  }

  /**
   * A row whose region has a boundary.
   *
   * @param region that it names
   * @param raw a point of the plot as the file has it
   * @param inside whether the plot lies there
   */
  record Evidence(RegionIndex.Placed region, Coordinate raw, boolean inside) {}

  /**
   * A row on its way.
   *
   * @param code as given; empty without
   * @param name as given; empty without
   * @param point inside the plot
   * @param raw first coordinate as the file has it
   */
  record Subject(PlotPlace row, String code, String name, Coordinate point, Coordinate raw) {}

  /** Checks one; what it names is evidence of the datum of the file. */
  Optional<Evidence> check(Subject row, PlotMapping mapping, Consumer<PlotProblem> problems) {
    if (row.code().isEmpty() && row.name().isEmpty()) {
      return Optional.empty();
    }
    Resolved found = resolved.computeIfAbsent(new Named(row.code(), row.name()), this::resolve);
    String given = row.code().isEmpty() ? row.name() : row.code();
    PlotPlace at = row.row().at(mapping.regionCode().or(mapping::regionName).orElseThrow(), given);
    if (found.regions().isEmpty()) {
      problems.accept(new AttributeProblem.UnknownRegion(at, given));
      return Optional.empty();
    }
    if (found.otherName().isPresent()) {
      problems.accept(
          new AttributeProblem.NameDisagrees(
              at, found.regions().get(0).code(), row.name(), found.otherName().get()));
      return Optional.empty();
    }
    List<RegionIndex.Placed> placed =
        found.regions().stream().flatMap(ref -> placed(ref).stream()).toList();
    boolean inside = placed.stream().anyMatch(region -> region.holds(row.point()));
    found
        .completed()
        .ifPresent(
            completed ->
                problems.accept(
                    new AttributeProblem.LeadingZeroLost(at, row.code(), completed, inside)));
    if (placed.isEmpty()) {
      return Optional.empty();
    }
    RegionIndex.Placed nearest =
        inside || placed.size() == 1
            ? placed.get(0)
            : placed.stream()
                .min(Comparator.comparingDouble(one -> one.kilometres(row.point())))
                .orElseThrow();
    if (!inside) {
      problems.accept(elsewhere(at, nearest, row));
    }
    return Optional.of(new Evidence(nearest, row.raw(), inside));
  }

  private LocationProblem elsewhere(PlotPlace at, RegionIndex.Placed region, Subject row) {
    for (String zone : OtherFrames.otherZones(system)) {
      if (OtherFrames.lonLat(zone, row.raw()).filter(region::holds).isPresent()) {
        return new LocationProblem.WrongUtmZone(at, system, zone);
      }
    }
    return new LocationProblem.NotInRegion(
        at,
        region.region().code(),
        region.region().name(),
        index.whereabouts(row.point()),
        region.kilometres(row.point()));
  }

  /** The smallest region with a boundary that holds one. */
  private Optional<RegionIndex.Placed> placed(RegionRef ref) {
    Optional<RegionIndex.Placed> own = index.placed(ref);
    Optional<UbigeoSet> set = UbigeoSet.byId(ref.regionSet());
    if (own.isPresent() || set.isEmpty() || set.get() == UbigeoSet.DEPARTMENTS) {
      return own;
    }
    return placed(set.get().parent(ref.code()));
  }

  private Resolved resolve(Named named) {
    if (named.code().isEmpty()) {
      List<RegionRef> regions =
          List.of(UbigeoSet.values()).stream()
              .flatMap(set -> known.named(set.id(), named.name(), Optional.empty()).stream())
              .toList();
      return new Resolved(regions, Optional.empty(), Optional.empty());
    }
    if (!named.code().matches("\\d{1,6}")) {
      return Resolved.UNKNOWN;
    }
    boolean odd = named.code().length() % 2 == 1;
    String code = odd ? "0" + named.code() : named.code();
    UbigeoSet set = UbigeoSet.byDigits(code.length()).orElseThrow();
    Optional<String> name = known.name(set.id(), code);
    boolean setIsEmpty =
        index.regions().stream().noneMatch(region -> region.ref().regionSet().equals(set.id()));
    if (name.isEmpty() && !(setIsEmpty && known.isInKnownDepartment(code))) {
      return Resolved.UNKNOWN;
    }
    Optional<String> other =
        name.filter(one -> !named.name().isEmpty() && !SpanishNames.agree(one, named.name()));
    return new Resolved(
        List.of(new RegionRef(set.id(), code)), odd ? Optional.of(code) : Optional.empty(), other);
  }
}
