package org.yunga.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Looks into GeoJSON. */
final class GeoJson {

  private GeoJson() {}

  /** All positions below a node. */
  static List<JsonNode> positions(JsonNode node) {
    List<JsonNode> found = new ArrayList<>();
    if (node.isArray() && node.size() >= 2 && node.get(0).isNumber()) {
      found.add(node);
    } else {
      node.forEach(child -> found.addAll(positions(child)));
    }
    return found;
  }

  /** The polygons of a geometry: each a list of rings, the exterior one first. */
  static List<JsonNode> polygons(JsonNode geometry) {
    List<JsonNode> polygons = new ArrayList<>();
    if (geometry.path("type").asText().equals("Polygon")) {
      polygons.add(geometry.get("coordinates"));
    } else if (geometry.path("type").asText().equals("MultiPolygon")) {
      geometry.get("coordinates").forEach(polygons::add);
    }
    return polygons;
  }

  /** Positive when the ring runs counter-clockwise. */
  static double signedArea(JsonNode ring) {
    double twice = 0;
    for (int i = 0; i < ring.size() - 1; i++) {
      JsonNode a = ring.get(i);
      JsonNode b = ring.get(i + 1);
      twice +=
          a.get(0).asDouble() * b.get(1).asDouble() - b.get(0).asDouble() * a.get(1).asDouble();
    }
    return twice / 2;
  }

  /** Digits after the decimal point, as written. */
  static int decimals(JsonNode number) {
    return Math.max(0, number.decimalValue().stripTrailingZeros().scale());
  }
}
