package org.yunga.geodata.raster;

import java.util.Arrays;

/**
 * Which share of each cell of a window lies in one region, row by row, exactly.
 *
 * <p>Each edge adds to a row of differences the share of the cell on its right and the full cover
 * of all cells further right; their running sum is the cover. This is how font renderers smooth
 * outlines (see R. Levien, <i>Inside the fastest font renderer in the world</i>, 2016), with rows
 * whose height may differ.
 */
final class Coverage {

  /** Running sums are off by rounding: closer than this to 0 or 1 is 0 or 1. */
  private static final double ROUNDING = 1e-9;

  private final ZoneEdges edges;
  private final RasterGrid grid;
  private final Window window;
  private final double[] differences;
  private int[] active = new int[16];
  private int activeCount;
  private int next;
  private int from;
  private int last;

  /**
   * @param differences of one more than the columns of the window, all 0; given back all 0
   */
  Coverage(ZoneEdges edges, RasterGrid grid, Window window, double[] differences) {
    this.edges = edges;
    this.grid = grid;
    this.window = window;
    this.differences = differences;
  }

  /**
   * Writes the cover of a row; rows are asked in their order.
   *
   * @param into shares from 0 to 1, by column of the window; only from the first to the end column
   *     of the answer
   * @return the end column, 0 when the region does not touch the row; the first is {@link #from()}
   */
  int row(int row, double[] into) {
    double top = grid.line(row);
    double bottom = grid.line(row + 1);
    activate(top, bottom);
    from = window.columns();
    last = -1;
    for (int i = 0; i < activeCount; i++) {
      addEdge(active[i], top, bottom);
    }
    return last < 0 ? 0 : sum(into);
  }

  /** First column that the last row asked touches. */
  int from() {
    return from;
  }

  private void activate(double top, double bottom) {
    int kept = 0;
    for (int i = 0; i < activeCount; i++) {
      if (edges.v1[active[i]] > top) {
        active[kept++] = active[i];
      }
    }
    activeCount = kept;
    for (; next < edges.size() && edges.v0[next] < bottom; next++) {
      if (edges.v1[next] > top) {
        if (activeCount == active.length) {
          active = Arrays.copyOf(active, 2 * activeCount);
        }
        active[activeCount++] = next;
      }
    }
  }

  private void addEdge(int edge, double top, double bottom) {
    double v0 = edges.v0[edge];
    double v1 = edges.v1[edge];
    double x0 = edges.x0[edge];
    double slope = (edges.x1[edge] - x0) / (v1 - v0);
    double upper = Math.max(v0, top);
    double lower = Math.min(v1, bottom);
    double atUpper = upper == v0 ? x0 : x0 + slope * (upper - v0);
    double atLower = lower == v1 ? edges.x1[edge] : x0 + slope * (lower - v0);
    double height = edges.sign[edge] * (lower - upper) / (bottom - top);
    spread(
        Math.min(atUpper, atLower) - window.column(),
        Math.max(atUpper, atLower) - window.column(),
        height);
  }

  /** Adds an edge that runs from one x to another, both within one row. */
  private void spread(double start, double end, double height) {
    int columns = window.columns();
    if (start >= columns) {
      return;
    }
    if (end <= 0) {
      add(0, height);
      return;
    }
    double perColumn = end > start ? height / (end - start) : 0;
    double a = start;
    double b = end;
    if (a < 0) {
      add(0, -a * perColumn);
      a = 0;
    }
    if (b > columns) {
      b = columns;
    }
    int first = (int) a;
    int final_ = Math.min((int) b, columns - 1);
    if (first == final_) {
      double share = end > start ? (b - a) * perColumn : height;
      addCell(first, share, (a + b) / 2 - first);
      return;
    }
    for (int cell = first; cell <= final_; cell++) {
      double l = Math.max(a, cell);
      double r = Math.min(b, cell + 1);
      addCell(cell, (r - l) * perColumn, (l + r) / 2 - cell);
    }
  }

  private void addCell(int cell, double height, double middle) {
    add(cell, height * (1 - middle));
    add(cell + 1, height * middle);
  }

  private void add(int column, double difference) {
    differences[column] += difference;
    from = Math.min(from, column);
    last = Math.max(last, column);
  }

  private int sum(double[] into) {
    double cover = 0;
    int column = from;
    int columns = window.columns();
    for (; column < columns && column <= last; column++) {
      cover += differences[column];
      into[column] = clean(cover);
    }
    Arrays.fill(differences, from, Math.min(last, columns) + 1, 0);
    double rest = clean(cover);
    if (rest > 0) {
      Arrays.fill(into, column, columns, rest);
      column = columns;
    }
    return column;
  }

  private static double clean(double cover) {
    if (cover < ROUNDING) {
      return 0;
    }
    return cover > 1 - ROUNDING ? 1 : cover;
  }
}
