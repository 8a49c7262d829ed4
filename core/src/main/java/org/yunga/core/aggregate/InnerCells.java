package org.yunga.core.aggregate;

import org.locationtech.jts.geom.Envelope;

/**
 * Cells of a grid over a polygon that lie wholly inside of it, counted so that it is known at once
 * whether a box lies inside: by four numbers, however large it is. Immutable.
 */
public final class InnerCells {

  /** Cells of a row, and rows. */
  private static final int SIDE = 128;

  private final double west;
  private final double south;
  private final double perColumn;
  private final double perRow;
  private final Envelope box;

  /** Cells that are not inner, left of and below each corner of the grid. */
  private final int[] others = new int[(SIDE + 1) * (SIDE + 1)];

  private InnerCells(QueryPolygon polygon) {
    west = polygon.minX;
    south = polygon.minY;
    box = new Envelope(west, polygon.maxX, south, polygon.maxY);
    perColumn = SIDE / box.getWidth();
    perRow = SIDE / box.getHeight();
    count(inner(polygon, crossed(polygon)));
  }

  /** Those of a polygon that has ground. */
  public static InnerCells of(QueryPolygon polygon) {
    return new InnerCells(polygon);
  }

  /** Cells that an edge may cross: those of its box. */
  private boolean[] crossed(QueryPolygon polygon) {
    boolean[] crossed = new boolean[SIDE * SIDE];
    for (int e = 0; e < polygon.edges(); e++) {
      int last = column(Math.max(polygon.ax(e), polygon.bx(e)));
      int top = row(Math.max(polygon.ay(e), polygon.by(e)));
      for (int row = row(Math.min(polygon.ay(e), polygon.by(e))); row <= top; row++) {
        for (int x = column(Math.min(polygon.ax(e), polygon.bx(e))); x <= last; x++) {
          crossed[row * SIDE + x] = true;
        }
      }
    }
    return crossed;
  }

  /** From one cell to the next no border is crossed, unless one of them is crossed. */
  private boolean[] inner(QueryPolygon polygon, boolean[] crossed) {
    boolean[] inner = new boolean[SIDE * SIDE];
    for (int cell = 0; cell < inner.length; cell++) {
      if (!crossed[cell]) {
        inner[cell] =
            cell % SIDE > 0 && !crossed[cell - 1]
                ? inner[cell - 1]
                : Parity.inside(
                    polygon,
                    west + (cell % SIDE + 0.5) / perColumn,
                    south + (cell / SIDE + 0.5) / perRow);
      }
    }
    return inner;
  }

  private void count(boolean... inner) {
    for (int row = 1; row <= SIDE; row++) {
      for (int x = 1; x <= SIDE; x++) {
        int here = inner[(row - 1) * SIDE + x - 1] ? 0 : 1;
        others[corner(x, row)] =
            here
                + others[corner(x - 1, row)]
                + others[corner(x, row - 1)]
                - others[corner(x - 1, row - 1)];
      }
    }
  }

  private static int corner(int x, int row) {
    return row * (SIDE + 1) + x;
  }

  // a point further east is never in a column further west, however the product is rounded

  private int column(double x) {
    return (int) Math.min(SIDE - 1, (x - west) * perColumn);
  }

  private int row(double y) {
    return (int) Math.min(SIDE - 1, (y - south) * perRow);
  }

  /**
   * Whether a box lies inside for certain; a box near the border may do so and yet not be known to.
   *
   * @param some in metres
   */
  public boolean hold(Envelope some) {
    if (!box.contains(some)) {
      return false;
    }
    int from = column(some.getMinX());
    int to = column(some.getMaxX()) + 1;
    int bottom = row(some.getMinY());
    int top = row(some.getMaxY()) + 1;
    return others[corner(to, top)]
            - others[corner(from, top)]
            - others[corner(to, bottom)]
            + others[corner(from, bottom)]
        == 0;
  }
}
