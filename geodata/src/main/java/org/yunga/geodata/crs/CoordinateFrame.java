package org.yunga.geodata.crs;

import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/** The frame that the coordinates of a file are in, x before y as GeoJSON and most files do. */
public interface CoordinateFrame {

  /** Its name: {@code OGC:CRS84}, {@code EPSG:32718}. */
  String name();

  /** The name that the file gave, where it is out of date and {@link #name} was taken instead. */
  default Optional<String> replaced() {
    return Optional.empty();
  }

  /** Whether coordinates are longitude, latitude, WGS 84 already. */
  default boolean isLonLat() {
    return false;
  }

  /**
   * A geometry in longitude, latitude, WGS 84; the given one stays as it is. From PSAD56 the result
   * is good to some 10 m, from WGS 84, SIRGAS and Peru96 to a millimetre.
   *
   * @return empty when coordinates lie where the frame does not hold
   */
  Optional<Geometry> toLonLat(Geometry geometry);
}
