package org.yunga.geodata.format.kml;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.table.Shown;

/** Geometry elements: Point, LineString, LinearRing, Polygon, MultiGeometry. */
final class KmlGeometry {

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final int RING_POINTS = 4;

  private final Xml xml;
  private boolean heights;

  KmlGeometry(Xml xml) {
    this.xml = xml;
  }

  /** A geometry that cannot be read. */
  static final class BadGeometry extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Bilingual reason;

    BadGeometry(String es, String en) {
      super(en, null, false, false);
      reason = new Bilingual(es, en);
    }

    Bilingual reason() {
      return reason;
    }
  }

  /** Whether any height other than 0 was dropped so far. */
  boolean hadHeights() {
    return heights;
  }

  static boolean is(String element) {
    return switch (element) {
      case "Point", "LineString", "LinearRing", "Polygon", "MultiGeometry" -> true;
      default -> false;
    };
  }

  /** Reads the element that begins here to its end, also when it cannot be read. */
  Geometry read(String element) throws BadGeometry {
    return switch (element) {
      case "Point" -> point(coordinates());
      case "LineString" -> line(coordinates());
      case "LinearRing" -> ring(coordinates());
      case "Polygon" -> polygon();
      default -> many();
    };
  }

  private static Geometry point(String text, CoordinateXY[] at) throws BadGeometry {
    if (at.length != 1) {
      throw new BadGeometry(
          "un punto tiene " + at.length + " posiciones: «" + Shown.of(text) + "».",
          "a point has " + at.length + " positions: '" + Shown.of(text) + "'.");
    }
    return FACTORY.createPoint(at[0]);
  }

  private Geometry point(String text) throws BadGeometry {
    CoordinateXY[] at = positions(text);
    return at.length == 0 ? FACTORY.createPoint() : point(text, at);
  }

  private Geometry line(String text) throws BadGeometry {
    CoordinateXY[] points = positions(text);
    if (points.length == 1) {
      throw new BadGeometry("una línea tiene un solo vértice.", "a line has only one vertex.");
    }
    return FACTORY.createLineString(points);
  }

  private LinearRing ring(String text) throws BadGeometry {
    CoordinateXY[] points = positions(text);
    if (points.length == 0) {
      return FACTORY.createLinearRing();
    }
    if (points.length < RING_POINTS || !points[0].equals2D(points[points.length - 1])) {
      throw new BadGeometry(
          "un anillo de " + points.length + " vértices no está cerrado o tiene menos de 4.",
          "a ring of " + points.length + " vertices is not closed or has fewer than 4.");
    }
    return FACTORY.createLinearRing(points);
  }

  private Geometry polygon() throws BadGeometry {
    LinearRing shell = FACTORY.createLinearRing();
    List<LinearRing> holes = new ArrayList<>();
    BadGeometry bad = null;
    int depth = 1;
    boolean outer = true;
    while (depth > 0) {
      Boolean start = xml.isStart();
      if (start == null) {
        break;
      }
      if (!start) {
        depth--;
        continue;
      }
      if (!xml.name().equals("LinearRing")) {
        outer =
            xml.name().equals("outerBoundaryIs") || outer && !xml.name().equals("innerBoundaryIs");
        depth++;
        continue;
      }
      try {
        LinearRing ring = ring(coordinates());
        if (outer) {
          shell = ring;
        } else {
          holes.add(ring);
        }
      } catch (BadGeometry e) {
        bad = e;
      }
    }
    if (bad != null) {
      throw bad;
    }
    if (shell.isEmpty() && !holes.isEmpty()) {
      throw new BadGeometry(
          "un polígono tiene huecos y no tiene contorno.", "a polygon has holes and no outline.");
    }
    return FACTORY.createPolygon(shell, holes.toArray(LinearRing[]::new));
  }

  /** One kind becomes a multi-geometry of it, several become a collection. */
  private Geometry many() throws BadGeometry {
    List<Geometry> parts = new ArrayList<>();
    BadGeometry bad = null;
    for (Boolean start = xml.isStart(); Boolean.TRUE.equals(start); start = xml.isStart()) {
      String element = xml.name();
      if (!is(element)) {
        xml.skip();
        continue;
      }
      try {
        parts.add(read(element));
      } catch (BadGeometry e) {
        bad = e;
      }
    }
    if (bad != null) {
      throw bad;
    }
    return joined(parts);
  }

  private static Geometry joined(List<Geometry> parts) {
    if (!parts.isEmpty() && parts.stream().allMatch(Polygon.class::isInstance)) {
      return FACTORY.createMultiPolygon(parts.toArray(Polygon[]::new));
    }
    if (!parts.isEmpty() && parts.stream().allMatch(LineString.class::isInstance)) {
      return FACTORY.createMultiLineString(parts.toArray(LineString[]::new));
    }
    if (!parts.isEmpty() && parts.stream().allMatch(Point.class::isInstance)) {
      return FACTORY.createMultiPoint(parts.toArray(Point[]::new));
    }
    return FACTORY.createGeometryCollection(parts.toArray(Geometry[]::new));
  }

  /** The text of {@code coordinates} within the element that begins here; goes on to its end. */
  private String coordinates() {
    StringBuilder text = new StringBuilder();
    for (Boolean start = xml.isStart(); Boolean.TRUE.equals(start); start = xml.isStart()) {
      if (xml.name().equals("coordinates")) {
        text.append(xml.text()).append(' ');
      } else {
        xml.skip();
      }
    }
    return text.toString();
  }

  /** {@code lon,lat[,height]} parted by blanks; blanks round commas are often there too. */
  private CoordinateXY[] positions(String text) throws BadGeometry {
    List<CoordinateXY> points = new ArrayList<>();
    int at = 0;
    int length = text.length();
    double[] ordinates = new double[3];
    while (true) {
      while (at < length && text.charAt(at) <= ' ') {
        at++;
      }
      if (at >= length) {
        return points.toArray(CoordinateXY[]::new);
      }
      int count = 0;
      boolean more = true;
      while (more) {
        int end = at;
        while (end < length && text.charAt(end) > ' ' && text.charAt(end) != ',') {
          end++;
        }
        double number = number(text.substring(at, end));
        if (count == ordinates.length) {
          throw badPosition(text.substring(at, Math.min(length, at + 40)));
        }
        ordinates[count++] = number;
        at = end;
        while (at < length && text.charAt(at) <= ' ') {
          at++;
        }
        more = at < length && text.charAt(at) == ',';
        if (more) {
          at++;
          while (at < length && text.charAt(at) <= ' ') {
            at++;
          }
        }
      }
      if (count < 2) {
        throw badPosition(Double.toString(ordinates[0]));
      }
      heights |= count == 3 && ordinates[2] != 0;
      points.add(new CoordinateXY(ordinates[0], ordinates[1]));
    }
  }

  private static double number(String text) throws BadGeometry {
    try {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw badPosition(text);
    }
    throw badPosition(text);
  }

  private static BadGeometry badPosition(String text) {
    return new BadGeometry(
        "«" + Shown.of(text) + "» no es una posición longitud,latitud.",
        "'" + Shown.of(text) + "' is no position longitude,latitude.");
  }
}
