package org.yunga.core.aggregate;

import java.util.Arrays;

/**
 * How much of a plot lies inside a query polygon, without building topology: Green's theorem over
 * the pieces of the plot's boundary inside the polygon and the pieces of the polygon's boundary
 * inside the plot.
 *
 * <p>Exact but for the rounding of doubles taken relative to the plot, as long as the two
 * boundaries only cross. Where they touch or run along each other, which the signs of the
 * determinants tell, it gives up and answers {@link #TOUCHING}: then an overlay has to decide.
 *
 * <p>Frame: metres. Keeps its working space; one for each thread.
 */
final class Clipper {

  /** The boundaries touch or overlap. */
  static final double TOUCHING = Double.NaN;

  /** Shewchuk's bound for the sign of the determinant, with room for the shift of the origin. */
  private static final double ERROR_BOUND = 1e-15;

  private int[] edges = new int[64];
  private int edgeCount;

  // plot edges relative to the plot's first vertex
  private double[] px = new double[64];
  private double[] py = new double[64];
  private int[] next = new int[64];
  private int plotEdges;

  // crossings: which edges, where along each, where
  private int[] crossPlot = new int[64];
  private int[] crossQuery = new int[64];
  private double[] alongPlot = new double[64];
  private double[] alongQuery = new double[64];
  private double[] crossX = new double[64];
  private double[] crossY = new double[64];
  private int crossings;

  private int[] order = new int[64];

  void clear() {
    edgeCount = 0;
  }

  /** Adds those edges of a block that meet the plot's box. */
  void collect(QueryPolygon q, int block, double minX, double minY, double maxX, double maxY) {
    int end = q.endOfBlock(block);
    for (int i = block * QueryPolygon.BLOCK; i < end; i++) {
      if (Math.min(q.ax[i], q.bx[i]) <= maxX
          && Math.max(q.ax[i], q.bx[i]) >= minX
          && Math.min(q.ay[i], q.by[i]) <= maxY
          && Math.max(q.ay[i], q.by[i]) >= minY) {
        if (edgeCount == edges.length) {
          edges = Arrays.copyOf(edges, edgeCount * 2);
        }
        edges[edgeCount++] = i;
      }
    }
  }

  boolean nothingCollected() {
    return edgeCount == 0;
  }

  /**
   * Area of a polygon plot, or length of a line, inside the query.
   *
   * @param ringInside for each ring of the plot, whether its first vertex lies inside the query
   * @return square metres or metres, or {@link #TOUCHING}
   */
  double inside(QueryPolygon q, PlotArrays plots, int plot, boolean[] ringInside) {
    double originX = plots.xs[plots.firstVertex[plots.firstRing[plot]]];
    double originY = plots.ys[plots.firstVertex[plots.firstRing[plot]]];
    load(plots, plot, originX, originY);
    if (!findCrossings(q, originX, originY)) {
      return TOUCHING;
    }
    double sum = plotPieces(plots, plot, ringInside);
    return plots.dimension == 1 ? sum : (sum + queryPieces(q, originX, originY)) / 2;
  }

  /** Copies the plot's edges; edge i runs from vertex i to vertex next[i]. */
  private void load(PlotArrays plots, int plot, double originX, double originY) {
    int firstRing = plots.firstRing[plot];
    int lastRing = plots.firstRing[plot + 1];
    int first = plots.firstVertex[firstRing];
    plotEdges = plots.firstVertex[lastRing] - first;
    if (plotEdges > px.length) {
      px = new double[plotEdges * 2];
      py = new double[plotEdges * 2];
      next = new int[plotEdges * 2];
    }
    for (int i = 0; i < plotEdges; i++) {
      px[i] = plots.xs[first + i] - originX;
      py[i] = plots.ys[first + i] - originY;
      next[i] = i + 1;
    }
    for (int ring = firstRing; ring < lastRing; ring++) {
      int last = plots.firstVertex[ring + 1] - first - 1;
      // a polygon's ring closes; a line's last vertex begins no edge
      next[last] = plots.dimension == 2 ? plots.firstVertex[ring] - first : last;
    }
  }

  /** Finds all crossings; false when two edges touch or lie on one line too near to tell. */
  private boolean findCrossings(QueryPolygon q, double originX, double originY) {
    crossings = 0;
    for (int k = 0; k < edgeCount; k++) {
      int e = edges[k];
      double ax = q.ax[e] - originX;
      double ay = q.ay[e] - originY;
      double dx = q.bx[e] - originX - ax;
      double dy = q.by[e] - originY - ay;
      for (int i = 0; i < plotEdges; i++) {
        int j = next[i];
        if (j != i && !cross(k, i, ax, ay, dx, dy, px[j] - px[i], py[j] - py[i])) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean cross(
      int k, int i, double ax, double ay, double dx, double dy, double ux, double uy) {
    double fromX = px[i] - ax;
    double fromY = py[i] - ay;
    // sides of the plot edge's ends, seen from the query edge
    double left = dx * fromY;
    double right = dy * fromX;
    double s1 = left - right;
    double bound1 = ERROR_BOUND * (Math.abs(left) + Math.abs(right));
    left = dx * (fromY + uy);
    right = dy * (fromX + ux);
    double s2 = left - right;
    double bound2 = ERROR_BOUND * (Math.abs(left) + Math.abs(right));
    if (s1 > bound1 && s2 > bound2 || s1 < -bound1 && s2 < -bound2) {
      return true;
    }
    // sides of the query edge's ends, seen from the plot edge
    left = uy * fromX;
    right = ux * fromY;
    double t1 = left - right;
    double bound3 = ERROR_BOUND * (Math.abs(left) + Math.abs(right));
    left = ux * (dy - fromY);
    right = uy * (dx - fromX);
    double t2 = left - right;
    double bound4 = ERROR_BOUND * (Math.abs(left) + Math.abs(right));
    if (t1 > bound3 && t2 > bound4 || t1 < -bound3 && t2 < -bound4) {
      return true;
    }
    if (Math.abs(s1) <= bound1
        || Math.abs(s2) <= bound2
        || Math.abs(t1) <= bound3
        || Math.abs(t2) <= bound4) {
      return false;
    }
    double along = s1 / (s1 - s2);
    addCrossing(i, k, along, t1 / (t1 - t2), px[i] + along * ux, py[i] + along * uy);
    return true;
  }

  private void addCrossing(
      int plotEdge, int queryEdge, double along, double alongQueryEdge, double x, double y) {
    if (crossings == crossPlot.length) {
      int size = crossings * 2;
      crossPlot = Arrays.copyOf(crossPlot, size);
      crossQuery = Arrays.copyOf(crossQuery, size);
      alongPlot = Arrays.copyOf(alongPlot, size);
      alongQuery = Arrays.copyOf(alongQuery, size);
      crossX = Arrays.copyOf(crossX, size);
      crossY = Arrays.copyOf(crossY, size);
      order = new int[size];
    }
    crossPlot[crossings] = plotEdge;
    crossQuery[crossings] = queryEdge;
    alongPlot[crossings] = along;
    alongQuery[crossings] = alongQueryEdge;
    crossX[crossings] = x;
    crossY[crossings] = y;
    crossings++;
  }

  /** Twice the area under, or the length of, the pieces of the plot's boundary inside the query. */
  private double plotPieces(PlotArrays plots, int plot, boolean[] ringInside) {
    int firstRing = plots.firstRing[plot];
    int first = plots.firstVertex[firstRing];
    double sum = 0;
    for (int ring = firstRing; ring < plots.firstRing[plot + 1]; ring++) {
      boolean inside = ringInside[ring - firstRing];
      for (int i = plots.firstVertex[ring] - first; i < plots.firstVertex[ring + 1] - first; i++) {
        int j = next[i];
        double x = px[i];
        double y = py[i];
        int found = crossingsOf(crossPlot, alongPlot, i);
        for (int n = 0; n < found; n++) {
          double toX = crossX[order[n]];
          double toY = crossY[order[n]];
          if (inside) {
            sum += piece(plots.dimension, x, y, toX, toY);
          }
          inside = !inside;
          x = toX;
          y = toY;
        }
        if (inside) {
          sum += piece(plots.dimension, x, y, px[j], py[j]);
        }
      }
    }
    return sum;
  }

  private static double piece(int dimension, double x, double y, double toX, double toY) {
    return dimension == 1 ? Math.hypot(toX - x, toY - y) : x * toY - toX * y;
  }

  /** Twice the area under the pieces of the query's boundary inside the plot. */
  private double queryPieces(QueryPolygon q, double originX, double originY) {
    double sum = 0;
    for (int k = 0; k < edgeCount; k++) {
      double x = q.ax[edges[k]] - originX;
      double y = q.ay[edges[k]] - originY;
      boolean inside = insidePlot(x, y);
      int found = crossingsOf(crossQuery, alongQuery, k);
      for (int n = 0; n < found; n++) {
        double toX = crossX[order[n]];
        double toY = crossY[order[n]];
        if (inside) {
          sum += x * toY - toX * y;
        }
        inside = !inside;
        x = toX;
        y = toY;
      }
      if (inside) {
        sum += x * (q.by[edges[k]] - originY) - (q.bx[edges[k]] - originX) * y;
      }
    }
    return sum;
  }

  /** Puts the crossings of an edge into {@link #order}, along the edge; gives how many. */
  private int crossingsOf(int[] edgeOf, double[] along, int edge) {
    int found = 0;
    for (int c = 0; c < crossings; c++) {
      if (edgeOf[c] == edge) {
        int at = found++;
        while (at > 0 && along[order[at - 1]] > along[c]) {
          order[at] = order[at - 1];
          at--;
        }
        order[at] = c;
      }
    }
    return found;
  }

  /** Even-odd rule; points on the boundary do not come here, they were found touching before. */
  private boolean insidePlot(double x, double y) {
    boolean inside = false;
    for (int i = 0; i < plotEdges; i++) {
      int j = next[i];
      if ((py[i] > y) != (py[j] > y)) {
        double side = (px[j] - px[i]) * (y - py[i]) - (py[j] - py[i]) * (x - px[i]);
        inside ^= py[j] > py[i] == side > 0;
      }
    }
    return inside;
  }
}
