package org.yunga.geodata.read;

import java.util.Optional;

/**
 * What a file says besides its features.
 *
 * @param features how many were read
 * @param crs name in the member {@code crs} of the GeoJSON of 2008; RFC 7946 has no such member
 */
public record GeoJsonSummary(int features, Optional<String> crs) {}
