package org.yunga.geodata.plots;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import org.yunga.core.plot.PlotForm;
import org.yunga.core.plot.PlotKind;
import org.yunga.core.space.EqualAreaFrame;

/** Whether a geometry can be a plot of a kind, and lies in Peru. Safe for any number of threads. */
final class ShapeCheck {

  private final PlotKind kind;
  private final KindLimits limits;
  private final RegionIndex regions;
  private final String system;

  /**
   * @param system what the coordinates of the file were taken for
   */
  ShapeCheck(PlotKind kind, RegionIndex regions, String system) {
    this.kind = kind;
    this.limits = KindLimits.of(kind.id());
    this.regions = regions;
    this.system = system;
  }

  /**
   * A geometry that can be a plot.
   *
   * @param geometry valid, longitude and latitude
   * @param point inside of it
   * @param hectares its area; 0 for lines and points
   */
  record Shape(Geometry geometry, Coordinate point, double hectares) {}

  /**
   * Checks one.
   *
   * @param lonLat in longitude, latitude, WGS 84; not empty
   * @param raw first coordinate as the file has it
   * @param problems is told what is wrong
   * @return empty when it must be refused
   */
  Optional<Shape> check(
      PlotPlace row, Geometry lonLat, Coordinate raw, Consumer<PlotProblem> problems) {
    Geometry geometry = single(lonLat);
    if (!isOfForm(geometry)) {
      String given = geometry.getGeometryType();
      problems.accept(new ShapeProblem.GeometryWrongType(row, given, kind.form()));
      return Optional.empty();
    }
    Coordinate corner = geometry.getCoordinate();
    if (!regions.isNearPeru(corner)) {
      problems.accept(misplaced(row, corner, raw));
      return Optional.empty();
    }
    if (kind.form() != PlotForm.AREA) {
      return Optional.of(new Shape(geometry, geometry.getInteriorPoint().getCoordinate(), 0));
    }
    return valid(row, geometry, problems).filter(shape -> isPossible(row, shape, problems));
  }

  private static Geometry single(Geometry geometry) {
    return geometry instanceof GeometryCollection && geometry.getNumGeometries() == 1
        ? geometry.getGeometryN(0)
        : geometry;
  }

  private boolean isOfForm(Geometry geometry) {
    return switch (kind.form()) {
      case AREA -> geometry instanceof Polygonal;
      case LINE -> geometry instanceof Lineal;
      case POINT -> geometry instanceof org.locationtech.jts.geom.Point;
    };
  }

  private LocationProblem misplaced(PlotPlace row, Coordinate lonLat, Coordinate raw) {
    String where = String.format(Locale.ROOT, "%.5f, %.5f", lonLat.x, lonLat.y);
    PlotPlace at = new PlotPlace(row.row(), row.field(), row.value(), onEarth(lonLat));
    for (String zone : OtherFrames.otherZones(system)) {
      if (OtherFrames.lonLat(zone, raw).filter(regions::isNearPeru).isPresent()) {
        return new LocationProblem.WrongUtmZone(at, system, zone);
      }
    }
    boolean swapped =
        OtherFrames.isLonLat(system)
            ? regions.isNearPeru(new CoordinateXY(lonLat.y, lonLat.x))
            : OtherFrames.lonLat(system, new CoordinateXY(raw.y, raw.x))
                .filter(regions::isNearPeru)
                .isPresent();
    return swapped
        ? new LocationProblem.SwappedAxes(at, where)
        : new LocationProblem.OutsidePeru(at, where);
  }

  private static Optional<Coordinate> onEarth(Coordinate point) {
    boolean onEarth = Math.abs(point.x) <= 180 && Math.abs(point.y) <= 90;
    return onEarth ? Optional.of(point) : Optional.empty();
  }

  private Optional<Shape> valid(PlotPlace row, Geometry geometry, Consumer<PlotProblem> problems) {
    TopologyValidationError error = new IsValidOp(geometry).getValidationError();
    if (error == null) {
      return Optional.of(shape(geometry));
    }
    PlotPlace at =
        new PlotPlace(
            row.row(), row.field(), row.value(), Optional.ofNullable(error.getCoordinate()));
    Geometry fixed = single(GeometryFixer.fix(geometry));
    if (fixed.isEmpty() || !isOfForm(fixed)) {
      problems.accept(new ShapeProblem.GeometryUnrepairable(at, error.getMessage()));
      return Optional.empty();
    }
    Shape shape = shape(fixed);
    problems.accept(
        new ShapeProblem.GeometryInvalid(
            at, error.getMessage(), EqualAreaFrame.hectares(geometry), shape.hectares()));
    return Optional.of(shape);
  }

  private static Shape shape(Geometry geometry) {
    return new Shape(
        geometry, geometry.getInteriorPoint().getCoordinate(), EqualAreaFrame.hectares(geometry));
  }

  private boolean isPossible(PlotPlace row, Shape shape, Consumer<PlotProblem> problems) {
    if (shape.hectares() > limits.most()) {
      problems.accept(new ShapeProblem.ImpossibleSize(row, shape.hectares(), limits.most()));
      return false;
    }
    if (shape.hectares() > limits.usual() || shape.hectares() < limits.least()) {
      problems.accept(new ShapeProblem.UnusualSize(row, shape.hectares()));
    }
    return true;
  }
}
