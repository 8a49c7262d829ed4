package org.yunga.core.region;

import org.locationtech.jts.geom.Geometry;
import org.yunga.core.text.Bilingual;

/**
 * What is known of where a region lies: its boundary, only a point of reference, or nothing.
 *
 * <p>Coordinates are longitude, latitude, WGS 84. A JTS geometry is mutable: treat it as frozen.
 */
public sealed interface Place {

  /**
   * The region's limits.
   *
   * @param geometry polygon or multipolygon, valid, exterior rings counter-clockwise
   * @param areaHectares its area in the equal-area frame
   */
  record Boundary(Geometry geometry, double areaHectares) implements Place {}

  /**
   * A point that serves to place a symbol and says nothing of the limits.
   *
   * @param longitude degrees east
   * @param latitude degrees north
   * @param basis how the point was chosen
   */
  record ReferencePoint(double longitude, double latitude, Bilingual basis) implements Place {
    /** Checks the ranges. */
    public ReferencePoint {
      if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
        throw new IllegalArgumentException(
            "Longitude -180..180 and latitude -90..90, got " + longitude + ", " + latitude);
      }
    }
  }

  /** The region has figures, but no boundary and no point in any loaded dataset. */
  record Unknown() implements Place {}
}
