package org.yunga.geodata.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.locationtech.jts.geom.Geometry;
import org.yunga.core.region.Validity;
import org.yunga.geodata.crs.CoordinateFrame;
import org.yunga.geodata.table.Row;
import org.yunga.geodata.table.RowFlaw;

/** Checks the features of one file, one after another, and keeps what it finds. */
final class FeatureCheck {

  private final BoundaryTable table;
  private final BoundaryLayout layout;
  private final CodeCheck codes;
  private final GeometryCheck geometries;
  private final List<BoundaryProblem> problems = new ArrayList<>();

  FeatureCheck(
      BoundaryTable table, BoundaryLayout layout, CoordinateFrame frame, KnownRegions known) {
    this.table = table;
    this.layout = layout;
    this.codes = new CodeCheck(layout, known, problems::add);
    this.geometries = new GeometryCheck(frame, problems::add);
  }

  /** The feature as it can be used; empty when it must be refused, then a problem says why. */
  Optional<CheckedFeature> check(Row row) {
    FeaturePlace place = place(row);
    boolean lost = false;
    for (RowFlaw flaw : row.flaws()) {
      if (matters(flaw)) {
        problems.add(new BoundaryFileProblem.FormatFlaw(place, flaw));
        lost |= BoundaryFileProblem.FormatFlaw.losesTheRow(flaw);
      }
    }
    return lost
        ? Optional.empty()
        : codes
            .code(place)
            .flatMap(
                code ->
                    layout
                        .validity()
                        .of(table, row, place, problems::add)
                        .flatMap(validity -> withGeometry(row, place, code, validity)));
  }

  /** Values of columns that are not used may be as they like. */
  private boolean matters(RowFlaw flaw) {
    return flaw.field().isEmpty()
        || flaw.field().get().equals(layout.codeField())
        || flaw.field().get().equals(layout.nameField());
  }

  private Optional<CheckedFeature> withGeometry(
      Row row, FeaturePlace place, String code, Validity validity) {
    Optional<Geometry> given = row.geometry().filter(geometry -> !geometry.isEmpty());
    Optional<Geometry> checked = given.flatMap(geometry -> geometries.check(place, geometry));
    if (given.isPresent() && checked.isEmpty()) {
      return Optional.empty();
    }
    if (given.isEmpty()) {
      problems.add(new RegionGeometryProblem.GeometryMissing(place));
    }
    return Optional.of(
        new CheckedFeature(
            place, code, codes.name(place, code), checked, declaredHectares(row), validity));
  }

  private FeaturePlace place(Row row) {
    return new FeaturePlace(
        table.file(),
        OptionalLong.of(row.number()),
        table.text(row, layout.codeField()),
        table.text(row, layout.nameField()));
  }

  private OptionalDouble declaredHectares(Row row) {
    return BoundaryLayout.HECTARE_FIELDS.stream()
        .map(field -> table.number(row, field))
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
    FeaturePlace place = FeaturePlace.wholeFile(table.file());
    List<BoundaryProblem> found = new ArrayList<>();
    table.notices().forEach(notice -> found.add(new BoundaryFileProblem.FileNotice(place, notice)));
    if (geometries.clockwiseRings() > 0) {
      found.add(new BoundaryFileProblem.ClockwiseRings(place, geometries.clockwiseRings()));
    }
    return found;
  }
}
