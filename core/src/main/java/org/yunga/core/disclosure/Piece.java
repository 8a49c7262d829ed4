package org.yunga.core.disclosure;

/** A piece of the ground of an atom. */
sealed interface Piece {

  /**
   * A region of the political division.
   *
   * @param node its number in the {@link RegionTree}
   */
  record Whole(int node) implements Piece {}

  /**
   * A square of the equal-area frame, of {@link #LEAST_METRES} times two to the power of the level.
   *
   * @param level 0 for the least squares
   * @param column begins at column times side
   * @param row begins at row times side
   */
  record Square(int level, int column, int row) implements Piece {

    /** Side of the least squares: a power of two, so that no side is rounded. */
    static final double LEAST_METRES = 1024;

    /** Level of the largest squares, larger than Peru's departments. */
    static final int TOP = 9;

    double side() {
      return LEAST_METRES * (1 << level);
    }

    /** One of the four squares that this one consists of. */
    Square quarter(int number) {
      return new Square(level - 1, 2 * column + (number & 1), 2 * row + (number >> 1));
    }
  }
}
