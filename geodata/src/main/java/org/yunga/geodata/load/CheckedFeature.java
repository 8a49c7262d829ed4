package org.yunga.geodata.load;

import java.util.Optional;
import java.util.OptionalDouble;
import org.locationtech.jts.geom.Geometry;
import org.yunga.core.region.Validity;

/**
 * A feature that passed.
 *
 * @param place where it stands in the file
 * @param code valid code
 * @param name name in the usual case
 * @param geometry repaired boundary; empty when the file has none
 * @param declaredHectares area that the file declares
 * @param validity when the region is so by law
 */
record CheckedFeature(
    FeaturePlace place,
    String code,
    String name,
    Optional<Geometry> geometry,
    OptionalDouble declaredHectares,
    Validity validity) {}
