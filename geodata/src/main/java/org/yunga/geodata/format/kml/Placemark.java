package org.yunga.geodata.format.kml;

import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * One placemark as the file gives it.
 *
 * @param place line of the file
 * @param texts name, description and extended data; blank ones are left out
 * @param geometry empty when there is none, or one that cannot be read
 * @param bad why the geometry cannot be read; null when it can
 */
record Placemark(
    String place,
    Map<String, String> texts,
    Optional<Geometry> geometry,
    KmlGeometry.BadGeometry bad) {}
