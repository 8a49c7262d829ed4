package org.yunga.core.plot;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.yunga.core.aggregate.FixedPoint;
import org.yunga.core.aggregate.PlotCounts;
import org.yunga.core.aggregate.PlotMeasures;
import org.yunga.core.aggregate.Rings;
import org.yunga.core.space.DegreeGrid;
import org.yunga.core.space.EqualAreaFrame;

/**
 * Writes a plot as a record of some 75 bytes, with all that a tree needs:
 *
 * <ol>
 *   <li>slot, number in the dataset, fixed-point size, fixed-point value plus one (0: none);
 *   <li>shape: twice the vertices when there is one ring and no multi-geometry; else 1 + 2 (2 rings
 *       + (1 for a multi-geometry)), and for each ring twice its vertices + (1 for a hole);
 *   <li>vertices: longitude and latitude in steps of {@link DegreeGrid}, each as the difference to
 *       the vertex before, the first to zero; rings run with the interior on their left, without
 *       the closing vertex;
 *   <li>the interior point in metres: the bits of x and y less the bits of those of the first
 *       vertex, so that it is exact.
 * </ol>
 *
 * <p>Frame: longitude, latitude in; here they are rounded to the grid, once, before anything is
 * computed.
 */
final class PlotEncoder {

  private static final double LARGEST_LONGITUDE = 180;
  private static final double LARGEST_LATITUDE = 90;

  private final ByteWriter out;

  private long longitude;
  private long latitude;
  private long size;
  private long value;

  PlotEncoder(ByteWriter out) {
    this.out = out;
  }

  /** One ring of a plot, twice; or a line, or a point. */
  private record Chain(
      CoordinateSequence degrees, CoordinateSequence metres, boolean hole, boolean closed) {

    int vertices() {
      return degrees.size() - (closed ? 1 : 0);
    }

    /** Position of vertex i when the ring runs the right way. */
    int[] order() {
      int[] order = new int[vertices()];
      boolean turn = closed && Rings.turn(metres, !hole);
      for (int i = 0; i < order.length; i++) {
        order[i] = turn ? order.length - i : i;
      }
      return order;
    }
  }

  /**
   * Writes a plot.
   *
   * @param middle is set to the middle of its box, metres
   * @return rings and vertices
   */
  PlotCounts encode(Plot plot, int slot, int number, Coordinate middle) {
    Geometry degrees = onGrid(plot.geometry());
    Geometry metres = EqualAreaFrame.project(degrees);
    middle.setCoordinate(metres.getEnvelopeInternal().centre());
    out.unsigned(slot);
    out.unsigned(number);
    try {
      size = PlotMeasures.size(metres);
      value = plot.value().isPresent() ? FixedPoint.of(plot.value().getAsDouble()) : -1;
    } catch (ArithmeticException e) {
      throw PlotSums.tooLarge(PlotSlot.of(plot), e);
    }
    out.unsigned(size);
    out.unsigned(value + 1);
    List<Chain> chains = chains(degrees, metres);
    int vertices = shape(chains, degrees.getGeometryType().startsWith("Multi"));
    longitude = 0;
    latitude = 0;
    for (Chain chain : chains) {
      for (int i : chain.order()) {
        vertex(chain.degrees().getX(i), chain.degrees().getY(i));
      }
    }
    Chain first = chains.get(0);
    int start = first.order()[0];
    Coordinate inside = PlotMeasures.inside(metres);
    out.signed(bits(inside.x) - bits(first.metres().getX(start)));
    out.signed(bits(inside.y) - bits(first.metres().getY(start)));
    return new PlotCounts(1, chains.size(), vertices);
  }

  /** Fixed-point size of the plot that was written last. */
  long size() {
    return size;
  }

  /** Fixed-point value of the plot that was written last; 0 without one. */
  long value() {
    return Math.max(0, value);
  }

  private int shape(List<Chain> chains, boolean multi) {
    int vertices = 0;
    boolean plain = chains.size() == 1 && !multi;
    if (!plain) {
      out.unsigned(1 + 2 * (2L * chains.size() + (multi ? 1 : 0)));
    }
    for (Chain chain : chains) {
      out.unsigned(2L * chain.vertices() + (chain.hole() ? 1 : 0));
      vertices = Math.addExact(vertices, chain.vertices());
    }
    return vertices;
  }

  private void vertex(double degreesEast, double degreesNorth) {
    long x = DegreeGrid.steps(degreesEast);
    long y = DegreeGrid.steps(degreesNorth);
    out.signed(x - longitude);
    out.signed(y - latitude);
    longitude = x;
    latitude = y;
  }

  private static long bits(double value) {
    return Double.doubleToRawLongBits(value);
  }

  private static List<Chain> chains(Geometry degrees, Geometry metres) {
    List<Chain> chains = new ArrayList<>();
    for (int i = 0; i < degrees.getNumGeometries(); i++) {
      Geometry part = degrees.getGeometryN(i);
      Geometry projected = metres.getGeometryN(i);
      if (part instanceof Polygon polygon) {
        Polygon other = (Polygon) projected;
        chains.add(chain(polygon.getExteriorRing(), other.getExteriorRing(), false, true));
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          chains.add(
              chain(polygon.getInteriorRingN(hole), other.getInteriorRingN(hole), true, true));
        }
      } else if (part instanceof LineString line) {
        chains.add(chain(line, (LineString) projected, false, false));
      } else {
        chains.add(
            new Chain(
                ((Point) part).getCoordinateSequence(),
                ((Point) projected).getCoordinateSequence(),
                false,
                false));
      }
    }
    return chains;
  }

  private static Chain chain(LineString degrees, LineString metres, boolean hole, boolean closed) {
    return new Chain(degrees.getCoordinateSequence(), metres.getCoordinateSequence(), hole, closed);
  }

  private static Geometry onGrid(Geometry geometry) {
    Geometry rounded = geometry.copy();
    rounded.apply(
        new CoordinateSequenceFilter() {
          @Override
          public void filter(CoordinateSequence points, int i) {
            double x = points.getX(i);
            double y = points.getY(i);
            if (!(Math.abs(x) <= LARGEST_LONGITUDE && Math.abs(y) <= LARGEST_LATITUDE)) {
              throw new IllegalArgumentException(
                  "A plot lies on Earth, not at longitude " + x + ", latitude " + y);
            }
            points.setOrdinate(i, CoordinateSequence.X, onGrid(x));
            points.setOrdinate(i, CoordinateSequence.Y, onGrid(y));
          }

          @Override
          public boolean isDone() {
            return false;
          }

          @Override
          public boolean isGeometryChanged() {
            return true;
          }
        });
    return rounded;
  }

  private static double onGrid(double degrees) {
    return DegreeGrid.degrees(DegreeGrid.steps(degrees));
  }
}
