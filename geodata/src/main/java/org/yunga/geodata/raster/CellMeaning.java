package org.yunga.geodata.raster;

/** What the numbers in the cells mean. */
public sealed interface CellMeaning {

  /** Each number is a class: a crop, a year of loss. */
  record Classes() implements CellMeaning {}

  /**
   * Each number is the share of its cell that counts.
   *
   * @param whole the number that means the whole cell: 1, 100, 255
   */
  record Fractions(double whole) implements CellMeaning {
    /** Checks that a whole is more than nothing. */
    public Fractions {
      if (!(whole > 0)) {
        throw new IllegalArgumentException("A whole cell must be more than 0, not " + whole);
      }
    }
  }
}
