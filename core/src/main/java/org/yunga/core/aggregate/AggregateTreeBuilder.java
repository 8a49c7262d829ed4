package org.yunga.core.aggregate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Makes a tree of geometries in metres. Plots of one tree are all polygons, all lines or all
 * points. Millions of them are packed with less memory by {@code core.plot}.
 */
public final class AggregateTreeBuilder {

  private final List<Sharing> sharing;
  private final List<Plot> plots = new ArrayList<>();
  private int dimension = -1;

  private record Plot(int slot, Geometry metres, long value) {}

  /**
   * Begins a tree.
   *
   * @param slots how many slots there are: kinds times years, at most 32,767
   */
  public AggregateTreeBuilder(int slots) {
    this(Collections.nCopies(slots, Sharing.BY_SIZE));
  }

  /**
   * Begins a tree.
   *
   * @param sharing for each slot, what borders do to values
   */
  public AggregateTreeBuilder(List<Sharing> sharing) {
    this.sharing = List.copyOf(sharing);
    SharingBySlot.of(sharing);
  }

  /** Adds a plot without a value; see {@link #add(int, Geometry, OptionalLong)}. */
  public void add(int slot, Geometry metres) {
    add(slot, metres, OptionalLong.empty());
  }

  /**
   * Adds a plot; its number is the count of plots before it.
   *
   * @param slot 0 to slots - 1
   * @param metres valid geometry in the equal-area frame: polygons, lines or a point
   * @param value fixed-point, not negative
   */
  public void add(int slot, Geometry metres, OptionalLong value) {
    if (slot < 0 || slot >= sharing.size()) {
      throw new IllegalArgumentException("Slot 0 to " + (sharing.size() - 1) + ", not " + slot);
    }
    if (metres.isEmpty()) {
      throw new IllegalArgumentException("A plot has a geometry, this one is empty");
    }
    if (dimension >= 0 && dimension != metres.getDimension()) {
      throw new IllegalArgumentException(
          "Polygons, lines and points go into trees of their own, not " + metres.getGeometryType());
    }
    for (Coordinate vertex : metres.getCoordinates()) {
      if (!vertex.isValid()) {
        throw new IllegalArgumentException("A plot has finite coordinates, not " + vertex);
      }
    }
    dimension = metres.getDimension();
    plots.add(new Plot(slot, metres, value.orElse(TreeLoader.NO_VALUE)));
  }

  /** Packs the plots. */
  public AggregateTree build() {
    int count = plots.size();
    double[] x = new double[count];
    double[] y = new double[count];
    PlotCounts counts = PlotCounts.NONE;
    boolean valued = false;
    for (int i = 0; i < count; i++) {
      Envelope box = plots.get(i).metres().getEnvelopeInternal();
      x[i] = (box.getMinX() + box.getMaxX()) / 2;
      y[i] = (box.getMinY() + box.getMaxY()) / 2;
      counts = counts.plus(counts(plots.get(i).metres()));
      valued |= plots.get(i).value() >= 0;
    }
    TreeLoader loader = new TreeLoader(Math.max(dimension, 0), counts, valued, false);
    TreeLoader.Part all = loader.part(PlotCounts.NONE, counts);
    for (int i : CurveOrder.of(count, x, y)) {
      Plot plot = plots.get(i);
      load(plot.metres(), all);
      Coordinate inside = PlotMeasures.inside(plot.metres());
      long size = PlotMeasures.size(plot.metres());
      all.endPlot(plot.slot(), 0, i, size, inside.x, inside.y, plot.value());
    }
    all.close();
    return loader.build(sharing);
  }

  private static PlotCounts counts(Geometry metres) {
    int rings = 0;
    int closing = 0;
    for (int i = 0; i < metres.getNumGeometries(); i++) {
      rings++;
      if (metres.getGeometryN(i) instanceof Polygon polygon) {
        rings += polygon.getNumInteriorRing();
        closing += 1 + polygon.getNumInteriorRing();
      }
    }
    return new PlotCounts(1, rings, metres.getNumPoints() - closing);
  }

  private static void load(Geometry metres, TreeLoader.Part into) {
    for (int i = 0; i < metres.getNumGeometries(); i++) {
      Geometry part = metres.getGeometryN(i);
      if (part instanceof Polygon polygon) {
        ring(polygon.getExteriorRing().getCoordinateSequence(), true, into);
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          ring(polygon.getInteriorRingN(hole).getCoordinateSequence(), false, into);
        }
      } else if (part instanceof LineString line) {
        chain(line.getCoordinateSequence(), line.getNumPoints(), false, into);
      } else if (part instanceof Point point) {
        chain(point.getCoordinateSequence(), 1, false, into);
      } else {
        throw new IllegalArgumentException("Not a plot: " + part.getGeometryType());
      }
    }
  }

  private static void ring(CoordinateSequence points, boolean ccw, TreeLoader.Part into) {
    chain(points, points.size() - 1, Rings.turn(points, ccw), into);
  }

  private static void chain(
      CoordinateSequence points, int size, boolean turn, TreeLoader.Part into) {
    for (int i = 0; i < size; i++) {
      int at = turn ? size - i : i;
      into.vertex(points.getX(at), points.getY(at));
    }
    into.endRing();
  }
}
