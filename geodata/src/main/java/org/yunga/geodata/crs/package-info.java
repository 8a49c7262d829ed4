/**
 * Coordinate reference systems of other people's files: from their coordinates to longitude,
 * latitude, WGS 84. Only this package and {@code raster} may use GeoTools, and only when a file
 * needs it: the start of GeoTools and its EPSG database costs two to three seconds.
 *
 * <p>Not here: the equal-area frame for areas, which is {@code org.yunga.core.space}.
 */
package org.yunga.geodata.crs;
