package org.yunga.core.space;

/**
 * Distances on the WGS 84 ellipsoid from one point to shapes of the {@link EqualAreaFrame}, up to
 * {@value #MOST_METRES} m.
 *
 * <p>Measured in {@link TransverseMercator} about the point's own meridian, divided by the mean
 * scale of the way there; edges, which are straight in the equal-area frame, get vertices put in
 * where they would bend away by {@value #BEND} m. Against GeographicLib within 0.001 % (tested).
 */
public final class PointDistance {

  /** Longest distance that is measured. */
  public static final double MOST_METRES = 500_000;

  /** Farthest from the equator that a point may lie, degrees. */
  public static final double MOST_LATITUDE = 80;

  private static final double A = 6378137.0;
  private static final double E2 = 6.69437999014e-3;
  private static final double WORLD = 2 * Math.PI * A;

  /** Least radius of curvature of a meridian, metres. */
  private static final double LEAST_CURVATURE_RADIUS = A * (1 - E2);

  /** How far an edge may bend away between the two frames, metres. */
  private static final double BEND = 0.01;

  /** Keeps what the measure errs by out of the lower bound. */
  private static final double AMPLY = 0.99999;

  private final TransverseMercator frame;
  private final double x;
  private final double y;
  private final double north;
  private final double radius;
  private final double narrowest;
  private final double longestEdge;
  private final double[] point = new double[2];

  /**
   * Distances from here.
   *
   * @param longitude -180 to 180 degrees
   * @param latitude -80 to 80 degrees
   */
  public PointDistance(double longitude, double latitude) {
    if (!(Math.abs(latitude) <= MOST_LATITUDE && Math.abs(longitude) <= 180)) {
      throw new IllegalArgumentException("Not between 80 degrees south and north");
    }
    frame = new TransverseMercator(longitude);
    x = EqualAreaFrame.x(longitude);
    y = EqualAreaFrame.y(latitude);
    point[0] = longitude;
    point[1] = latitude;
    frame.forward(point);
    north = point[1];
    double sine = Math.sin(Math.toRadians(latitude));
    radius = A * Math.sqrt(1 - E2) / (1 - E2 * sine * sine);
    double farthest = Math.toRadians(Math.abs(latitude)) + MOST_METRES / LEAST_CURVATURE_RADIUS;
    double w = Math.sin(farthest);
    narrowest = Math.cos(farthest) / Math.sqrt(1 - E2 * w * w);
    longestEdge = Math.sqrt(8 * BEND * A / (2 * Math.max(0.05, Math.tan(farthest))));
  }

  /** Easting of the point in the equal-area frame, metres. */
  public double x() {
    return x;
  }

  /** Northing of the point in the equal-area frame, metres. */
  public double y() {
    return y;
  }

  /**
   * A distance that nothing in a box of the equal-area frame is nearer than, as long as it is no
   * more than {@link #MOST_METRES}; beyond that it only says that the box is farther.
   *
   * <p>A step on the ground is never shorter than its northing in that frame, nor than its easting
   * times the radius of the parallel over that of the equator, which is least at the latitude
   * farthest from the equator that a way of this length may reach.
   */
  public double atLeast(double minX, double minY, double maxX, double maxY) {
    double dy = Math.max(0, Math.max(minY - y, y - maxY));
    double dx =
        Math.min(
            gap(minX, maxX),
            Math.min(gap(minX - WORLD, maxX - WORLD), gap(minX + WORLD, maxX + WORLD)));
    return AMPLY * Math.hypot(narrowest * dx, dy);
  }

  private double gap(double minX, double maxX) {
    return Math.max(0, Math.max(minX - x, x - maxX));
  }

  /**
   * Metres to the nearest point of a chain of edges.
   *
   * @param xs eastings of vertices in the equal-area frame
   * @param ys their northings
   * @param from first vertex of the chain
   * @param to its last, not included
   * @param closed whether an edge leads from the last vertex back to the first
   */
  public double to(double[] xs, double[] ys, int from, int to, boolean closed) {
    int first = closed ? to - 1 : from;
    project(xs[first], ys[first]);
    double east = point[0];
    double up = point[1];
    double least = metres(east, up - north);
    double beforeX = xs[first];
    double beforeY = ys[first];
    for (int i = closed ? from : from + 1; i < to; i++) {
      double dx = xs[i] - beforeX;
      double dy = ys[i] - beforeY;
      int parts = Math.max(1, (int) Math.ceil(Math.hypot(dx, dy) / longestEdge));
      for (int k = 1; k <= parts; k++) {
        project(beforeX + dx * k / parts, beforeY + dy * k / parts);
        least = Math.min(least, toEdge(east, up - north, point[0], point[1] - north));
        east = point[0];
        up = point[1];
      }
      beforeX = xs[i];
      beforeY = ys[i];
    }
    return least;
  }

  private void project(double ofX, double ofY) {
    point[0] = EqualAreaFrame.longitude(ofX);
    point[1] = EqualAreaFrame.latitude(ofY);
    frame.forward(point);
  }

  private double toEdge(double ax, double ay, double bx, double by) {
    double dx = bx - ax;
    double dy = by - ay;
    double length = dx * dx + dy * dy;
    double along = length > 0 ? Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length)) : 0;
    return metres(ax + along * dx, ay + along * dy);
  }

  /** The scale at x metres from the meridian is cosh(x/R), its inverse is averaged over the way. */
  private double metres(double dx, double dy) {
    double u = Math.abs(dx) / radius;
    double shrink = u < 1e-6 ? 1 : 2 * Math.atan(Math.tanh(u / 2)) / u;
    return Math.hypot(dx, dy) * shrink;
  }
}
