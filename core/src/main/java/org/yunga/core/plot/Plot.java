package org.yunga.core.plot;

import java.util.Objects;
import org.locationtech.jts.geom.Geometry;

/**
 * One plot, as a reader brings it.
 *
 * @param kind id of its kind
 * @param year the year it was measured in
 * @param geometry valid polygon or multipolygon, longitude and latitude, WGS 84; treat as frozen
 */
public record Plot(String kind, int year, Geometry geometry) {

  private static final int POLYGON = 2;

  /** Refuses what is not an area. */
  public Plot {
    Objects.requireNonNull(kind, "kind");
    if (geometry.isEmpty() || geometry.getDimension() != POLYGON) {
      throw new IllegalArgumentException(
          "A plot is a polygon or multipolygon, not a " + geometry.getGeometryType());
    }
  }
}
