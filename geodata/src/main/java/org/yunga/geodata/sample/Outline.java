package org.yunga.geodata.sample;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** Outlines of fields: star-shaped round their middle, hence always simple. */
final class Outline {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private static final int LEAST_CORNERS = 5;
  private static final int MOST_CORNERS = 9;

  /** Corners stray from even angles by this part of a step: they never overtake each other. */
  private static final double STRAY = 0.17;

  private static final double SQUARE_METRES_PER_HECTARE = 10_000;

  private Outline() {}

  /** A field of this size, counter-clockwise, in degrees. */
  static Polygon star(Coordinate middle, double hectares, Chance chance) {
    int corners = LEAST_CORNERS + chance.below(MOST_CORNERS - LEAST_CORNERS + 1);
    double turn = 2 * Math.PI * chance.fraction();
    double cos = StrictMath.cos(turn);
    double sin = StrictMath.sin(turn);
    double flatness = 0.6 + 0.4 * chance.fraction();
    double[] x = new double[corners];
    double[] y = new double[corners];
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * (i + STRAY * chance.about()) / corners;
      double radius = 1 + 0.25 * chance.about();
      double lengthwise = radius * StrictMath.cos(angle);
      double crosswise = radius * flatness * StrictMath.sin(angle);
      x[i] = lengthwise * cos - crosswise * sin;
      y[i] = lengthwise * sin + crosswise * cos;
    }
    double scale = StrictMath.sqrt(hectares * SQUARE_METRES_PER_HECTARE / area(x, y));
    Coordinate[] ring = new Coordinate[corners + 1];
    for (int i = 0; i < corners; i++) {
      ring[i] = Ground.moved(middle, scale * x[i], scale * y[i]);
    }
    ring[corners] = ring[0].copy();
    return FACTORY.createPolygon(ring);
  }

  private static double area(double[] x, double[] y) {
    double twice = 0;
    for (int i = 0; i < x.length; i++) {
      int next = (i + 1) % x.length;
      twice += x[i] * y[next] - x[next] * y[i];
    }
    return twice / 2;
  }
}
