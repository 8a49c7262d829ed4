package org.yunga.geodata.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * One geometry that came by itself, as in a request.
 *
 * @param geometry longitude, latitude as given; empty when it could not be read
 * @param flaws what is wrong with it, with its place
 */
public record GeoJsonGeometry(Optional<Geometry> geometry, List<GeoJsonFlaw> flaws) {

  /** Copies the list. */
  public GeoJsonGeometry {
    flaws = List.copyOf(flaws);
  }

  /**
   * Reads a geometry object.
   *
   * @param node the object
   * @param place JSON pointer to it, for messages
   */
  public static GeoJsonGeometry read(JsonNode node, String place) {
    List<GeoJsonFlaw> flaws = new ArrayList<>();
    Optional<Geometry> geometry = GeometryNode.read(node, place, flaws);
    return new GeoJsonGeometry(geometry, flaws);
  }
}
