package org.yunga.geodata.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * One feature as the file gives it.
 *
 * @param index position in the file, 0 first
 * @param id the member {@code id} as text
 * @param properties its properties; none when the feature has no such object
 * @param geometry in the coordinates of the file, rings closed, two ordinates each; empty when the
 *     file has none, or one that cannot be read (then a flaw says so)
 * @param flaws what is wrong with it as GeoJSON, repaired or not
 */
public record GeoJsonFeature(
    int index,
    Optional<String> id,
    FeatureProperties properties,
    Optional<Geometry> geometry,
    List<GeoJsonFlaw> flaws) {

  /** Copies the list. */
  public GeoJsonFeature {
    flaws = List.copyOf(flaws);
  }

  /**
   * Reads a feature object.
   *
   * @param index its position in the file, 0 first
   * @param place where it is, as flaws shall tell it
   */
  public static GeoJsonFeature of(JsonNode node, int index, String place) {
    List<GeoJsonFlaw> flaws = new ArrayList<>(0);
    if (!node.path("type").asText().equals("Feature")) {
      flaws.add(new GeoJsonFlaw.NotAFeature(place, GeometryNode.shown(node)));
    }
    Optional<Geometry> geometry =
        flaws.isEmpty()
            ? GeometryNode.read(node.get("geometry"), place + "/geometry", flaws)
            : Optional.empty();
    return new GeoJsonFeature(
        index,
        Optional.ofNullable(node.get("id")).filter(JsonNode::isValueNode).map(JsonNode::asText),
        new FeatureProperties(node.path("properties")),
        geometry,
        flaws);
  }

  /** Whether the file gives a geometry that could not be read. */
  public boolean isGeometryUnreadable() {
    return flaws.stream().anyMatch(flaw -> !flaw.isRepaired());
  }
}
