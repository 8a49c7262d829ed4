package org.yunga.core.store.geopackage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The layers that QGIS and GDAL list: one view for each region set with boundaries in the newest
 * release, named as the set with underscores.
 */
final class Layers {

  private static final String PREFIX = "layer_";

  private Layers() {}

  /** Makes the views anew for a release. The caller holds the transaction. */
  static void refresh(Connection connection, long release) throws SQLException {
    for (String view : views(connection)) {
      Sql.execute(connection, "DELETE FROM gpkg_geometry_columns WHERE table_name = ?", view);
      Sql.execute(connection, "DELETE FROM gpkg_contents WHERE table_name = ?", view);
      Sql.execute(connection, "DROP VIEW " + view);
    }
    for (String set : setsWithBoundaries(connection, release)) {
      create(connection, set, release);
    }
  }

  private static List<String> views(Connection connection) throws SQLException {
    return Sql.query(
        connection,
        "SELECT name FROM sqlite_master WHERE type = 'view' AND name LIKE '" + PREFIX + "%'",
        row -> row.getString(1));
  }

  private static List<String> setsWithBoundaries(Connection connection, long release)
      throws SQLException {
    return Sql.query(
        connection,
        "SELECT DISTINCT region_set FROM region WHERE geom IS NOT NULL"
            + " AND dataset IN (SELECT dataset FROM release_dataset WHERE release = ?)",
        row -> row.getString(1),
        release);
  }

  /** Set ids are checked slugs, so they are safe inside SQL. */
  private static void create(Connection connection, String set, long release) throws SQLException {
    String view = PREFIX + set.replace('-', '_');
    Sql.execute(
        connection,
        "CREATE VIEW %s AS SELECT fid AS OGC_FID, code, name, parent_code, area_ha, geom FROM region"
                .formatted(view)
            + " WHERE region_set = '%s' AND geom IS NOT NULL AND dataset IN".formatted(set)
            + " (SELECT dataset FROM release_dataset WHERE release = %d)".formatted(release));
    Sql.execute(
        connection,
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id)"
            + " VALUES (?, 'features', ?, ?, ?)",
        view,
        set,
        "Regions of the set " + set + " in release " + release,
        GeometryBlob.SRS_ID);
    Sql.execute(
        connection,
        "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', 'MULTIPOLYGON', ?, 0, 0)",
        view,
        GeometryBlob.SRS_ID);
  }
}
