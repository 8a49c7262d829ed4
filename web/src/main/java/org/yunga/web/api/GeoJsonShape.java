package org.yunga.web.api;

import static org.yunga.web.api.Answers.object;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Polygons as a GeoJSON geometry (RFC 7946) within a JSON answer: six decimals, exterior rings
 * counter-clockwise.
 */
final class GeoJsonShape {

  private static final double DECIMALS = 1e6;

  private GeoJsonShape() {}

  /**
   * The geometry object.
   *
   * @param geometry polygon or multipolygon, longitude and latitude
   */
  static Map<String, Object> of(Geometry geometry) {
    Object coordinates =
        geometry instanceof Polygon polygon
            ? rings(polygon)
            : IntStream.range(0, geometry.getNumGeometries())
                .mapToObj(i -> rings((Polygon) geometry.getGeometryN(i)))
                .toList();
    return object("type", geometry.getGeometryType(), "coordinates", coordinates);
  }

  private static List<List<double[]>> rings(Polygon polygon) {
    List<List<double[]>> rings = new ArrayList<>();
    rings.add(ring(polygon.getExteriorRing(), true));
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      rings.add(ring(polygon.getInteriorRingN(i), false));
    }
    return rings;
  }

  private static List<double[]> ring(LinearRing ring, boolean counterClockwise) {
    CoordinateSequence points = ring.getCoordinateSequence();
    boolean turn = Orientation.isCCW(points) != counterClockwise;
    double[][] positions = new double[points.size()][];
    for (int i = 0; i < positions.length; i++) {
      int at = turn ? positions.length - 1 - i : i;
      positions[i] = new double[] {rounded(points.getX(at)), rounded(points.getY(at))};
    }
    return Arrays.asList(positions);
  }

  /** Six decimals. */
  static double rounded(double degrees) {
    return Math.round(degrees * DECIMALS) / DECIMALS;
  }
}
