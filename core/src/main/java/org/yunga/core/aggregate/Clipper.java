package org.yunga.core.aggregate;

import java.util.Arrays;

/**
 * How much of a plot lies inside a query polygon, without building topology: Green's theorem over
 * the pieces of the plot's boundary inside the polygon and the pieces of the polygon's boundary
 * inside the plot.
 *
 * <p>Which edges cross and which way is decided exactly ({@link Sides}); boundaries that touch or
 * run along each other need no case of their own. Only the place of a crossing is rounded, and one
 * place serves both boundaries, so that the pieces always join into closed rings: the error is that
 * of the place times the length of an edge, even where edges are all but parallel. Pieces are not
 * sorted along their edge: each crossing brings its own share, by its sign.
 *
 * <p>Frame: metres. Keeps its working space; one for each thread.
 */
final class Clipper {

  /** Vertices of a large plot under one box. */
  private static final int CHUNK = 32;

  /** What rounding of doubles may do to a common plot, in fixed-point units, amply. */
  private static final double NOISE = 0.01;

  private QueryPolygon query;
  private PlotArrays plots;
  private int firstRing;
  private int lastRing;
  private int firstVertex;
  private double originX;
  private double originY;

  /** For each edge of the plot, whether an odd number of query edges crosses it. */
  private boolean[] odd = new boolean[64];

  /** Boxes of the plot's chunks, when it has several. */
  private double[] chunks = new double[16];

  private boolean chunked;
  private int crossings;

  /** Twice the area, or the length. */
  private double sum;

  /** Lets go of the tree and the query. */
  void release() {
    query = null;
    plots = null;
  }

  /**
   * Area of a polygon plot, or length of a line, inside the query, in fixed point.
   *
   * <p>Rounded down, but for a plot that lies inside as far as rounding can tell: so the parts of a
   * plot never add up to more than the plot.
   *
   * @param edges lists of edges, of which from..to are those that meet the plot's box
   * @param ringInside for each ring of the plot, whether its first vertex lies inside the query
   */
  long inside(
      QueryPolygon polygon,
      EdgeList edges,
      int from,
      int to,
      PlotArrays of,
      int place,
      boolean[] ringInside) {
    load(polygon, of, place);
    boolean queryVertexInside = crossAll(edges, from, to, place);
    long whole = plots.sizes[place];
    if (crossings == 0 && !queryVertexInside && allSame(ringInside)) {
      return ringInside[0] ? whole : 0;
    }
    addPlotEdges(ringInside);
    return fixed(whole);
  }

  /**
   * The same for a plot of one ring and an edge that crosses all of its box: a half-plane.
   *
   * @param state whether the right side is the inner one
   */
  long insideLine(QueryPolygon polygon, int e, PlotArrays of, int place, boolean state) {
    query = polygon;
    plots = of;
    firstRing = of.firstRing[place];
    firstVertex = of.firstVertex[firstRing];
    int last = of.firstVertex[firstRing + 1];
    originX = of.xs[firstVertex];
    originY = of.ys[firstVertex];
    sum = 0;
    crossings = 0;
    int vertices = last - firstVertex;
    if (vertices > odd.length) {
      odd = new boolean[vertices * 2];
    }
    double ax = polygon.ax(e);
    double ay = polygon.ay(e);
    double bx = polygon.bx(e);
    double by = polygon.by(e);
    boolean first = Sides.of(ax, ay, bx, by, originX, originY) > 0;
    boolean left = first;
    for (int v = firstVertex; v < last; v++) {
      int w = v + 1 < last ? v + 1 : firstVertex;
      boolean leftOfNext =
          w == firstVertex ? first : Sides.of(ax, ay, bx, by, of.xs[w], of.ys[w]) > 0;
      odd[v - firstVertex] = false;
      if (left != leftOfNext) {
        addCrossing(e, v, w, leftOfNext);
      }
      left = leftOfNext;
    }
    if (crossings == 0) {
      return first ^ state ? of.sizes[place] : 0;
    }
    addRingEdges(firstRing, first ^ state);
    return fixed(of.sizes[place]);
  }

  private long fixed(long whole) {
    double scaled = (plots.dimension == 2 ? sum / 2 : sum) * FixedPoint.UNITS;
    if (scaled >= whole - 0.5 - NOISE - whole * 1e-14) {
      return whole;
    }
    return (long) Math.max(0, scaled + NOISE);
  }

  private boolean allSame(boolean[] ringInside) {
    for (int ring = 1; ring < lastRing - firstRing; ring++) {
      if (ringInside[ring] != ringInside[0]) {
        return false;
      }
    }
    return true;
  }

  private void load(QueryPolygon polygon, PlotArrays of, int place) {
    query = polygon;
    plots = of;
    firstRing = of.firstRing[place];
    lastRing = of.firstRing[place + 1];
    firstVertex = of.firstVertex[firstRing];
    originX = of.xs[firstVertex];
    originY = of.ys[firstVertex];
    sum = 0;
    crossings = 0;
    int vertices = of.firstVertex[lastRing] - firstVertex;
    if (vertices > odd.length) {
      odd = new boolean[vertices * 2];
    }
    Arrays.fill(odd, 0, vertices, false);
    chunked = vertices > CHUNK;
    if (chunked) {
      boxChunks(vertices);
    }
  }

  private void boxChunks(int vertices) {
    int most = 4 * (vertices / CHUNK + lastRing - firstRing);
    if (most > chunks.length) {
      chunks = new double[most * 2];
    }
    int at = 0;
    for (int ring = firstRing; ring < lastRing; ring++) {
      int last = plots.firstVertex[ring + 1];
      for (int from = plots.firstVertex[ring]; from < last; from += CHUNK) {
        double minX = Double.POSITIVE_INFINITY;
        double minY = Double.POSITIVE_INFINITY;
        double maxX = Double.NEGATIVE_INFINITY;
        double maxY = Double.NEGATIVE_INFINITY;
        for (int i = from; i <= Math.min(from + CHUNK, last); i++) {
          // the chunk's last edge ends at the first vertex of the next, or of the ring
          int v = i < last ? i : plots.firstVertex[ring];
          minX = Math.min(minX, plots.xs[v]);
          minY = Math.min(minY, plots.ys[v]);
          maxX = Math.max(maxX, plots.xs[v]);
          maxY = Math.max(maxY, plots.ys[v]);
        }
        chunks[at++] = minX;
        chunks[at++] = minY;
        chunks[at++] = maxX;
        chunks[at++] = maxY;
      }
    }
  }

  /**
   * Crosses all edges with the plot and adds those pieces of them that lie inside it.
   *
   * @return whether a vertex of the query lies inside the plot
   */
  private boolean crossAll(EdgeList edges, int from, int to, int place) {
    boolean any = false;
    boolean inside = false;
    int before = -1;
    for (int i = from; i < to; i++) {
      int e = edges.edge(i);
      double ax = query.ax(e);
      double ay = query.ay(e);
      if (plots.dimension == 2
          && !(before >= 0 && query.bx(before) == ax && query.by(before) == ay)) {
        inside = insidePlot(place, ax, ay);
      }
      int found = crossings;
      crossPlot(e);
      if (plots.dimension == 2) {
        inside ^= (crossings - found & 1) == 1;
        if (inside) {
          any = true;
          sum += cross(ax - originX, ay - originY, query.bx(e) - originX, query.by(e) - originY);
        }
      }
      before = e;
    }
    return any;
  }

  private void crossPlot(int e) {
    double minX = Math.min(query.ax(e), query.bx(e));
    double minY = Math.min(query.ay(e), query.by(e));
    double maxX = Math.max(query.ax(e), query.bx(e));
    double maxY = Math.max(query.ay(e), query.by(e));
    int chunk = 0;
    for (int ring = firstRing; ring < lastRing; ring++) {
      int last = plots.firstVertex[ring + 1];
      for (int from = plots.firstVertex[ring]; from < last; from += CHUNK, chunk += 4) {
        if (!chunked
            || chunks[chunk] <= maxX
                && chunks[chunk + 2] >= minX
                && chunks[chunk + 1] <= maxY
                && chunks[chunk + 3] >= minY) {
          crossChunk(e, ring, from, Math.min(from + CHUNK, last));
        }
      }
    }
  }

  private void crossChunk(int e, int ring, int from, int to) {
    double ax = query.ax(e);
    double ay = query.ay(e);
    double bx = query.bx(e);
    double by = query.by(e);
    int side = Sides.of(ax, ay, bx, by, plots.xs[from], plots.ys[from]);
    for (int v = from; v < to; v++) {
      int w = next(ring, v);
      if (w == v) {
        return;
      }
      int sideOfNext = Sides.of(ax, ay, bx, by, plots.xs[w], plots.ys[w]);
      if (side != sideOfNext && seenFrom(v, w, ax, ay) != seenFrom(v, w, bx, by)) {
        addCrossing(e, v, w, sideOfNext > 0);
      }
      side = sideOfNext;
    }
  }

  /** The vertex after v: a polygon's ring closes, a line's last vertex begins no edge. */
  private int next(int ring, int v) {
    if (v + 1 < plots.firstVertex[ring + 1]) {
      return v + 1;
    }
    return plots.dimension == 2 ? plots.firstVertex[ring] : v;
  }

  private int seenFrom(int v, int w, double x, double y) {
    return Sides.fromPlot(plots.xs[v], plots.ys[v], plots.xs[w], plots.ys[w], x, y);
  }

  /**
   * Adds a crossing's share. Where the plot's boundary leaves the query a piece of it ends, which
   * began at v, and a piece of the query's edge begins: the integral from v to the crossing, less
   * that from the edge's start to the crossing. Where it enters, the other way round.
   */
  private void addCrossing(int e, int v, int w, boolean enters) {
    crossings++;
    odd[v - firstVertex] ^= true;
    double ux = plots.xs[w] - plots.xs[v];
    double uy = plots.ys[w] - plots.ys[v];
    double along = along(e, v, w);
    double share;
    if (plots.dimension == 1) {
      share = along * Math.hypot(ux, uy);
    } else {
      double x = plots.xs[v] - originX + along * ux;
      double y = plots.ys[v] - originY + along * uy;
      share = cross(plots.xs[v] - query.ax(e), plots.ys[v] - query.ay(e), x, y);
    }
    sum += enters ? -share : share;
  }

  /**
   * Where along the plot's edge the crossing lies, 0 to 1. The query's edge is always taken from
   * its left end, so that two regions with one border between them cut at the same place, to the
   * bit.
   */
  private double along(int e, int v, int w) {
    double ax = query.ax(e);
    double ay = query.ay(e);
    double bx = query.bx(e);
    double by = query.by(e);
    boolean forward = ax < bx || ax == bx && ay < by;
    double baseX = forward ? ax : bx;
    double baseY = forward ? ay : by;
    double dx = (forward ? bx : ax) - baseX;
    double dy = (forward ? by : ay) - baseY;
    double from = difference(dx, plots.ys[v] - baseY, dy, plots.xs[v] - baseX);
    double to = difference(dx, plots.ys[w] - baseY, dy, plots.xs[w] - baseX);
    double along = from / (from - to);
    return along > 0 ? Math.min(along, 1) : 0;
  }

  /** a b - c d without cancellation (Kahan). */
  private static double difference(double a, double b, double c, double d) {
    double cd = c * d;
    return Math.fma(a, b, -cd) + Math.fma(-c, d, cd);
  }

  /** Adds what the plot's edges that end inside the query bring, from their start to their end. */
  private void addPlotEdges(boolean[] ringInside) {
    for (int ring = firstRing; ring < lastRing; ring++) {
      addRingEdges(ring, ringInside[ring - firstRing]);
    }
  }

  private void addRingEdges(int ring, boolean firstInside) {
    boolean inside = firstInside;
    for (int v = plots.firstVertex[ring]; v < plots.firstVertex[ring + 1]; v++) {
      inside ^= odd[v - firstVertex];
      if (inside) {
        int w = next(ring, v);
        double x = plots.xs[v] - originX;
        double y = plots.ys[v] - originY;
        double toX = plots.xs[w] - originX;
        double toY = plots.ys[w] - originY;
        sum += plots.dimension == 1 ? Math.hypot(toX - x, toY - y) : cross(x, y, toX, toY);
      }
    }
  }

  private static double cross(double x, double y, double toX, double toY) {
    return x * toY - toX * y;
  }

  /**
   * Whether a vertex of the query lies inside the plot: edges right of it, by the even-odd rule.
   */
  private boolean insidePlot(int place, double x, double y) {
    if (x < plots.boxes[4 * place]
        || y < plots.boxes[4 * place + 1]
        || x > plots.boxes[4 * place + 2]
        || y > plots.boxes[4 * place + 3]) {
      return false;
    }
    boolean inside = false;
    for (int ring = firstRing; ring < lastRing; ring++) {
      for (int v = plots.firstVertex[ring]; v < plots.firstVertex[ring + 1]; v++) {
        int w = next(ring, v);
        // a plot's vertex at the height of the point counts as above it, as the step says
        boolean up = plots.ys[w] >= y;
        if ((plots.ys[v] >= y) != up && (seenFrom(v, w, x, y) > 0) == up) {
          inside = !inside;
        }
      }
    }
    return inside;
  }
}
