package org.yunga.core.space;

import java.util.Arrays;
import java.util.function.Consumer;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import org.locationtech.jts.geom.util.GeometryTransformer;

/**
 * Takes a geometry from one frame into another, vertex by vertex. An edge that is straight in one
 * is not quite so in the other: long ones get vertices put in first.
 */
final class FrameChange extends GeometryTransformer {

  private final double longestEdge;
  private final Consumer<double[]> change;
  private final double[] point = new double[2];
  private double[] to = new double[256];
  private int size;

  private FrameChange(double longestEdge, Consumer<double[]> change) {
    this.longestEdge = longestEdge;
    this.change = change;
  }

  /**
   * A copy in another frame.
   *
   * @param longestEdge in units of the first frame; longer edges are divided evenly
   * @param change turns x and y of the first frame into those of the second, in place
   */
  static Geometry of(Geometry geometry, double longestEdge, Consumer<double[]> change) {
    return new FrameChange(longestEdge, change).transform(geometry);
  }

  @Override
  protected CoordinateSequence transformCoordinates(CoordinateSequence from, Geometry parent) {
    size = 0;
    boolean isPoint = parent instanceof Point;
    for (int i = 0; i < from.size(); i++) {
      if (i > 0 && !isPoint) {
        divide(from, i);
      }
      add(from.getX(i), from.getY(i));
    }
    return new PackedCoordinateSequence.Double(Arrays.copyOf(to, size), 2, 0);
  }

  /** Vertices within the edge that ends at vertex i. */
  private void divide(CoordinateSequence from, int i) {
    double x = from.getX(i - 1);
    double y = from.getY(i - 1);
    double dx = from.getX(i) - x;
    double dy = from.getY(i) - y;
    int parts = (int) Math.ceil(Math.sqrt(dx * dx + dy * dy) / longestEdge);
    for (int k = 1; k < parts; k++) {
      add(x + dx * k / parts, y + dy * k / parts);
    }
  }

  private void add(double x, double y) {
    if (size == to.length) {
      to = Arrays.copyOf(to, 2 * size);
    }
    point[0] = x;
    point[1] = y;
    change.accept(point);
    to[size++] = point[0];
    to[size++] = point[1];
  }
}
