package org.yunga.geodata.raster;

/**
 * An unrotated grid in the coordinates of the raster.
 *
 * @param left x of the left edge of the first column
 * @param top y of the upper edge of the first row
 * @param stepX width of a cell, positive
 * @param stepY from one row to the next; negative in most rasters, whose first row is the northern
 * @param columns number of columns
 * @param rows number of rows
 */
record Affine(double left, double top, double stepX, double stepY, int columns, int rows) {

  double x(double column) {
    return left + column * stepX;
  }

  double y(double row) {
    return top + row * stepY;
  }

  double column(double x) {
    return (x - left) / stepX;
  }

  double row(double y) {
    return (y - top) / stepY;
  }
}
