package org.yunga.core.aggregate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Random valid geometries, gentle and nasty, the same for the same seed. */
final class Shapes {

  static final GeometryFactory FACTORY = new GeometryFactory();

  private Shapes() {}

  /** A star-shaped polygon round a point. */
  static Polygon star(Random random, double x, double y, double size, int corners) {
    return FACTORY.createPolygon(starRing(random, x, y, size, corners));
  }

  /** A smooth outline with a ragged edge, as surveyed ones have. */
  static Polygon outline(Random random, double x, double y, double size, int corners) {
    double[] ordinates = new double[2 * corners];
    double ragged = 8 * size / corners;
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      double radius =
          size * (0.7 + 0.2 * Math.sin(5 * angle) + 0.1 * Math.sin(37 * angle))
              + ragged * random.nextDouble();
      ordinates[2 * i] = x + radius * Math.cos(angle);
      ordinates[2 * i + 1] = y + radius * Math.sin(angle);
    }
    return polygon(ordinates);
  }

  /** A star-shaped polygon with a hole. */
  static Polygon annulus(Random random, double x, double y, double size) {
    return FACTORY.createPolygon(
        FACTORY.createLinearRing(starRing(random, x, y, size, 12)),
        new LinearRing[] {FACTORY.createLinearRing(starRing(random, x, y, size * 0.3, 7))});
  }

  private static Coordinate[] starRing(
      Random random, double x, double y, double size, int corners) {
    Coordinate[] points = new Coordinate[corners + 1];
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      double radius = size * (0.6 + 0.4 * random.nextDouble());
      points[i] = new Coordinate(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
    }
    points[corners] = points[0].copy();
    return points;
  }

  /**
   * Random triangles of a small grid made one: corners that touch, holes that touch their shell,
   * several parts, long collinear edges. Whole coordinates when all arguments are whole.
   */
  static Geometry cells(Random random, double x, double y, int cells, double size, double share) {
    List<Geometry> triangles = new ArrayList<>();
    while (triangles.isEmpty()) {
      for (int i = 0; i < 2 * cells * cells; i++) {
        if (random.nextDouble() < share) {
          triangles.add(triangle(x + size * (i / 2 % cells), y + size * (i / 2 / cells), size, i));
        }
      }
    }
    return FACTORY.buildGeometry(triangles).union();
  }

  private static Geometry triangle(double x, double y, double size, int which) {
    return polygon(
        x, y, x + size, y + size, which % 2 == 0 ? x + size : x, which % 2 == 0 ? y : y + size);
  }

  /** A polygon through points given as x, y, x, y... */
  static Polygon polygon(double... ordinates) {
    Coordinate[] points = new Coordinate[ordinates.length / 2 + 1];
    for (int i = 0; i < ordinates.length / 2; i++) {
      points[i] = new Coordinate(ordinates[2 * i], ordinates[2 * i + 1]);
    }
    points[points.length - 1] = points[0].copy();
    return FACTORY.createPolygon(points);
  }

  static Polygon rectangle(double minX, double minY, double maxX, double maxY) {
    return polygon(minX, minY, maxX, minY, maxX, maxY, minX, maxY);
  }

  /** A line of random whole points from..to (to not included) that does not cross itself. */
  static Geometry wholeLine(Random random, int from, int to, int points) {
    while (true) {
      Coordinate[] line = new Coordinate[points];
      for (int i = 0; i < points; i++) {
        int x = from + random.nextInt(to - from);
        line[i] = new Coordinate(x, from + random.nextInt(to - from));
      }
      Geometry shape = FACTORY.createLineString(line);
      if (shape.getLength() > 0 && shape.isSimple()) {
        return shape;
      }
    }
  }
}
