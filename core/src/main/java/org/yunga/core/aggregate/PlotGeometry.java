package org.yunga.core.aggregate;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Puts a plot together again from the arrays. */
final class PlotGeometry {

  private PlotGeometry() {}

  /** The plot in metres. */
  static Geometry of(PlotArrays plots, int place, GeometryFactory factory) {
    return switch (plots.dimension) {
      case 2 -> polygons(plots, place, factory);
      case 1 -> lines(plots, place, factory);
      default -> factory.createPoint(vertices(plots, plots.firstRing[place], false)[0]);
    };
  }

  /** Shells run counter-clockwise and come before their holes. */
  private static Geometry polygons(PlotArrays plots, int place, GeometryFactory factory) {
    List<Polygon> parts = new ArrayList<>();
    LinearRing shell = null;
    List<LinearRing> holes = new ArrayList<>();
    for (int ring = plots.firstRing[place]; ring < plots.firstRing[place + 1]; ring++) {
      LinearRing linear = factory.createLinearRing(vertices(plots, ring, true));
      if (Orientation.isCCW(linear.getCoordinateSequence())) {
        addPart(parts, shell, holes, factory);
        shell = linear;
        holes.clear();
      } else {
        holes.add(linear);
      }
    }
    addPart(parts, shell, holes, factory);
    return parts.size() == 1
        ? parts.get(0)
        : factory.createMultiPolygon(parts.toArray(Polygon[]::new));
  }

  private static void addPart(
      List<Polygon> parts, LinearRing shell, List<LinearRing> holes, GeometryFactory factory) {
    if (shell != null) {
      parts.add(factory.createPolygon(shell, holes.toArray(LinearRing[]::new)));
    }
  }

  private static Geometry lines(PlotArrays plots, int place, GeometryFactory factory) {
    List<LineString> parts = new ArrayList<>();
    for (int ring = plots.firstRing[place]; ring < plots.firstRing[place + 1]; ring++) {
      parts.add(factory.createLineString(vertices(plots, ring, false)));
    }
    return factory.createMultiLineString(parts.toArray(LineString[]::new));
  }

  private static Coordinate[] vertices(PlotArrays plots, int ring, boolean close) {
    int first = plots.firstVertex[ring];
    int size = plots.firstVertex[ring + 1] - first;
    Coordinate[] vertices = new Coordinate[close ? size + 1 : size];
    for (int i = 0; i < vertices.length; i++) {
      int at = first + i % size;
      vertices[i] = new Coordinate(plots.xs[at], plots.ys[at]);
    }
    return vertices;
  }
}
