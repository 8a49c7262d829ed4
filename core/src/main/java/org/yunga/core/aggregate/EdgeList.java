package org.yunga.core.aggregate;

import java.util.Arrays;

/**
 * A stack of lists of a query's edges: each level of the descent keeps those that meet its box,
 * chosen among those of the level above. One array for all levels, no allocation on the way.
 *
 * <p>An entry is one of three, told apart by its number:
 *
 * <ul>
 *   <li>a <b>block</b> of edges (~block), kept together while it is small beside the box, so that
 *       an outline of ten thousand vertices is not looked at edge by edge;
 *   <li>an <b>edge</b>;
 *   <li>a <b>line</b> (edge | {@link #LINE}): an edge that crosses the whole box and ends outside
 *       of it, so that in there it is no more than a line with two sides. Deep in the tree nearly
 *       all are lines, and to meet one costs two determinants.
 * </ul>
 *
 * <p>Whether a point of the box lies inside the query is known from the list of that box and one
 * bit that comes with it, its <b>state</b>: the state, turned over by each line that has the point
 * on its left, and by each other edge that is crossed on the way from the box's <b>corner</b> (the
 * lower left one) to the point. A box with an empty list lies inside or outside as its state says.
 */
final class EdgeList {

  private static final int LINE = 1 << 30;

  /** For the rounding in the test on which side of an edge a box lies: in doubt it is kept. */
  private static final double ERROR_BOUND = 1e-15;

  private int[] entries = new int[1024];
  private boolean crossed;
  private boolean settled;

  /** All blocks of a polygon at the bottom of the stack; gives the end of that list. */
  int fill(QueryPolygon polygon) {
    int count = polygon.blocks();
    ensure(count);
    for (int i = 0; i < count; i++) {
      entries[i] = ~i;
    }
    return count;
  }

  /** The edge at a position that holds no block. */
  int edge(int position) {
    return entries[position] & ~LINE;
  }

  /** Whether a list is a single line. */
  boolean isLine(int from, int to) {
    return to - from == 1 && entries[from] >= LINE;
  }

  /** Makes an edge that crosses a whole box the only entry of a list. */
  void putLine(int at, int edge) {
    ensure(at + 1);
    entries[at] = edge | LINE;
  }

  /**
   * Whether the list of a box is a corner: two edges, one after the other, that come from outside
   * and leave again. Makes the first come first.
   */
  boolean isCorner(
      QueryPolygon q, int from, int to, double minX, double minY, double maxX, double maxY) {
    if (to - from != 2 || (entries[from] | entries[from + 1]) < 0 || isLineAt(from, to)) {
      return false;
    }
    int one = entries[from];
    int other = entries[from + 1];
    if (follows(q, other, one)) {
      entries[from] = other;
      entries[from + 1] = one;
    } else if (!follows(q, one, other)) {
      return false;
    }
    int first = entries[from];
    int second = entries[from + 1];
    return !holds(minX, minY, maxX, maxY, q.ax(first), q.ay(first))
        && !holds(minX, minY, maxX, maxY, q.bx(second), q.by(second));
  }

  private boolean isLineAt(int from, int to) {
    return entries[from] >= LINE || entries[to - 1] >= LINE;
  }

  private static boolean follows(QueryPolygon q, int e, int after) {
    return q.bx(e) == q.ax(after) && q.by(e) == q.ay(after);
  }

  /**
   * Appends what meets a box out of the list from..to of a box around it.
   *
   * @param x a point from which the state is known, within the box around
   * @param single whether only edges may be in the new list, no blocks
   * @return the end of the new list, which begins at {@code to}
   */
  int narrow(
      QueryPolygon q,
      int from,
      int to,
      double x,
      double y,
      double minX,
      double minY,
      double maxX,
      double maxY,
      boolean single) {
    ensure(to + (to - from) * QueryPolygon.BLOCK);
    // what lies beyond the box and the way to its corner is passed by at once
    double lowX = Math.min(x, minX);
    double lowY = Math.min(y, minY);
    double highX = Math.max(x, maxX);
    double highY = Math.max(y, maxY);
    double width = single ? -1 : (maxX - minX) / 2;
    double height = (maxY - minY) / 2;
    boolean odd = false;
    boolean turned = false;
    int end = to;
    for (int i = from; i < to; i++) {
      int entry = entries[i];
      if (entry >= LINE) {
        int side = sideOfBox(q, entry & ~LINE, minX, minY, maxX, maxY);
        if (side == 0) {
          entries[end++] = entry;
        } else {
          turned ^= side > 0;
        }
        continue;
      }
      int first = entry;
      int last = entry + 1;
      if (entry < 0) {
        int k = ~entry;
        if (!q.blockMeets(k, lowX, lowY, highX, highY)) {
          continue;
        }
        if (q.blockFits(k, width, height)) {
          odd ^= Parity.crosses(q, k, x, y, minX, minY);
          if (q.blockMeets(k, minX, minY, maxX, maxY)) {
            entries[end++] = entry;
          }
          continue;
        }
        first = k * QueryPolygon.BLOCK;
        last = q.endOfBlock(k);
      }
      for (int e = first; e < last; e++) {
        double ax = q.ax(e);
        double ay = q.ay(e);
        double bx = q.bx(e);
        double by = q.by(e);
        if (ax > highX && bx > highX
            || ax < lowX && bx < lowX
            || ay > highY && by > highY
            || ay < lowY && by < lowY) {
          continue;
        }
        odd ^= Parity.crosses(ax, ay, bx, by, x, y, minX, minY);
        if (meets(ax, ay, bx, by, minX, minY, maxX, maxY)) {
          if (holds(minX, minY, maxX, maxY, ax, ay) || holds(minX, minY, maxX, maxY, bx, by)) {
            entries[end++] = e;
          } else {
            turned ^= Sides.of(ax, ay, bx, by, minX, minY) > 0;
            entries[end++] = e | LINE;
          }
        }
      }
    }
    crossed = odd;
    settled = turned;
    return end;
  }

  /**
   * Whether the last {@link #narrow} crossed an odd number of edges on its way to the box's corner:
   * the state of the box around, from there on, is the other one.
   */
  boolean crossed() {
    return crossed;
  }

  /**
   * Whether the lines that the last {@link #narrow} left behind or found turn the state of the new
   * list over against that of the box around.
   */
  boolean settled() {
    return settled;
  }

  /**
   * Whether a point lies inside.
   *
   * @param x a point from which the state is known
   * @param px the point, within the box of the list from..to
   */
  boolean inside(
      QueryPolygon q, int from, int to, double x, double y, double px, double py, boolean state) {
    boolean inside = state;
    for (int i = from; i < to; i++) {
      int entry = entries[i];
      if (entry < 0) {
        inside ^= Parity.crosses(q, ~entry, x, y, px, py);
      } else {
        int e = entry & ~LINE;
        inside ^=
            e == entry
                ? Parity.crosses(q.ax(e), q.ay(e), q.bx(e), q.by(e), x, y, px, py)
                : Sides.of(q.ax(e), q.ay(e), q.bx(e), q.by(e), px, py) > 0;
      }
    }
    return inside;
  }

  /** On which side of a line a box lies: 1 left, -1 right, 0 on both. */
  static int sideOfBox(QueryPolygon q, int e, double minX, double minY, double maxX, double maxY) {
    double ax = q.ax(e);
    double ay = q.ay(e);
    double bx = q.bx(e);
    double by = q.by(e);
    // the corners furthest to the right of the line, and to the left
    boolean up = by > ay;
    boolean right = bx > ax;
    if (Sides.of(ax, ay, bx, by, up ? maxX : minX, right ? minY : maxY) > 0) {
      return 1;
    }
    return Sides.of(ax, ay, bx, by, up ? minX : maxX, right ? maxY : minY) < 0 ? -1 : 0;
  }

  /** Whether an edge meets a box: their boxes do, and its line does not pass the box by. */
  private static boolean meets(
      double ax,
      double ay,
      double bx,
      double by,
      double minX,
      double minY,
      double maxX,
      double maxY) {
    if (ax > maxX && bx > maxX
        || ax < minX && bx < minX
        || ay > maxY && by > maxY
        || ay < minY && by < minY) {
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

  private static boolean holds(
      double minX, double minY, double maxX, double maxY, double x, double y) {
    return x >= minX && x <= maxX && y >= minY && y <= maxY;
  }

  private void ensure(int size) {
    if (size > entries.length) {
      entries = Arrays.copyOf(entries, Math.max(size, entries.length * 2));
    }
  }
}
