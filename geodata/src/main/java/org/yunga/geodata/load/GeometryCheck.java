package org.yunga.geodata.load;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import org.yunga.core.space.EqualAreaFrame;
import org.yunga.geodata.crs.CoordinateFrame;
import org.yunga.geodata.read.RightHandRule;

/** Checks and repairs the geometries of a file, one after another. */
final class GeometryCheck {

  /** Peru from the mouth of the Zarumilla to the Concordia triangle, with its coastal islands. */
  private static final Envelope PERU = new Envelope(-81.5, -68.5, -18.5, 0.1);

  /** Degrees that a boundary may reach beyond: coarse drawings, sea. */
  private static final double MARGIN = 0.5;

  private static final Envelope ALLOWED = expanded(PERU);
  private static final Envelope ALLOWED_SWAPPED =
      new Envelope(ALLOWED.getMinY(), ALLOWED.getMaxY(), ALLOWED.getMinX(), ALLOWED.getMaxX());

  private final CoordinateFrame frame;
  private final Consumer<BoundaryProblem> problems;
  private int clockwiseRings;

  GeometryCheck(CoordinateFrame frame, Consumer<BoundaryProblem> problems) {
    this.frame = frame;
    this.problems = problems;
  }

  private static Envelope expanded(Envelope envelope) {
    Envelope expanded = new Envelope(envelope);
    expanded.expandBy(MARGIN);
    return expanded;
  }

  /**
   * A valid polygon or multipolygon in longitude, latitude with rings in order; empty when it must
   * be refused.
   *
   * @param geometry not empty, in the coordinates of the file
   */
  Optional<Geometry> check(FeaturePlace place, Geometry geometry) {
    if (!(geometry instanceof Polygonal)) {
      problems.accept(
          new RegionGeometryProblem.NotAPolygon(
              place, geometry.getGeometryType(), geometry.getCoordinate()));
      return Optional.empty();
    }
    Optional<Geometry> lonLat = frame.toLonLat(geometry);
    if (lonLat.isEmpty() || !ALLOWED.contains(lonLat.get().getEnvelopeInternal())) {
      problems.accept(misplaced(place, lonLat.orElse(geometry).getEnvelopeInternal()));
      return Optional.empty();
    }
    return valid(place, lonLat.get()).map(RightHandRule::applied);
  }

  /** How many exterior rings of valid geometries had to be turned so far. */
  int clockwiseRings() {
    return clockwiseRings;
  }

  private static BoundaryProblem misplaced(FeaturePlace place, Envelope extent) {
    String shown =
        String.format(
            Locale.ROOT,
            "%.4f, %.4f, %.4f, %.4f",
            extent.getMinX(),
            extent.getMinY(),
            extent.getMaxX(),
            extent.getMaxY());
    return ALLOWED_SWAPPED.contains(extent)
        ? new RegionGeometryProblem.SwappedAxes(place, shown)
        : new RegionGeometryProblem.OutsidePeru(place, shown);
  }

  private Optional<Geometry> valid(FeaturePlace place, Geometry geometry) {
    TopologyValidationError error = new IsValidOp(geometry).getValidationError();
    if (error == null) {
      clockwiseRings += RightHandRule.clockwiseShells(geometry);
      return Optional.of(geometry);
    }
    Optional<Geometry> fixed =
        Optional.of(GeometryFixer.fix(geometry))
            .filter(repaired -> repaired instanceof Polygonal && !repaired.isEmpty());
    problems.accept(
        new RegionGeometryProblem.InvalidGeometry(
            place,
            error.toString(),
            error.getCoordinate(),
            EqualAreaFrame.hectares(geometry),
            fixed.map(EqualAreaFrame::hectares).orElse(0.0)));
    return fixed;
  }
}
