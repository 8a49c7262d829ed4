package org.yunga.geodata.raster;

/** Told how far counting has come; by one thread at a time. */
@FunctionalInterface
public interface RasterProgress {

  RasterProgress NONE = (done, of) -> {};

  /**
   * @param done cells counted
   * @param of cells in all
   */
  void counted(long done, long of);
}
