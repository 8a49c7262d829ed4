package org.yunga.core.aggregate;

/**
 * Totals of one slot by the squares of a grid. A plot belongs, with its whole size and value, to
 * the square that holds its interior point; one on a side to the square to the east or north.
 *
 * <p>A node whose box lies in one square is added whole, from prefix sums, so the cost follows the
 * number of squares and not that of plots. Not safe for two threads.
 */
public final class CellTotals {

  private final CellGrid grid;
  private final int slot;
  private final SlotTotals[] cells;

  /** Begins with nothing. */
  public CellTotals(CellGrid grid, int slot) {
    this.grid = grid;
    this.slot = slot;
    this.cells = new SlotTotals[grid.columns() * grid.rows()];
  }

  /** The grid. */
  public CellGrid grid() {
    return grid;
  }

  /** Adds the plots of a tree. */
  public void add(AggregateTree tree) {
    if (tree.size() > 0) {
      open(tree, tree.nodeBoxes.length, 0);
    }
  }

  /**
   * Totals of one square, as of a single slot 0; null when no plot lies in it.
   *
   * @param column counted from 0
   * @param row counted from 0
   */
  public SlotTotals of(int column, int row) {
    return cells[row * grid.columns() + column];
  }

  /**
   * Opens or adds a node.
   *
   * @param level 1 for a node over plots
   */
  private void open(AggregateTree tree, int level, int node) {
    float[] box = tree.nodeBoxes[level - 1];
    int west = grid.columnOf(box[4 * node]);
    int south = grid.rowOf(box[4 * node + 1]);
    int east = grid.columnOf(box[4 * node + 2]);
    int north = grid.rowOf(box[4 * node + 3]);
    if (east < 0 || north < 0 || west >= grid.columns() || south >= grid.rows()) {
      return;
    }
    int shift = AggregateTree.SHIFT * level;
    int from = node << shift;
    int to = (int) Math.min(tree.size(), (node + 1L) << shift);
    if (west == east && south == north) {
      addRange(tree, west, south, from, to);
    } else if (level > 1) {
      int last = Math.min(tree.nodeBoxes[level - 2].length / 4, (node + 1) << AggregateTree.SHIFT);
      for (int child = node << AggregateTree.SHIFT; child < last; child++) {
        open(tree, level - 1, child);
      }
    } else {
      for (int place = from; place < to; place++) {
        addPlot(tree, place);
      }
    }
  }

  private void addRange(AggregateTree tree, int column, int row, int from, int to) {
    int at = row * grid.columns() + column;
    SlotTotals before = cells[at];
    SlotTotals totals = before == null ? new SlotTotals(1) : before;
    tree.prefix.add(slot, from, to, totals);
    if (totals.counts[0] > 0) {
      cells[at] = totals;
    }
  }

  private void addPlot(AggregateTree tree, int place) {
    PlotArrays plots = tree.plots;
    if (plots.slots[place] != slot) {
      return;
    }
    int column = grid.columnOf(plots.insideX[place]);
    int row = grid.rowOf(plots.insideY[place]);
    if (column >= 0 && row >= 0 && column < grid.columns() && row < grid.rows()) {
      addRange(tree, column, row, place, place + 1);
    }
  }
}
