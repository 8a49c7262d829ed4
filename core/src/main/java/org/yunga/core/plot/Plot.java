package org.yunga.core.plot;

import java.util.Objects;
import java.util.OptionalDouble;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygonal;

/**
 * One plot, as a reader brings it.
 *
 * @param kind id of its kind
 * @param year the year it was measured in
 * @param geometry valid polygon, multipolygon, line, multiline or point, longitude and latitude,
 *     WGS 84; treat as frozen
 * @param value what its kind tells of it besides its size: 0 to {@value #LARGEST_VALUE}, kept to
 *     six decimals
 */
public record Plot(String kind, int year, Geometry geometry, OptionalDouble value) {

  /** Larger values are refused; nine thousand of the largest still add up. */
  public static final double LARGEST_VALUE = 1e9;

  /** Refuses what is neither an area nor a line nor a point. */
  public Plot {
    Objects.requireNonNull(kind, "kind");
    boolean known =
        geometry instanceof Polygonal || geometry instanceof Lineal || geometry instanceof Point;
    if (geometry.isEmpty() || !known) {
      throw new IllegalArgumentException(
          "A plot is a polygon, multipolygon, line, multiline or point, not a "
              + geometry.getGeometryType());
    }
    value.ifPresent(
        number -> {
          if (!(number >= 0 && number <= LARGEST_VALUE)) {
            throw new IllegalArgumentException("A value of 0 to 1e9, not " + number);
          }
        });
  }

  /** A plot without a value. */
  public Plot(String kind, int year, Geometry geometry) {
    this(kind, year, geometry, OptionalDouble.empty());
  }
}
