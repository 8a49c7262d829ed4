/**
 * GeoPackage (OGC 12-128r17) by plain SQL: any layer of other people's files, and files of our own
 * that QGIS opens with index, metadata and style. The only package of geodata that may use JDBC.
 *
 * <p>Not here: the store of Yunga, which is a GeoPackage too ({@code
 * org.yunga.core.store.geopackage}).
 */
package org.yunga.geodata.format.geopackage;
