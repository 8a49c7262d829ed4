package org.yunga.geodata.format.shapefile;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Polygons out of a heap of rings. A shapefile tells shells (clockwise) from holes only by their
 * direction, and many programs turn it round: a first ring that runs counter-clockwise turns the
 * meaning of all, and a hole that lies in no shell becomes one.
 */
final class Rings {

  private Rings() {}

  static Geometry polygons(LinearRing[] rings, GeometryFactory factory) {
    if (rings.length == 0) {
      return factory.createPolygon();
    }
    if (rings.length == 1) {
      return factory.createPolygon(rings[0]);
    }
    List<Shell> shells = new ArrayList<>();
    List<LinearRing> holes = new ArrayList<>();
    boolean shellsRunBackwards = Orientation.isCCW(rings[0].getCoordinateSequence());
    for (LinearRing ring : rings) {
      if (Orientation.isCCW(ring.getCoordinateSequence()) == shellsRunBackwards) {
        shells.add(new Shell(ring, new ArrayList<>()));
      } else {
        holes.add(ring);
      }
    }
    assign(holes, shells);
    Polygon[] polygons = new Polygon[shells.size()];
    for (int i = 0; i < polygons.length; i++) {
      Shell shell = shells.get(i);
      polygons[i] = factory.createPolygon(shell.ring, shell.holes.toArray(LinearRing[]::new));
    }
    return polygons.length == 1 ? polygons[0] : factory.createMultiPolygon(polygons);
  }

  private static void assign(List<LinearRing> holes, List<Shell> shells) {
    if (holes.isEmpty()) {
      return;
    }
    STRtree tree = new STRtree();
    shells.forEach(shell -> tree.insert(shell.ring.getEnvelopeInternal(), shell));
    for (LinearRing hole : holes) {
      Shell owner = smallestAround(hole, tree);
      if (owner == null) {
        shells.add(new Shell(hole, new ArrayList<>()));
      } else {
        owner.holes.add(hole);
      }
    }
  }

  private static Shell smallestAround(LinearRing hole, STRtree tree) {
    Envelope box = hole.getEnvelopeInternal();
    Shell best = null;
    for (Object found : tree.query(box)) {
      Shell shell = (Shell) found;
      Envelope around = shell.ring.getEnvelopeInternal();
      boolean smaller =
          best == null || around.getArea() < best.ring.getEnvelopeInternal().getArea();
      if (smaller && around.contains(box) && contains(shell.ring, hole)) {
        best = shell;
      }
    }
    return best;
  }

  /** By the first vertex of the hole that is not on the shell; they may touch. */
  private static boolean contains(LinearRing shell, LinearRing hole) {
    Coordinate[] around = shell.getCoordinates();
    for (Coordinate point : hole.getCoordinates()) {
      int location = PointLocation.locateInRing(point, around);
      if (location != Location.BOUNDARY) {
        return location == Location.INTERIOR;
      }
    }
    return true;
  }

  private record Shell(LinearRing ring, List<LinearRing> holes) {}
}
