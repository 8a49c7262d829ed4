package org.yunga.core.aggregate;

import org.locationtech.jts.algorithm.InteriorPoint;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** What a tree keeps of a plot besides its outline. Frame: metres of the equal-area frame. */
public final class PlotMeasures {

  private PlotMeasures() {}

  /** Fixed-point area of polygons or length of lines; 0 for a point. */
  public static long size(Geometry metres) {
    return switch (metres.getDimension()) {
      case 2 -> FixedPoint.of(metres.getArea());
      case 1 -> FixedPoint.of(metres.getLength());
      default -> 0;
    };
  }

  /** Where a plot counts: a point inside a polygon, a vertex of a line, the point itself. */
  public static Coordinate inside(Geometry metres) {
    return metres.getDimension() == 0
        ? metres.getCoordinate()
        : InteriorPoint.getInteriorPoint(metres);
  }
}
