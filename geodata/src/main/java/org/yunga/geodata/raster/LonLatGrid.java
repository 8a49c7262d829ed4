package org.yunga.geodata.raster;

import java.util.Arrays;
import org.geotools.api.referencing.operation.TransformException;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.yunga.core.space.EqualAreaFrame;

/**
 * Cells in longitude, latitude, WGS 84. In the equal-area frame they are rectangles too, so areas
 * and shares are exact: the cells of a region add up to the area of the region.
 */
final class LonLatGrid implements RasterGrid {

  private static final double SQUARE_METRES_PER_HECTARE = 10_000;

  private static final double POLE = 90;

  /** Round the Earth, with a cell on both sides. */
  private static final double MOST_DEGREES = 361;

  private final Affine affine;
  private final double[] lines;
  private final double sign;

  /**
   * Rows that reach over a pole, as those of grids whose first point is the pole, end there.
   *
   * @throws TransformException when there are cells where there is no ground
   */
  LonLatGrid(Affine affine) throws TransformException {
    this.affine = affine;
    this.sign = affine.stepY() < 0 ? -1 : 1;
    this.lines = new double[affine.rows() + 1];
    for (int row = 0; row < lines.length; row++) {
      double latitude = Math.max(-POLE, Math.min(POLE, affine.y(row)));
      lines[row] = sign * EqualAreaFrame.y(latitude);
      if (row > 0 && !(lines[row] > lines[row - 1])) {
        throw new TransformException("No latitude " + affine.y(row));
      }
    }
    if (!(affine.stepX() * affine.columns() <= MOST_DEGREES)) {
      throw new TransformException("Wider than the Earth");
    }
  }

  @Override
  public int columns() {
    return affine.columns();
  }

  @Override
  public int rows() {
    return affine.rows();
  }

  @Override
  public double line(int row) {
    return lines[row];
  }

  @Override
  public Geometry toGridSpace(Geometry lonLat) {
    return lonLat;
  }

  @Override
  public void place(CoordinateSequence ring, double[] x, double[] v) {
    for (int i = 0; i < ring.size(); i++) {
      x[i] = affine.column(ring.getX(i));
      v[i] = sign * EqualAreaFrame.y(ring.getY(i));
    }
  }

  @Override
  public void hectares(int row, int firstColumn, int count, double[] into) {
    double width = EqualAreaFrame.x(affine.stepX());
    Arrays.fill(into, 0, count, width * (lines[row + 1] - lines[row]) / SQUARE_METRES_PER_HECTARE);
  }
}
