package org.yunga.core.space;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Cuts a large polygon into small ones, of which a question meets few. */
public final class Subdivision {

  /** Halves of halves; then a piece stays as it is. */
  private static final int DEEPEST = 40;

  private Subdivision() {}

  /**
   * Pieces that cover the same ground once, but for the rounding of vertices where they were cut.
   *
   * @param polygons valid polygon or multipolygon in a plane frame
   * @param vertices how many a piece has at most, some five or more
   */
  public static List<Polygon> of(Geometry polygons, int vertices) {
    List<Polygon> pieces = new ArrayList<>();
    cut(polygons, vertices, 0, pieces);
    return pieces;
  }

  private static void cut(Geometry geometry, int vertices, int depth, List<Polygon> pieces) {
    for (Object part : PolygonExtracter.getPolygons(geometry)) {
      Polygon polygon = (Polygon) part;
      if (polygon.getNumPoints() <= vertices || depth == DEEPEST) {
        pieces.add(polygon);
      } else {
        halve(polygon, vertices, depth, pieces);
      }
    }
  }

  private static void halve(Polygon polygon, int vertices, int depth, List<Polygon> pieces) {
    Envelope box = polygon.getEnvelopeInternal();
    Envelope first = new Envelope(box);
    Envelope second = new Envelope(box);
    if (box.getWidth() > box.getHeight()) {
      double middle = box.centre().x;
      first.init(box.getMinX(), middle, box.getMinY(), box.getMaxY());
      second.init(middle, box.getMaxX(), box.getMinY(), box.getMaxY());
    } else {
      double middle = box.centre().y;
      first.init(box.getMinX(), box.getMaxX(), box.getMinY(), middle);
      second.init(box.getMinX(), box.getMaxX(), middle, box.getMaxY());
    }
    for (Envelope half : List.of(first, second)) {
      Geometry frame = polygon.getFactory().toGeometry(half);
      Geometry inside = OverlayNGRobust.overlay(polygon, frame, OverlayNG.INTERSECTION);
      cut(inside, vertices, depth + 1, pieces);
    }
  }
}
