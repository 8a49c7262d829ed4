package org.yunga.core.space;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * The one frame in which Yunga takes areas: the cylindrical equal-area projection of the WGS 84
 * ellipsoid with the equator as standard parallel.
 *
 * <p>Formula: J. P. Snyder, <i>Map Projections - A Working Manual</i>, USGS Professional Paper 1395
 * (1987), equations 10-14 to 10-16 and 3-12: {@code x = a lon}, {@code y = a q(sin lat) / 2} with
 * {@code q(s) = (1-e²) (s/(1-e²s²) - ln((1-es)/(1+es)) / 2e)}. Areas are exact but for the edges,
 * which are straight here and geodesics on the ground: with vertices put into the edges the
 * difference vanishes (below 0.01 ppm). Against GeographicLib in Peru (tested): fields of 0.1 to 5
 * ha below 1 ppm, half of them below 0.1 ppm; a district of 1,518 km² below 1 ppm with 300
 * vertices, below 100 ppm with 12; a round polygon of 350,000 km² with 24 vertices below 30 ppm.
 * Files that were generalised strongly differ more: districts of a public one by 11 ppm in the
 * median and 400 ppm at most, far less than generalising changed them.
 *
 * <p>In: longitude, latitude in degrees. Out: metres, or hectares.
 */
public final class EqualAreaFrame {

  /** Semi-major axis of WGS 84 in metres. */
  private static final double A = 6378137.0;

  /** First eccentricity squared of WGS 84. */
  private static final double E2 = 6.69437999014e-3;

  private static final double SQUARE_METRES_PER_HECTARE = 10_000;

  /**
   * Coefficients of artanh(es) / es in powers of e²s², the highest first: this is the logarithm of
   * the formula, in a third of its time, which counts where a start projects millions of vertices.
   * The next term would be below 1e-18.
   */
  private static final double[] ARTANH = {
    1.0 / 15, 1.0 / 13, 1.0 / 11, 1.0 / 9, 1.0 / 7, 1.0 / 5, 1.0 / 3, 1
  };

  private static final double POLE = northing(1);

  private EqualAreaFrame() {}

  /** Easting in metres of a longitude in degrees. */
  public static double x(double longitude) {
    return A * Math.toRadians(longitude);
  }

  /** Northing in metres of a latitude in degrees; the poles lie some 6,357 km from the equator. */
  public static double y(double latitude) {
    return northing(Math.sin(Math.toRadians(latitude)));
  }

  private static double northing(double s) {
    double u = E2 * s * s;
    double series = 0;
    for (double coefficient : ARTANH) {
      series = series * u + coefficient;
    }
    return A / 2 * (1 - E2) * s * (1 / (1 - u) + series);
  }

  /** Longitude in degrees of an easting in metres. */
  public static double longitude(double x) {
    return Math.toDegrees(x / A);
  }

  /**
   * Latitude in degrees of a northing in metres, to a nanometre on the ground below 85 degrees.
   *
   * @throws IllegalArgumentException beyond the poles
   */
  public static double latitude(double y) {
    double sine = y / POLE;
    if (!(Math.abs(sine) <= 1)) {
      throw new IllegalArgumentException("No latitude has the northing " + y);
    }
    double latitude = Math.asin(sine);
    // Newton; the slope is dy/dlat = a cos(lat) (1-e²) / (1-e² sin²(lat))²
    for (int i = 0; i < 6; i++) {
      double s = Math.sin(latitude);
      double w = 1 - E2 * s * s;
      double slope = A * (1 - E2) * Math.sqrt(1 - s * s) / (w * w);
      double step = slope > 0 ? (y - northing(s)) / slope : 0;
      latitude += step;
      if (Math.abs(step) < 1e-16 * (1 + Math.abs(latitude))) {
        break;
      }
    }
    return Math.toDegrees(latitude);
  }

  /** A copy in degrees of a geometry in metres. */
  public static Geometry unproject(Geometry metres) {
    return FrameChange.of(
        metres,
        Double.POSITIVE_INFINITY,
        point -> {
          point[0] = longitude(point[0]);
          point[1] = latitude(point[1]);
        });
  }

  /** A copy in metres of a geometry in degrees. */
  public static Geometry project(Geometry degrees) {
    Geometry metres = degrees.copy();
    metres.apply(
        new CoordinateSequenceFilter() {
          @Override
          public void filter(CoordinateSequence sequence, int i) {
            sequence.setOrdinate(i, CoordinateSequence.X, x(sequence.getX(i)));
            sequence.setOrdinate(i, CoordinateSequence.Y, y(sequence.getY(i)));
          }

          @Override
          public boolean isDone() {
            return false;
          }

          @Override
          public boolean isGeometryChanged() {
            return true;
          }
        });
    return metres;
  }

  /**
   * Area of the polygons in a geometry, in hectares; holes are taken off, lines and points are 0.
   *
   * @param degrees longitude, latitude in degrees
   */
  public static double hectares(Geometry degrees) {
    double squareMetres = 0;
    for (int i = 0; i < degrees.getNumGeometries(); i++) {
      Geometry part = degrees.getGeometryN(i);
      if (part instanceof Polygon polygon) {
        squareMetres += polygonArea(polygon);
      } else if (part instanceof GeometryCollection) {
        squareMetres += hectares(part) * SQUARE_METRES_PER_HECTARE;
      }
    }
    return squareMetres / SQUARE_METRES_PER_HECTARE;
  }

  private static double polygonArea(Polygon polygon) {
    double area = ringArea(polygon.getExteriorRing());
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      area -= ringArea(polygon.getInteriorRingN(i));
    }
    return area;
  }

  /** Shoelace sum relative to the first vertex: otherwise small fields would lose digits. */
  private static double ringArea(LinearRing ring) {
    CoordinateSequence points = ring.getCoordinateSequence();
    if (points.size() < 4) {
      return 0;
    }
    double originX = x(points.getX(0));
    double originY = y(points.getY(0));
    double twice = 0;
    double beforeX = 0;
    double beforeY = 0;
    for (int i = 1; i < points.size(); i++) {
      double hereX = x(points.getX(i)) - originX;
      double hereY = y(points.getY(i)) - originY;
      twice += beforeX * hereY - hereX * beforeY;
      beforeX = hereX;
      beforeY = hereY;
    }
    return Math.abs(twice) / 2;
  }
}
