package org.yunga.geodata.raster;

import java.util.OptionalDouble;
import org.geotools.api.referencing.operation.TransformException;

/** A raster in memory, in longitude and latitude. */
record ArrayRaster(double[][] values, RasterGrid grid, OptionalDouble nodata, int tile)
    implements Raster {

  /** Square cells, the first row in the north. */
  static ArrayRaster of(double west, double north, double cell, int tile, double[][] values) {
    Affine affine = new Affine(west, north, cell, -cell, values[0].length, values.length);
    try {
      return new ArrayRaster(values, new LonLatGrid(affine), OptionalDouble.empty(), tile);
    } catch (TransformException e) {
      throw new IllegalArgumentException(e);
    }
  }

  ArrayRaster withNodata(double value) {
    return new ArrayRaster(values, grid, OptionalDouble.of(value), tile);
  }

  @Override
  public int tileRows() {
    return tile;
  }

  @Override
  public int tileColumns() {
    return tile;
  }

  @Override
  public Cells open() {
    return new Cells() {
      private Window window;

      @Override
      public void load(Window wanted) {
        window = wanted;
      }

      @Override
      public void row(int row, double[] into) {
        System.arraycopy(values[row], window.column(), into, 0, window.columns());
      }

      @Override
      public void close() {}
    };
  }
}
