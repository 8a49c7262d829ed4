package org.yunga.core.aggregate;

/**
 * Whether a path from one point to another crosses edges an odd number of times, so that one of the
 * two lies inside and the other does not. The path runs along x, then along y.
 */
final class Parity {

  private Parity() {}

  /** Whether the path crosses a block of edges an odd number of times. */
  static boolean crosses(QueryPolygon q, int block, double x0, double y0, double x1, double y1) {
    boolean meetsFirstLeg = q.blockMeets(block, x0 < x1 ? x0 : x1, y0, x0 > x1 ? x0 : x1, y0);
    boolean meetsSecondLeg = q.blockMeets(block, x1, y0 < y1 ? y0 : y1, x1, y0 > y1 ? y0 : y1);
    boolean odd = false;
    if (meetsFirstLeg || meetsSecondLeg) {
      int last = q.endOfBlock(block);
      for (int e = block * QueryPolygon.BLOCK; e < last; e++) {
        odd ^= crosses(q.ax(e), q.ay(e), q.bx(e), q.by(e), x0, y0, x1, y1);
      }
    }
    return odd;
  }

  /** Whether the path crosses an edge an odd number of times. */
  static boolean crosses(
      double ax, double ay, double bx, double by, double x0, double y0, double x1, double y1) {
    boolean odd = false;
    // an end point at the height of the path counts as below it, as the symbolic step says
    if ((ay <= y0) != (by <= y0)
        && Sides.of(ax, ay, bx, by, x0, y0) != Sides.of(ax, ay, bx, by, x1, y0)) {
      odd = true;
    }
    if ((ax <= x1) != (bx <= x1)
        && Sides.of(ax, ay, bx, by, x1, y0) != Sides.of(ax, ay, bx, by, x1, y1)) {
      odd = !odd;
    }
    return odd;
  }

  /** Whether a point lies inside the polygon, from nothing: all edges are looked at. */
  static boolean inside(QueryPolygon q, double x, double y) {
    boolean inside = false;
    if (!q.beyond(x, y, x, y)) {
      for (int block = 0; block < q.blocks(); block++) {
        inside ^= crosses(q, block, q.minX - 1, y, x, y);
      }
    }
    return inside;
  }
}
