package org.yunga.geodata.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.locationtech.jts.geom.Geometry;
import org.yunga.geodata.crs.CoordinateFrame;
import org.yunga.geodata.read.FeatureProperties;
import org.yunga.geodata.read.GeoJsonFeature;
import org.yunga.geodata.read.GeoJsonFlaw;

/** Checks the features of one file, one after another, and keeps what it finds. */
final class FeatureCheck {

  private final String file;
  private final BoundaryLayout layout;
  private final CodeCheck codes;
  private final GeometryCheck geometries;
  private final List<BoundaryProblem> problems = new ArrayList<>();
  private int withHeights;

  FeatureCheck(String file, BoundaryLayout layout, CoordinateFrame frame, KnownRegions known) {
    this.file = file;
    this.layout = layout;
    this.codes = new CodeCheck(layout.regionSet(), known, problems::add);
    this.geometries = new GeometryCheck(frame, problems::add);
  }

  /** The feature as it can be used; empty when it must be refused, then a problem says why. */
  Optional<CheckedFeature> check(GeoJsonFeature feature) {
    FeaturePlace place = place(feature);
    feature.flaws().forEach(flaw -> note(place, flaw));
    if (feature.isGeometryUnreadable()) {
      return Optional.empty();
    }
    return codes.code(place).flatMap(code -> withGeometry(feature, place, code));
  }

  private Optional<CheckedFeature> withGeometry(
      GeoJsonFeature feature, FeaturePlace place, String code) {
    Optional<Geometry> given = feature.geometry().filter(geometry -> !geometry.isEmpty());
    Optional<Geometry> checked = given.flatMap(geometry -> geometries.check(place, geometry));
    if (given.isPresent() && checked.isEmpty()) {
      return Optional.empty();
    }
    if (given.isEmpty()) {
      problems.add(new BoundaryProblem.GeometryMissing(place));
    }
    return Optional.of(
        new CheckedFeature(
            place, code, codes.name(place, code), checked, declaredHectares(feature.properties())));
  }

  private FeaturePlace place(GeoJsonFeature feature) {
    return new FeaturePlace(
        file,
        OptionalInt.of(feature.index()),
        feature.properties().text(layout.codeField()),
        feature.properties().text(layout.nameField()));
  }

  private void note(FeaturePlace place, GeoJsonFlaw flaw) {
    if (flaw instanceof GeoJsonFlaw.ExtraOrdinates) {
      withHeights++;
    } else {
      problems.add(new BoundaryProblem.FormatFlaw(place, flaw));
    }
  }

  private static OptionalDouble declaredHectares(FeatureProperties properties) {
    return BoundaryLayout.HECTARE_FIELDS.stream()
        .map(properties::number)
        .filter(number -> number.isPresent() && number.getAsDouble() > 0)
        .findFirst()
        .orElse(OptionalDouble.empty());
  }

  /** What was found in single features, in the order of the file. */
  List<BoundaryProblem> problems() {
    return problems;
  }

  /** What was found in many features alike: told once. */
  List<BoundaryProblem> problemsOfTheFile() {
    FeaturePlace place = FeaturePlace.wholeFile(file);
    List<BoundaryProblem> found = new ArrayList<>();
    if (withHeights > 0) {
      found.add(new BoundaryProblem.HeightsDropped(place, withHeights));
    }
    if (geometries.clockwiseRings() > 0) {
      found.add(new BoundaryProblem.ClockwiseRings(place, geometries.clockwiseRings()));
    }
    return found;
  }
}
