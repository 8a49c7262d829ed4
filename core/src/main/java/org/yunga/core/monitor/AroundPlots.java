package org.yunga.core.monitor;

import org.locationtech.jts.geom.Geometry;

/**
 * The ground within a distance of plots.
 *
 * @param geometry valid polygon or multipolygon, longitude and latitude; of real plots never to be
 *     shown to who may not see them
 * @param plots how many it lies round
 */
public record AroundPlots(Geometry geometry, long plots) {}
