package org.yunga.geodata.format.geopackage;

import java.util.Optional;
import org.yunga.geodata.table.GeometryColumn;

/**
 * A line of {@code gpkg_contents} with its geometry column.
 *
 * @param table name of the table or view
 * @param geometryName name of the column of geometries; empty for a table without a place
 * @param geometry what is in it
 */
record Layer(String table, Optional<String> geometryName, Optional<GeometryColumn> geometry) {}
