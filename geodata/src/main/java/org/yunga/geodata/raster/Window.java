package org.yunga.geodata.raster;

import java.util.ArrayList;
import java.util.List;

/**
 * A rectangle of cells that is read and counted at once.
 *
 * @param row first row
 * @param column first column
 * @param rows number of rows
 * @param columns number of columns
 */
record Window(int row, int column, int rows, int columns) {

  /** About this many cells are in memory for each thread. */
  private static final int CELLS = 4 << 20;

  int endRow() {
    return row + rows;
  }

  int endColumn() {
    return column + columns;
  }

  /** The windows of a raster, row by row, each of whole tiles so that no tile is read twice. */
  static List<Window> of(int rows, int columns, int tileRows, int tileColumns) {
    int across = Math.min(columns, tileColumns * Math.max(1, CELLS / tileRows / tileColumns));
    int down = Math.min(rows, tileRows * Math.max(1, CELLS / across / tileRows));
    List<Window> windows = new ArrayList<>();
    for (int row = 0; row < rows; row += down) {
      for (int column = 0; column < columns; column += across) {
        windows.add(
            new Window(
                row, column, Math.min(down, rows - row), Math.min(across, columns - column)));
      }
    }
    return windows;
  }
}
