package org.yunga.geodata.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Turns one GeoJSON geometry object into JTS, and notes what is wrong with it. */
final class GeometryNode {

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final int RING_POSITIONS = 4;
  private static final int LINE_POSITIONS = 2;
  private static final int SHOWN = 40;

  private final List<GeoJsonFlaw> flaws;
  private int extraOrdinates;

  private GeometryNode(List<GeoJsonFlaw> flaws) {
    this.flaws = flaws;
  }

  /**
   * @param node the member {@code geometry}
   * @param place JSON pointer to it
   * @param flaws receives what is wrong
   */
  static Optional<Geometry> read(JsonNode node, String place, List<GeoJsonFlaw> flaws) {
    if (node == null || node.isNull() || node.isMissingNode()) {
      return Optional.empty();
    }
    GeometryNode reader = new GeometryNode(flaws);
    try {
      Geometry geometry = reader.geometry(node, place);
      if (reader.extraOrdinates > 0) {
        flaws.add(new GeoJsonFlaw.ExtraOrdinates(place, reader.extraOrdinates));
      }
      return Optional.of(geometry);
    } catch (Unreadable e) {
      flaws.add(e.flaw);
      return Optional.empty();
    }
  }

  private Geometry geometry(JsonNode node, String place) {
    JsonNode coordinates = node.path("coordinates");
    String inside = place + "/coordinates";
    return switch (node.path("type").asText()) {
      case "Point" -> point(coordinates, inside);
      case "LineString" -> line(coordinates, inside);
      case "Polygon" -> polygon(coordinates, inside);
      case "MultiPoint" ->
          FACTORY.createMultiPoint(each(coordinates, inside, this::point).toArray(Point[]::new));
      case "MultiLineString" ->
          FACTORY.createMultiLineString(
              each(coordinates, inside, this::line).toArray(LineString[]::new));
      case "MultiPolygon" ->
          FACTORY.createMultiPolygon(
              each(coordinates, inside, this::polygon).toArray(Polygon[]::new));
      case "GeometryCollection" ->
          FACTORY.createGeometryCollection(
              each(node.path("geometries"), place + "/geometries", this::geometry)
                  .toArray(Geometry[]::new));
      default ->
          throw new Unreadable(
              new GeoJsonFlaw.UnknownGeometryType(place + "/type", shown(node.path("type"))));
    };
  }

  private <T> List<T> each(JsonNode array, String place, BiFunction<JsonNode, String, T> read) {
    requireArray(array, place);
    List<T> parts = new ArrayList<>(array.size());
    for (int i = 0; i < array.size(); i++) {
      parts.add(read.apply(array.get(i), place + "/" + i));
    }
    return parts;
  }

  private Point point(JsonNode node, String place) {
    requireArray(node, place);
    return node.isEmpty() ? FACTORY.createPoint() : FACTORY.createPoint(position(node, place));
  }

  private LineString line(JsonNode node, String place) {
    Coordinate[] positions = positions(node, place);
    if (positions.length == 1) {
      throw new Unreadable(new GeoJsonFlaw.TooFewPositions(place, 1, LINE_POSITIONS));
    }
    return FACTORY.createLineString(positions);
  }

  private Polygon polygon(JsonNode node, String place) {
    List<LinearRing> rings = each(node, place, this::ring);
    if (rings.isEmpty()) {
      return FACTORY.createPolygon();
    }
    return FACTORY.createPolygon(
        rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
  }

  private LinearRing ring(JsonNode node, String place) {
    Coordinate[] positions = positions(node, place);
    if (positions.length >= RING_POSITIONS - 1
        && !positions[0].equals2D(positions[positions.length - 1])) {
      flaws.add(new GeoJsonFlaw.OpenRing(place));
      positions = closed(positions);
    }
    if (positions.length < RING_POSITIONS) {
      throw new Unreadable(
          new GeoJsonFlaw.TooFewPositions(place, positions.length, RING_POSITIONS));
    }
    return FACTORY.createLinearRing(positions);
  }

  private static Coordinate[] closed(Coordinate[] open) {
    Coordinate[] closed = Arrays.copyOf(open, open.length + 1);
    closed[open.length] = open[0].copy();
    return closed;
  }

  private Coordinate[] positions(JsonNode array, String place) {
    requireArray(array, place);
    Coordinate[] positions = new Coordinate[array.size()];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = position(array.get(i), place, i);
    }
    return positions;
  }

  private Coordinate position(JsonNode node, String place) {
    return position(node, place, -1);
  }

  /** The pointer is made only where it is needed: there are many positions. */
  private Coordinate position(JsonNode node, String place, int index) {
    double x = node.path(0).isNumber() ? node.get(0).doubleValue() : Double.NaN;
    double y = node.path(1).isNumber() ? node.get(1).doubleValue() : Double.NaN;
    if (!node.isArray() || !Double.isFinite(x) || !Double.isFinite(y)) {
      throw new Unreadable(
          new GeoJsonFlaw.NotAPosition(index < 0 ? place : place + "/" + index, shown(node)));
    }
    if (node.size() > 2) {
      extraOrdinates++;
    }
    return new CoordinateXY(x, y);
  }

  private static void requireArray(JsonNode node, String place) {
    if (!node.isArray()) {
      throw new Unreadable(new GeoJsonFlaw.NotAPosition(place, shown(node)));
    }
  }

  /** A piece of the file as it is quoted in messages. */
  static String shown(JsonNode node) {
    if (node.isMissingNode()) {
      return "(-)";
    }
    String text = node.toString();
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
  }

  /** Ends the reading of one geometry; never leaves this class. */
  private static final class Unreadable extends RuntimeException {
    private final transient GeoJsonFlaw flaw;

    Unreadable(GeoJsonFlaw flaw) {
      super(null, null, false, false);
      this.flaw = flaw;
    }
  }
}
