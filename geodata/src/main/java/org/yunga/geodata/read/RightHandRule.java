package org.yunga.geodata.read;

import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryEditor;

/**
 * RFC 7946, 3.1.6: exterior rings run counter-clockwise, holes clockwise. JTS itself does not mind,
 * and its own operations make the reverse.
 */
public final class RightHandRule {

  private RightHandRule() {}

  /** How many exterior rings of a geometry run clockwise. */
  public static int clockwiseShells(Geometry geometry) {
    int found = 0;
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof Polygon polygon
          && !polygon.isEmpty()
          && !isCounterClockwise(polygon.getExteriorRing())) {
        found++;
      }
    }
    return found;
  }

  /** The same geometry with all rings in order; the given one stays as it is. */
  public static Geometry applied(Geometry geometry) {
    return new GeometryEditor()
        .edit(
            geometry, (part, factory) -> part instanceof Polygon polygon ? applied(polygon) : part);
  }

  private static Polygon applied(Polygon polygon) {
    LinearRing[] holes = new LinearRing[polygon.getNumInteriorRing()];
    for (int i = 0; i < holes.length; i++) {
      holes[i] = turned(polygon.getInteriorRingN(i), false);
    }
    return polygon.getFactory().createPolygon(turned(polygon.getExteriorRing(), true), holes);
  }

  private static LinearRing turned(LinearRing ring, boolean counterClockwise) {
    return ring.isEmpty() || isCounterClockwise(ring) == counterClockwise ? ring : ring.reverse();
  }

  private static boolean isCounterClockwise(LinearRing ring) {
    return Orientation.isCCW(ring.getCoordinateSequence());
  }
}
