package org.yunga.core.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import org.yunga.core.work.Patience;

/**
 * The ground within a distance of a geometry, on the WGS 84 ellipsoid.
 *
 * <p>A buffer belongs to the definition of a number (two libraries buffer the same polygon with 41
 * and with 43 vertices), so this is how: the geometry, with edges straight in the {@link
 * EqualAreaFrame}, is cut into strips of at most {@value #STRIP_DEGREES} degree of longitude; each
 * is buffered by JTS in the {@link TransverseMercator} frame of its middle, round caps and corners
 * with {@value #SEGMENTS} segments a quadrant, bays shallower than 0.05 % of the distance left out;
 * the strips are united. Edges so long that they would bend away between the frames by 0.01 % of
 * the distance get vertices put in.
 *
 * <p>So every vertex lies at the distance within 0.08 % (0.03 % of the frame at 100 km, far less
 * near by, and 0.05 % of the bays), the middle of an arc's segment up to 0.12 % of the distance
 * nearer; a circle has 0.16 % less area than a true one. Tested against GeographicLib.
 */
public final class GeodesicBuffer {

  /** Shortest distance. */
  public static final double LEAST_METRES = 1;

  /** Longest distance. */
  public static final double MOST_METRES = 100_000;

  /** Segments of an arc in a quadrant. */
  public static final int SEGMENTS = 16;

  /** Width of the strips that are buffered in one frame. */
  private static final double STRIP_DEGREES = 1;

  /** How much deeper a bay must be to matter, as a share of the distance. */
  private static final double BAY = 0.0005;

  /** How far an edge may bend away between two frames, as a share of the distance. */
  private static final double BEND = 0.0001;

  /** Parts of a geometry that are buffered together. */
  private static final int PARTS_AT_ONCE = 16;

  /** Pairs of edges nearer than the distance in what is buffered at once. */
  private static final long PAIRS_AT_ONCE = 50_000;

  /** Edges of a piece of a ragged outline. */
  private static final int PIECE = 32;

  private static final double MOST_LATITUDE = 80;
  private static final double EARTH_RADIUS = 6_371_000;

  private GeodesicBuffer() {}

  /**
   * The buffer, valid polygon or multipolygon, longitude and latitude.
   *
   * @param degrees valid points, lines or polygons (of one kind), longitude and latitude; not empty
   * @param metres {@value #LEAST_METRES} to {@value #MOST_METRES}
   * @throws ExplainedException where it would cross the antimeridian or come near a pole
   */
  public static Geometry of(Geometry degrees, double metres) {
    return of(degrees, metres, Patience.ENDLESS);
  }

  /**
   * As above, for who does not wait for ever.
   *
   * @throws org.yunga.core.work.TooMuchWorkException when there is no patience left
   */
  public static Geometry of(Geometry degrees, double metres, Patience patience) {
    if (!(metres >= LEAST_METRES && metres <= MOST_METRES)) {
      throw new IllegalArgumentException("1 to 100,000 m, not " + metres);
    }
    if (degrees.isEmpty()) {
      throw new IllegalArgumentException("There is no buffer round nothing");
    }
    Envelope extent = degrees.getEnvelopeInternal();
    double latitude = Math.max(Math.abs(extent.getMinY()), Math.abs(extent.getMaxY()));
    checkReach(extent, latitude, metres);
    double longestEdge = longestEdge(latitude, metres);
    int strips = Math.max(1, (int) Math.ceil(extent.getWidth() / STRIP_DEGREES));
    List<Geometry> parts = new ArrayList<>();
    Geometry plane = EqualAreaFrame.project(degrees);
    addStrips(plane, extent, 0, strips, strips, metres, longestEdge, patience, parts);
    return valid(parts.size() == 1 ? parts.get(0) : united(parts, patience));
  }

  /** Halves again and again, so that a long outline is not walked for each strip. */
  private static void addStrips(
      Geometry plane,
      Envelope extent,
      int from,
      int to,
      int strips,
      double metres,
      double longestEdge,
      Patience patience,
      List<Geometry> parts) {
    if (plane.isEmpty()) {
      return;
    }
    patience.step();
    double west = extent.getMinX() + extent.getWidth() * from / strips;
    double east = extent.getMinX() + extent.getWidth() * to / strips;
    if (to - from == 1) {
      parts.add(strip(plane, (west + east) / 2, metres, longestEdge, patience));
      return;
    }
    int half = (from + to) / 2;
    double seam = extent.getMinX() + extent.getWidth() * half / strips;
    Geometry first = between(plane, west, seam);
    addStrips(first, extent, from, half, strips, metres, longestEdge, patience, parts);
    Geometry second = between(plane, seam, east);
    addStrips(second, extent, half, to, strips, metres, longestEdge, patience, parts);
  }

  private static Geometry between(Geometry plane, double west, double east) {
    Envelope box = plane.getEnvelopeInternal();
    Envelope cut =
        new Envelope(
            EqualAreaFrame.x(west), EqualAreaFrame.x(east), box.getMinY() - 1, box.getMaxY() + 1);
    if (cut.contains(box)) {
      return plane;
    }
    Geometry window = plane.getFactory().toGeometry(cut);
    return OverlayNGRobust.overlay(plane, window, OverlayNG.INTERSECTION);
  }

  private static Geometry strip(
      Geometry plane, double meridian, double metres, double longestEdge, Patience patience) {
    TransverseMercator frame = new TransverseMercator(meridian);
    Geometry local =
        FrameChange.of(
            plane,
            longestEdge,
            point -> {
              point[0] = EqualAreaFrame.longitude(point[0]);
              point[1] = EqualAreaFrame.latitude(point[1]);
              frame.forward(point);
            });
    BufferParameters parameters = new BufferParameters(SEGMENTS);
    parameters.setSimplifyFactor(BAY);
    Geometry buffer = buffer(local, metres, parameters, patience);
    return FrameChange.of(buffer, longestEdge, frame::inverse);
  }

  /**
   * Many parts near each other are buffered one by one and united, and so are the pieces of a
   * ragged outline: all at once every arc would be crossed with every other.
   */
  private static Geometry buffer(
      Geometry local, double metres, BufferParameters parameters, Patience patience) {
    boolean manyParts = local.getNumGeometries() > PARTS_AT_ONCE;
    if (!manyParts && !Tangle.exceeds(local, PAIRS_AT_ONCE, metres)) {
      return BufferOp.bufferOp(local, metres, parameters);
    }
    List<Geometry> buffers = new ArrayList<>();
    for (int i = 0; i < local.getNumGeometries(); i++) {
      for (Geometry piece : pieces(local.getGeometryN(i), metres)) {
        patience.step();
        buffers.add(BufferOp.bufferOp(piece, metres, parameters));
      }
      if (local.getGeometryN(i) instanceof Polygon) {
        buffers.add(local.getGeometryN(i));
      }
    }
    return CheckedUnion.of(buffers, patience);
  }

  private static List<Geometry> pieces(Geometry part, double metres) {
    if (!Tangle.exceeds(part, PAIRS_AT_ONCE, metres)) {
      return List.of(part);
    }
    List<Geometry> pieces = new ArrayList<>();
    for (Object line : LinearComponentExtracter.getLines(part)) {
      Coordinate[] path = ((LineString) line).getCoordinates();
      for (int from = 0; from < path.length - 1; from += PIECE) {
        int to = Math.min(path.length - 1, from + PIECE);
        pieces.add(part.getFactory().createLineString(Arrays.copyOfRange(path, from, to + 1)));
      }
    }
    return pieces;
  }

  private static Geometry united(List<Geometry> parts, Patience patience) {
    List<Geometry> planes = parts.stream().map(EqualAreaFrame::project).toList();
    return EqualAreaFrame.unproject(CheckedUnion.of(planes, patience));
  }

  /** Edges that all but touch may cross when they are taken into another frame. */
  private static Geometry valid(Geometry buffer) {
    return buffer.isValid() ? buffer : GeometryFixer.fix(buffer);
  }

  /**
   * In which length an edge bends away by the tolerance: a parallel has the curvature tan(lat)/R,
   * and a slanting edge of the equal-area frame at most as much again.
   */
  private static double longestEdge(double latitude, double metres) {
    double curvature = 2 * Math.max(0.05, Math.tan(Math.toRadians(latitude))) / EARTH_RADIUS;
    return Math.sqrt(8 * Math.max(0.01, BEND * metres) / curvature);
  }

  private static void checkReach(Envelope extent, double latitude, double metres) {
    double reach = Math.toDegrees(metres / EARTH_RADIUS) * 1.01;
    if (!(latitude + reach <= MOST_LATITUDE)) {
      throw new ExplainedException(
          "buffer_near_pole",
          new Bilingual(
              "La geometría llega hasta la latitud "
                  + latitude
                  + "; con esa distancia alrededor pasaría de 80 grados. Revise las coordenadas.",
              "The geometry reaches latitude "
                  + latitude
                  + "; with that distance round it, it would pass 80 degrees. Check the"
                  + " coordinates."));
    }
    double eastward = reach / Math.cos(Math.toRadians(latitude + reach));
    if (extent.getMinX() - eastward < -180 || extent.getMaxX() + eastward > 180) {
      throw new ExplainedException(
          "buffer_crosses_antimeridian",
          new Bilingual(
              "La distancia alrededor de la geometría cruzaría el meridiano 180, lo que no se"
                  + " admite. Revise las coordenadas.",
              "The distance round the geometry would cross the 180th meridian, which is not"
                  + " supported. Check the coordinates."));
    }
  }
}
