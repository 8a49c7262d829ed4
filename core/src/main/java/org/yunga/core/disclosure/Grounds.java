package org.yunga.core.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.yunga.core.aggregate.AggregateTree;
import org.yunga.core.aggregate.AggregateTreeBuilder;
import org.yunga.core.aggregate.PlotVisitor;
import org.yunga.core.aggregate.QueryPolygon;
import org.yunga.core.region.Place;
import org.yunga.core.space.EqualAreaFrame;

/**
 * The ground of all atoms: its pieces stand as plots under a tree, so that one walk tells how much
 * of each lies inside a polygon. Immutable.
 */
final class Grounds {

  private static final GeometryFactory METRES = new GeometryFactory();

  private final RegionTree regions;
  private final Map<Piece, Integer> numbers = new HashMap<>();
  private final List<Geometry> shapes = new ArrayList<>();
  private AggregateTree tree;

  Grounds(RegionTree regions) {
    this.regions = regions;
  }

  /** The number of a piece, which is taken in when it is new. */
  int number(Piece piece) {
    return numbers.computeIfAbsent(
        piece,
        key -> {
          shapes.add(shape(key));
          return shapes.size() - 1;
        });
  }

  private Geometry shape(Piece piece) {
    if (piece instanceof Piece.Whole region) {
      Place.Boundary boundary = (Place.Boundary) regions.region(region.node()).place();
      return EqualAreaFrame.project(boundary.geometry());
    }
    Piece.Square square = (Piece.Square) piece;
    double west = square.column() * square.side();
    double south = square.row() * square.side();
    return METRES.toGeometry(
        new Envelope(west, west + square.side(), south, south + square.side()));
  }

  /** No more pieces come. */
  void pack() {
    AggregateTreeBuilder builder = new AggregateTreeBuilder(1);
    shapes.forEach(shape -> builder.add(0, shape));
    tree = builder.build();
  }

  /** Area of a piece, square metres. */
  double area(int number) {
    return shapes.get(number).getArea();
  }

  /** Box of a piece, metres. */
  Envelope box(int number) {
    return shapes.get(number).getEnvelopeInternal();
  }

  /** What share of each piece lies inside a polygon, 0 to 1, by number. */
  double[] shares(QueryPolygon polygon) {
    double[] shares = new double[shapes.size()];
    tree.ask(
        polygon,
        new PlotVisitor() {
          @Override
          public void whole(int from, int to) {
            for (int place = from; place < to; place++) {
              shares[tree.number(place)] = 1;
            }
          }

          @Override
          public void cut(int place, long inside, boolean counts) {
            shares[tree.number(place)] = (double) inside / tree.plotSize(place);
          }
        });
    return shares;
  }
}
