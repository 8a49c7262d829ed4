package org.yunga.geodata.raster;

import java.util.OptionalDouble;

/** Cells on a grid; may be read by several threads, each with its own {@link Cells}. */
interface Raster {

  RasterGrid grid();

  /** The value that means that nothing is known of a cell; NaN always means so. */
  OptionalDouble nodata();

  /** The cells that the file keeps together. */
  int tileRows();

  int tileColumns();

  Cells open();

  /** A way of reading cells for one thread. */
  interface Cells extends AutoCloseable {

    /** Reads a window, whose rows can then be asked. */
    void load(Window window);

    /** The values of a row of the window, counted from the top of the raster. */
    void row(int row, double[] into);

    @Override
    void close();
  }
}
