package org.yunga.geodata.raster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** The edges of one region in the grid, in the order of their upper ends. */
final class ZoneEdges {

  /** Upper and lower end of each edge. */
  final double[] x0;

  final double[] v0;
  final double[] x1;
  final double[] v1;

  /** What the edge adds to the cover on its right: 1 or -1. */
  final byte[] sign;

  /** The span of rows and columns that the region touches; empty when off the raster. */
  final int firstRow;

  final int endRow;
  final int firstColumn;
  final int endColumn;

  private record Edge(double x0, double v0, double x1, double v1, byte sign) {}

  private ZoneEdges(List<Edge> edges, RasterGrid grid) {
    edges.sort(Comparator.comparingDouble(Edge::v0));
    int size = edges.size();
    x0 = new double[size];
    v0 = new double[size];
    x1 = new double[size];
    v1 = new double[size];
    sign = new byte[size];
    double left = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < size; i++) {
      Edge edge = edges.get(i);
      x0[i] = edge.x0;
      v0[i] = edge.v0;
      x1[i] = edge.x1;
      v1[i] = edge.v1;
      sign[i] = edge.sign;
      left = Math.min(left, Math.min(edge.x0, edge.x1));
      right = Math.max(right, Math.max(edge.x0, edge.x1));
      bottom = Math.max(bottom, edge.v1);
    }
    firstRow = size == 0 ? 0 : rowOf(v0[0], grid);
    endRow = size == 0 ? 0 : Math.min(grid.rows(), rowOf(bottom, grid) + 1);
    firstColumn = size == 0 ? 0 : (int) Math.max(0, Math.min(grid.columns(), Math.floor(left)));
    endColumn = size == 0 ? 0 : (int) Math.max(0, Math.min(grid.columns(), Math.ceil(right)));
  }

  static ZoneEdges of(Geometry lonLat, RasterGrid grid) {
    List<Edge> edges = new ArrayList<>();
    addPolygons(grid.toGridSpace(lonLat), grid, edges);
    return new ZoneEdges(edges, grid);
  }

  boolean touches(Window window) {
    return firstRow < window.endRow()
        && endRow > window.row()
        && firstColumn < window.endColumn()
        && endColumn > window.column();
  }

  int size() {
    return v0.length;
  }

  /** The row that holds a v; 0 above the raster, the number of rows below it. */
  private static int rowOf(double v, RasterGrid grid) {
    int low = 0;
    int high = grid.rows();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (grid.line(middle + 1) <= v) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static void addPolygons(Geometry geometry, RasterGrid grid, List<Edge> edges) {
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      Geometry part = geometry.getGeometryN(i);
      if (part instanceof Polygon polygon && !polygon.isEmpty()) {
        addRing(polygon.getExteriorRing(), grid, false, edges);
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          addRing(polygon.getInteriorRingN(hole), grid, true, edges);
        }
      } else if (part instanceof GeometryCollection) {
        addPolygons(part, grid, edges);
      }
    }
  }

  private static void addRing(LinearRing ring, RasterGrid grid, boolean hole, List<Edge> edges) {
    CoordinateSequence points = ring.getCoordinateSequence();
    double[] x = new double[points.size()];
    double[] v = new double[points.size()];
    grid.place(points, x, v);
    double twice = 0;
    for (int i = 1; i < x.length; i++) {
      twice += (x[i - 1] - x[0]) * (v[i] - v[0]) - (x[i] - x[0]) * (v[i - 1] - v[0]);
    }
    int turn = twice < 0 != hole ? 1 : -1;
    for (int i = 1; i < x.length; i++) {
      if (v[i - 1] < v[i]) {
        edges.add(new Edge(x[i - 1], v[i - 1], x[i], v[i], (byte) turn));
      } else if (v[i - 1] > v[i]) {
        edges.add(new Edge(x[i], v[i], x[i - 1], v[i - 1], (byte) -turn));
      }
    }
  }
}
