package org.yunga.geodata.read;

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

  /** Whether the file gives a geometry that could not be read. */
  public boolean isGeometryUnreadable() {
    return flaws.stream().anyMatch(flaw -> !flaw.isRepaired());
  }
}
