package org.yunga.core.aggregate;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;

/** Plots of a tree as geometries again, in metres of the equal-area frame. */
public final class PlotShapes {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private PlotShapes() {}

  /** The plot at a place of the curve: a polygon, a line, a point, or several of them as one. */
  public static Geometry of(AggregateTree tree, int place) {
    PlotArrays plots = tree.plots;
    List<Geometry> parts = new ArrayList<>();
    List<LinearRing> rings = new ArrayList<>();
    for (int ring = plots.firstRing[place]; ring < plots.firstRing[place + 1]; ring++) {
      CoordinateSequence chain = chain(plots, ring);
      if (plots.dimension == 2) {
        // an exterior ring runs counter-clockwise and comes before its holes
        if (!rings.isEmpty() && Orientation.isCCW(chain)) {
          parts.add(polygon(rings));
          rings.clear();
        }
        rings.add(FACTORY.createLinearRing(chain));
      } else {
        parts.add(
            plots.dimension == 1 ? FACTORY.createLineString(chain) : FACTORY.createPoint(chain));
      }
    }
    if (!rings.isEmpty()) {
      parts.add(polygon(rings));
    }
    return FACTORY.buildGeometry(parts);
  }

  private static Geometry polygon(List<LinearRing> rings) {
    return FACTORY.createPolygon(
        rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
  }

  private static CoordinateSequence chain(PlotArrays plots, int ring) {
    int first = plots.firstVertex[ring];
    int vertices = plots.firstVertex[ring + 1] - first;
    int closing = plots.dimension == 2 ? 1 : 0;
    double[] ordinates = new double[2 * (vertices + closing)];
    for (int i = 0; i < vertices + closing; i++) {
      ordinates[2 * i] = plots.xs[first + i % vertices];
      ordinates[2 * i + 1] = plots.ys[first + i % vertices];
    }
    return new PackedCoordinateSequence.Double(ordinates, 2, 0);
  }
}
