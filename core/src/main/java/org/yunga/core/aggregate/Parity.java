package org.yunga.core.aggregate;

/**
 * Whether a point lies inside, handed on from a point of which it is known: the parity of the edges
 * that a path between the two crosses. The path runs along x, then along y, inside a box whose
 * edges are known, so only those are looked at.
 */
final class Parity {

  private Parity() {}

  /**
   * The state at the end of the path.
   *
   * @param inside the state at its start
   * @param list lists of edges, of which from..to are those that meet a box that holds the path
   */
  static boolean along(
      QueryPolygon q,
      EdgeList list,
      int from,
      int to,
      double x0,
      double y0,
      double x1,
      double y1,
      boolean inside) {
    boolean state = inside;
    double lowX = Math.min(x0, x1);
    double highX = Math.max(x0, x1);
    double lowY = Math.min(y0, y1);
    double highY = Math.max(y0, y1);
    for (int i = from; i < to; i++) {
      int entry = list.get(i);
      if (entry >= 0) {
        state ^= crosses(q, entry, x0, y0, x1, y1);
        continue;
      }
      int k = ~entry;
      boolean meetsFirstLeg =
          q.blockMinY[k] <= y0
              && q.blockMaxY[k] >= y0
              && q.blockMinX[k] <= highX
              && q.blockMaxX[k] >= lowX;
      boolean meetsSecondLeg =
          q.blockMinX[k] <= x1
              && q.blockMaxX[k] >= x1
              && q.blockMinY[k] <= highY
              && q.blockMaxY[k] >= lowY;
      if (meetsFirstLeg || meetsSecondLeg) {
        int last = q.endOfBlock(k);
        for (int e = k * QueryPolygon.BLOCK; e < last; e++) {
          state ^= crosses(q, e, x0, y0, x1, y1);
        }
      }
    }
    return state;
  }

  /** Whether the path crosses an edge an odd number of times. */
  private static boolean crosses(
      QueryPolygon q, int e, double x0, double y0, double x1, double y1) {
    double ax = q.ax[e];
    double ay = q.ay[e];
    double bx = q.bx[e];
    double by = q.by[e];
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
  static boolean of(QueryPolygon q, EdgeList list, int blocks, double x, double y) {
    var envelope = q.envelope();
    if (x < envelope.getMinX()
        || x > envelope.getMaxX()
        || y < envelope.getMinY()
        || y > envelope.getMaxY()) {
      return false;
    }
    return along(q, list, 0, blocks, envelope.getMinX() - 1, y, x, y, false);
  }
}
