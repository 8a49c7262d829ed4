package org.yunga.core.aggregate;

import java.util.Arrays;

/**
 * A stack of lists of a query's edges: each level of the descent keeps those that meet its box,
 * chosen among those of the level above. One array for all levels, no allocation on the way.
 *
 * <p>Edges stay together in their block while it is small beside the box, so that an outline of ten
 * thousand vertices is not looked at edge by edge; a block that is large beside the box gives way
 * to those of its edges that meet the box. An entry is an edge, or ~block.
 */
final class EdgeList {

  /** For the rounding in the test on which side of an edge a box lies: in doubt it is kept. */
  private static final double ERROR_BOUND = 1e-15;

  private int[] entries = new int[1024];

  /** All blocks of a polygon at the bottom of the stack; gives the end of that list. */
  int fill(QueryPolygon polygon) {
    int count = polygon.blocks();
    ensure(count);
    for (int i = 0; i < count; i++) {
      entries[i] = ~i;
    }
    return count;
  }

  int get(int position) {
    return entries[position];
  }

  /**
   * Appends what meets a box out of the list from..to.
   *
   * @param single whether only edges may be in the new list, no blocks
   * @return the end of the new list, which begins at {@code to}
   */
  int narrow(
      QueryPolygon q,
      int from,
      int to,
      double minX,
      double minY,
      double maxX,
      double maxY,
      boolean single) {
    ensure(to + (to - from) * QueryPolygon.BLOCK);
    double width = single ? -1 : (maxX - minX) / 2;
    double height = (maxY - minY) / 2;
    int end = to;
    for (int i = from; i < to; i++) {
      int entry = entries[i];
      if (entry >= 0) {
        if (meets(q, entry, minX, minY, maxX, maxY)) {
          entries[end++] = entry;
        }
      } else if (q.blockMinX[~entry] <= maxX
          && q.blockMaxX[~entry] >= minX
          && q.blockMinY[~entry] <= maxY
          && q.blockMaxY[~entry] >= minY) {
        int k = ~entry;
        if (q.blockMaxX[k] - q.blockMinX[k] <= width && q.blockMaxY[k] - q.blockMinY[k] <= height) {
          entries[end++] = entry;
        } else {
          int last = q.endOfBlock(k);
          for (int e = k * QueryPolygon.BLOCK; e < last; e++) {
            if (meets(q, e, minX, minY, maxX, maxY)) {
              entries[end++] = e;
            }
          }
        }
      }
    }
    return end;
  }

  /** Whether an edge meets a box: their boxes do, and its line does not pass the box by. */
  private static boolean meets(
      QueryPolygon q, int e, double minX, double minY, double maxX, double maxY) {
    double ax = q.ax[e];
    double ay = q.ay[e];
    double bx = q.bx[e];
    double by = q.by[e];
    if (Math.min(ax, bx) > maxX
        || Math.max(ax, bx) < minX
        || Math.min(ay, by) > maxY
        || Math.max(ay, by) < minY) {
      return false;
    }
    double dx = bx - ax;
    double dy = by - ay;
    double left = dx * ((minY + maxY) / 2 - ay);
    double right = dy * ((minX + maxX) / 2 - ax);
    double reach = ((maxX - minX) * Math.abs(dy) + (maxY - minY) * Math.abs(dx)) / 2;
    return Math.abs(left - right)
        <= reach + ERROR_BOUND * (reach + Math.abs(left) + Math.abs(right));
  }

  private void ensure(int size) {
    if (size > entries.length) {
      entries = Arrays.copyOf(entries, Math.max(size, entries.length * 2));
    }
  }
}
