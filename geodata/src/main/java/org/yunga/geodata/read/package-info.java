/**
 * Readers of file formats. They know the format and nothing of the domain: no codes, no regions, no
 * areas, no change of coordinates.
 *
 * <p>A file that is not of the format at all is an {@link org.yunga.core.text.ExplainedException};
 * a flaw in one feature is a {@link org.yunga.geodata.read.GeoJsonFlaw} with its place, and reading
 * goes on.
 */
package org.yunga.geodata.read;
