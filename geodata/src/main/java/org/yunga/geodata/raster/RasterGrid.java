package org.yunga.geodata.raster;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;

/**
 * Where the cells of a raster lie and how much ground each covers.
 *
 * <p>Places in the grid are a pair {@code (x, v)}: {@code x} counts columns from the left edge, so
 * that column 3 spans 3 to 4; {@code v} grows from the first row to the last, row {@code r}
 * spanning {@link #line}{@code (r)} to {@code line(r + 1)}, in whatever unit makes shares of a cell
 * shares of its area.
 */
interface RasterGrid {

  int columns();

  int rows();

  /**
   * The {@code v} of the upper edge of a row; of the lower edge of the raster for {@code rows()}.
   */
  double line(int row);

  /** Polygons in longitude, latitude as they lie in the grid; parts far off it may be missing. */
  Geometry toGridSpace(Geometry lonLat);

  /** Writes {@code (x, v)} of the points of one ring given by {@link #toGridSpace}. */
  void place(CoordinateSequence ring, double[] x, double[] v);

  /** Hectares of {@code count} cells of a row, from a column on. */
  void hectares(int row, int firstColumn, int count, double[] into);
}
