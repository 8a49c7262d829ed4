package org.yunga.geodata.load;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;
import org.yunga.core.region.Validity;
import org.yunga.core.space.EqualAreaFrame;
import org.yunga.geodata.read.RightHandRule;

/** Makes regions of checked features: one for each code. */
final class RegionAssembly {

  /** From this share on a difference between measured and declared area is told. */
  private static final double AREA_TOLERANCE = 0.05;

  /** What ends later comes later, what has no end last; then what begins later. */
  private static final Comparator<Validity> BY_TIME =
      Comparator.comparing((Validity v) -> v.to().orElse(LocalDate.MAX))
          .thenComparing(v -> v.from().orElse(LocalDate.MIN));

  private final String regionSet;
  private int refused;
  private final List<BoundaryProblem> problems = new ArrayList<>();

  RegionAssembly(String regionSet) {
    this.regionSet = regionSet;
  }

  List<Region> regions(List<CheckedFeature> features) {
    Map<String, List<CheckedFeature>> byCode = new LinkedHashMap<>();
    features.forEach(
        feature -> byCode.computeIfAbsent(feature.code(), c -> new ArrayList<>()).add(feature));
    return byCode.values().stream().map(this::newest).map(this::region).toList();
  }

  /** How many features were left out as older versions of others. */
  int refused() {
    return refused;
  }

  private List<CheckedFeature> newest(List<CheckedFeature> parts) {
    Validity newest = parts.stream().map(CheckedFeature::validity).max(BY_TIME).orElseThrow();
    for (CheckedFeature part : parts) {
      if (!part.validity().equals(newest)) {
        refused++;
        problems.add(new RegionCodeProblem.OlderVersion(part.place(), part.name()));
      }
    }
    return parts.stream().filter(part -> part.validity().equals(newest)).toList();
  }

  List<BoundaryProblem> problems() {
    return problems;
  }

  private Region region(List<CheckedFeature> parts) {
    CheckedFeature largest =
        parts.stream().max(Comparator.comparingDouble(RegionAssembly::hectares)).orElseThrow();
    if (parts.size() > 1) {
      List<String> names = parts.stream().map(CheckedFeature::name).toList();
      problems.add(new RegionCodeProblem.SeveralFeatures(largest.place(), names));
    }
    Place place = place(parts);
    if (place instanceof Place.Boundary boundary) {
      compareArea(largest.place(), boundary, declaredHectares(parts));
    }
    return new Region(
        new RegionRef(regionSet, largest.code()),
        largest.name(),
        UbigeoSet.byId(regionSet).map(set -> set.parent(largest.code())),
        Optional.empty(),
        place,
        List.of(),
        largest.validity());
  }

  private static double hectares(CheckedFeature feature) {
    return feature.geometry().map(EqualAreaFrame::hectares).orElse(0.0);
  }

  private static Place place(List<CheckedFeature> parts) {
    List<Geometry> outlines = parts.stream().flatMap(part -> part.geometry().stream()).toList();
    if (outlines.isEmpty()) {
      return new Place.Unknown();
    }
    Geometry outline = outlines.size() == 1 ? outlines.get(0) : union(outlines);
    return new Place.Boundary(outline, EqualAreaFrame.hectares(outline));
  }

  private static Geometry union(List<Geometry> outlines) {
    Geometry all =
        outlines.get(0).getFactory().createGeometryCollection(outlines.toArray(Geometry[]::new));
    return RightHandRule.applied(OverlayNGRobust.union(all));
  }

  /** Sum over the parts; empty when one of them declares nothing. */
  private static OptionalDouble declaredHectares(List<CheckedFeature> parts) {
    boolean all = parts.stream().allMatch(part -> part.declaredHectares().isPresent());
    return all
        ? OptionalDouble.of(
            parts.stream().mapToDouble(part -> part.declaredHectares().getAsDouble()).sum())
        : OptionalDouble.empty();
  }

  private void compareArea(FeaturePlace place, Place.Boundary boundary, OptionalDouble declared) {
    double measured = boundary.areaHectares();
    declared.ifPresent(
        hectares -> {
          if (Math.abs(measured - hectares) > AREA_TOLERANCE * hectares) {
            problems.add(
                new RegionGeometryProblem.AreaDiffers(
                    place,
                    measured,
                    hectares,
                    boundary.geometry().getInteriorPoint().getCoordinate()));
          }
        });
  }
}
