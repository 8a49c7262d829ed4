/**
 * The embedded store: one GeoPackage file on SQLite, so that QGIS and GDAL open it as it is.
 *
 * <p>Layers of the file are views, one for each region set that has boundaries in the newest
 * release. Schema changes are numbered SQL scripts among the resources, applied once, in order.
 * Standard: OGC GeoPackage 1.3.1 (OGC 12-128r17).
 */
package org.yunga.core.store.geopackage;
