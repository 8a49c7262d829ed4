/**
 * Zonal totals of rasters: how many hectares of each class, or of a share, lie in each region. A
 * cell that a border cuts is shared by fraction of its area, so that the parts add up to the whole.
 *
 * <p>GeoTools and its TIFF reader open the file and transform coordinates; which part of a cell
 * lies in which region is computed here. Reading goes window by window: memory does not grow with
 * the raster.
 *
 * <p>Not here: pictures, resampling, anything that changes cells. A raster that is rotated, has no
 * reference system or lies elsewhere is refused with the command that mends it.
 */
package org.yunga.geodata.raster;
