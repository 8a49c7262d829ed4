package org.yunga.geodata.sample;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;

/** Metres on the ground as degrees, near a place; good enough to make things up. */
final class Ground {

  /** Semi-major axis and eccentricity squared of WGS 84. */
  private static final double A = 6378137.0;

  private static final double E2 = 6.69437999014e-3;

  /** Degrees are rounded to a centimetre, which hides the last digit of any machine. */
  private static final double KEPT = 1e7;

  private Ground() {}

  /** The place some metres to the east and to the north. */
  static Coordinate moved(Coordinate from, double east, double north) {
    double latitude = Math.toRadians(from.y);
    double sin = StrictMath.sin(latitude);
    double w2 = 1 - E2 * sin * sin;
    double w = StrictMath.sqrt(w2);
    double parallel = A * StrictMath.cos(latitude) / w;
    double meridian = A * (1 - E2) / (w2 * w);
    return new CoordinateXY(
        rounded(from.x + Math.toDegrees(east / parallel)),
        rounded(from.y + Math.toDegrees(north / meridian)));
  }

  private static double rounded(double degrees) {
    return Math.rint(degrees * KEPT) / KEPT;
  }
}
