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
  private double[] areas;
  private Envelope[] boxes;
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
    areas = shapes.stream().mapToDouble(Geometry::getArea).toArray();
    boxes = shapes.stream().map(Geometry::getEnvelopeInternal).toArray(Envelope[]::new);
    shapes.clear();
    numbers.clear();
  }

  /** How many pieces there are. */
  int size() {
    return areas.length;
  }

  /** Area of a piece, square metres. */
  double area(int number) {
    return areas[number];
  }

  /** Box of a piece, metres. */
  Envelope box(int number) {
    return boxes[number];
  }

  /** The pieces that a polygon meets, with what of each lies inside. */
  GroundShares shares(QueryPolygon polygon) {
    GroundShares shares = new GroundShares();
    tree.ask(
        polygon,
        new PlotVisitor() {
          @Override
          public void whole(int from, int to) {
            for (int place = from; place < to; place++) {
              int piece = tree.number(place);
              shares.add(piece, areas[piece], true);
            }
          }

          @Override
          public void cut(int place, long inside, boolean counts) {
            if (inside > 0) {
              int piece = tree.number(place);
              double share = (double) inside / tree.plotSize(place);
              shares.add(piece, share * areas[piece], share == 1);
            }
          }
        });
    return shares;
  }
}
