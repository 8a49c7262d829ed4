package org.yunga.core.aggregate;

/**
 * Squares of one size over a rectangle of the equal-area frame. Sides lie at whole multiples of the
 * step, so two grids of one step have the same squares wherever they overlap.
 *
 * @param step side of a square, metres; a power of two, so that no side is rounded
 * @param column of the first square: it begins at {@code column * step} metres
 * @param row of the first square
 * @param columns how many squares side by side
 * @param rows how many above each other
 */
public record CellGrid(double step, int column, int row, int columns, int rows) {

  /** Most squares: a map that a person can read has fewer. */
  private static final int MOST_CELLS = 1 << 20;

  /** Checks the step and the number of squares. */
  public CellGrid {
    if (!(step > 0 && step < 1e9 && step == Math.scalb(1.0, Math.getExponent(step)))) {
      throw new IllegalArgumentException("A power of two, not " + step);
    }
    if (columns < 1 || rows < 1 || (long) columns * rows > MOST_CELLS) {
      throw new IllegalArgumentException(columns + " times " + rows + " squares");
    }
  }

  /** All squares that meet a rectangle in metres. */
  public static CellGrid over(double step, double minX, double minY, double maxX, double maxY) {
    int column = index(minX, step);
    int row = index(minY, step);
    return new CellGrid(
        step, column, row, index(maxX, step) - column + 1, index(maxY, step) - row + 1);
  }

  /**
   * In which column or row an ordinate lies, counted from that of zero; may be outside the grid.
   */
  private static int index(double ordinate, double step) {
    return (int) Math.floor(ordinate / step);
  }

  int columnOf(double x) {
    return index(x, step) - column;
  }

  int rowOf(double y) {
    return index(y, step) - row;
  }

  /** Western side, metres, of a column counted from 0. */
  public double west(int ofColumn) {
    return (column + ofColumn) * step;
  }

  /** Southern side, metres, of a row counted from 0. */
  public double south(int ofRow) {
    return (row + ofRow) * step;
  }
}
