/**
 * GeoJSON (RFC 7946), and sequences of GeoJSON texts (RFC 8142, or one feature a line). Columns and
 * their types are found by a first pass over the file, rows are read by a second.
 */
package org.yunga.geodata.format.geojson;
