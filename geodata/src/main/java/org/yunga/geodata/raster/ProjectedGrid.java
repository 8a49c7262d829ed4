package org.yunga.geodata.raster;

import java.util.stream.DoubleStream;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.NoninvertibleTransformException;
import org.geotools.api.referencing.operation.TransformException;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.impl.CoordinateArraySequence;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.geom.util.GeometryTransformer;
import org.yunga.core.space.EqualAreaFrame;

/**
 * Cells in metres of a projection, or in degrees of another datum. Regions are brought into the
 * projection, with points put into long edges; the true area of a cell is taken on a lattice of
 * blocks of cells and interpolated between them. Against exact areas of regions the error is below
 * 1 part in 100,000 in UTM (tested).
 */
final class ProjectedGrid implements RasterGrid {

  private static final double SQUARE_METRES_PER_HECTARE = 10_000;

  /** Blocks of the lattice are about this wide: the scale of a projection hardly bends within. */
  private static final double BLOCK_METRES = 2_000;

  private static final int LARGEST_BLOCK = 64;

  /** 64 MB of them; Peru with the sea around it has a million blocks. */
  private static final long MOST_BLOCKS = 16L << 20;

  /** A projection that does not come back to where it began does not hold there. */
  private static final double LARGEST_GAP_METRES = 1_000;

  /** The raster from edge to edge; the edges themselves may be the 180th meridian. */
  private static final double[] PROBED = {0.01, 0.25, 0.5, 0.75, 0.99};

  /** Some 500 m: edges are straight in the equal-area frame, and so nearly in the projection. */
  private static final double LONGEST_EDGE_DEGREES = 0.005;

  /** Regions are cut to the raster before the projection, which may not hold far from it. */
  private static final double MARGIN_DEGREES = 0.1;

  private final Affine affine;
  private final MathTransform toLonLat;
  private final MathTransform fromLonLat;
  private final Envelope surroundings;
  private final int block;
  private final int latticeColumns;
  private final float[] relative;
  private final double cellHectares;

  /**
   * @param file for messages
   * @throws TransformException when the projection does not hold where the raster lies, or gives
   *     its cells no area
   * @throws org.yunga.core.text.ExplainedException when it is far wider than a country
   */
  ProjectedGrid(String file, Affine affine, MathTransform toLonLat) throws TransformException {
    this.affine = affine;
    this.toLonLat = toLonLat;
    try {
      this.fromLonLat = toLonLat.inverse();
    } catch (NoninvertibleTransformException e) {
      throw new TransformException(e.getMessage(), e);
    }
    checkHolds();
    this.surroundings = lonLatExtent(affine, toLonLat);
    surroundings.expandBy(MARGIN_DEGREES);
    double middleColumn = affine.columns() / 2.0;
    double middleRow = affine.rows() / 2.0;
    this.cellHectares = hectares(middleColumn - 0.5, middleRow - 0.5, 1);
    if (!(cellHectares > 0) || Double.isInfinite(cellHectares)) {
      throw new TransformException("Its cells have no area: " + cellHectares + " ha");
    }
    double cellMetres = Math.sqrt(cellHectares * SQUARE_METRES_PER_HECTARE);
    this.block = block(cellMetres, affine);
    long blocks = blocks(affine, block);
    if (blocks > MOST_BLOCKS) {
      throw RasterExceptions.tooWide(file, affine.columns(), affine.rows());
    }
    this.latticeColumns = affine.columns() / block + 2;
    this.relative = new float[(int) blocks];
    for (int i = 0; i < relative.length; i++) {
      double column = (i % latticeColumns - 0.5) * block;
      double row = (i / latticeColumns - 0.5) * block;
      double expected = cellHectares * block * block;
      relative[i] = (float) (hectares(column, row, block) / expected - 1);
      if (Float.isNaN(relative[i])) {
        throw new TransformException("No place on the ground in row " + row);
      }
    }
  }

  /** Small cells make larger blocks where there are too many, up to the width that is good. */
  private static int block(double cellMetres, Affine affine) {
    int widest = (int) Math.max(1, Math.min(Integer.MAX_VALUE / 2, BLOCK_METRES / cellMetres));
    int block = Math.min(LARGEST_BLOCK, widest);
    while (blocks(affine, block) > MOST_BLOCKS && block <= widest / 2) {
      block *= 2;
    }
    return block;
  }

  private static long blocks(Affine affine, int block) {
    return (affine.columns() / block + 2L) * (affine.rows() / block + 2L);
  }

  /** Some projections give places for metres that nowhere has, instead of saying so. */
  private void checkHolds() throws TransformException {
    double allowed =
        Math.max(LARGEST_GAP_METRES, Math.max(affine.stepX(), Math.abs(affine.stepY())));
    for (double right : PROBED) {
      for (double down : PROBED) {
        double x = affine.x(affine.columns() * right);
        double y = affine.y(affine.rows() * down);
        double[] point = {x, y};
        toLonLat.transform(point, 0, point, 0, 1);
        fromLonLat.transform(point, 0, point, 0, 1);
        double gap = Math.hypot(point[0] - x, point[1] - y);
        if (!(gap <= allowed)) {
          throw new TransformException("It does not hold at " + x + " " + y);
        }
      }
    }
  }

  /** True area of a square of cells, its corners joined by straight lines in the frame of areas. */
  private double hectares(double column, double row, int size) throws TransformException {
    double[] corners = new double[8];
    for (int i = 0; i < 4; i++) {
      corners[2 * i] = affine.x(column + (i == 1 || i == 2 ? size : 0));
      corners[2 * i + 1] = affine.y(row + (i >= 2 ? size : 0));
    }
    toLonLat.transform(corners, 0, corners, 0, 4);
    double twice = 0;
    double originX = EqualAreaFrame.x(corners[0]);
    double originY = EqualAreaFrame.y(corners[1]);
    for (int i = 0; i < 4; i++) {
      int next = (i + 1) % 4;
      double x = EqualAreaFrame.x(corners[2 * i]) - originX;
      double y = EqualAreaFrame.y(corners[2 * i + 1]) - originY;
      double nextX = EqualAreaFrame.x(corners[2 * next]) - originX;
      double nextY = EqualAreaFrame.y(corners[2 * next + 1]) - originY;
      twice += x * nextY - nextX * y;
    }
    return Math.abs(twice) / 2 / SQUARE_METRES_PER_HECTARE;
  }

  /** West, south, east, north of the raster in degrees. */
  static Envelope lonLatExtent(Affine affine, MathTransform toLonLat) throws TransformException {
    int steps = 50;
    Envelope extent = new Envelope();
    for (int i = 0; i <= steps; i++) {
      for (int j = 0; j <= steps; j++) {
        double[] point = {
          affine.x((double) affine.columns() * i / steps),
          affine.y((double) affine.rows() * j / steps)
        };
        toLonLat.transform(point, 0, point, 0, 1);
        if (!Double.isFinite(point[0]) || !Double.isFinite(point[1])) {
          throw new TransformException("No place on the ground");
        }
        extent.expandToInclude(point[0], point[1]);
      }
    }
    return extent;
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
    return row;
  }

  @Override
  public Geometry toGridSpace(Geometry lonLat) {
    Geometry near = lonLat;
    if (!surroundings.contains(lonLat.getEnvelopeInternal())) {
      Geometry valid = lonLat.isValid() ? lonLat : GeometryFixer.fix(lonLat);
      near = valid.intersection(lonLat.getFactory().toGeometry(surroundings));
    }
    return near.isEmpty() ? near : new ToProjection().transform(near);
  }

  @Override
  public void place(CoordinateSequence ring, double[] x, double[] v) {
    for (int i = 0; i < ring.size(); i++) {
      x[i] = affine.column(ring.getX(i));
      v[i] = affine.row(ring.getY(i));
    }
  }

  @Override
  public void hectares(int row, int firstColumn, int count, double[] into) {
    double down = (row + 0.5) / block;
    int above = (int) down * latticeColumns;
    double downShare = down - (int) down;
    for (int i = 0; i < count; i++) {
      double right = (firstColumn + i + 0.5) / block;
      int at = above + (int) right;
      double rightShare = right - (int) right;
      double upper = relative[at] + (relative[at + 1] - relative[at]) * rightShare;
      int below = at + latticeColumns;
      double lower = relative[below] + (relative[below + 1] - relative[below]) * rightShare;
      into[i] = cellHectares * (1 + upper + (lower - upper) * downShare);
    }
  }

  /** Whole arrays at once. */
  private final class ToProjection extends GeometryTransformer {
    @Override
    protected CoordinateSequence transformCoordinates(CoordinateSequence given, Geometry parent) {
      double[] ordinates = densified(given);
      int size = ordinates.length / 2;
      try {
        fromLonLat.transform(ordinates, 0, ordinates, 0, size);
      } catch (TransformException e) {
        throw new IllegalStateException("The projection held for the raster, but not here", e);
      }
      CoordinateXY[] projected = new CoordinateXY[size];
      for (int i = 0; i < size; i++) {
        projected[i] = new CoordinateXY(ordinates[2 * i], ordinates[2 * i + 1]);
      }
      return new CoordinateArraySequence(projected, 2, 0);
    }
  }

  /** Points put into long edges, on the line that is straight in the equal-area frame. */
  private static double[] densified(CoordinateSequence given) {
    DoubleStream.Builder ordinates = DoubleStream.builder();
    for (int i = 0; i < given.size(); i++) {
      if (i > 0) {
        addBetween(given.getX(i - 1), given.getY(i - 1), given.getX(i), given.getY(i), ordinates);
      }
      ordinates.add(given.getX(i)).add(given.getY(i));
    }
    return ordinates.build().toArray();
  }

  private static void addBetween(
      double lon0, double lat0, double lon1, double lat1, DoubleStream.Builder ordinates) {
    int parts = (int) Math.ceil(Math.hypot(lon1 - lon0, lat1 - lat0) / LONGEST_EDGE_DEGREES);
    double y0 = EqualAreaFrame.y(lat0);
    double y1 = EqualAreaFrame.y(lat1);
    for (int i = 1; i < parts; i++) {
      double share = (double) i / parts;
      double lat = lat0 + share * (lat1 - lat0);
      if (y1 != y0) {
        double degreesPerMetre = (lat1 - lat0) / (y1 - y0);
        for (int step = 0; step < 3; step++) {
          lat -= (EqualAreaFrame.y(lat) - y0 - share * (y1 - y0)) * degreesPerMetre;
        }
      }
      ordinates.add(lon0 + share * (lon1 - lon0)).add(lat);
    }
  }
}
