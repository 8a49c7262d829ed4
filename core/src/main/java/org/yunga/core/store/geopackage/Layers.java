package org.yunga.core.store.geopackage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.store.sql.GeometryBlob;
import org.yunga.core.store.sql.Sql;

/**
 * The layers that QGIS and GDAL list: one view for each region set with boundaries in the newest
 * release, named as the set with underscores. Where several datasets bring a boundary for one
 * region, the layer shows the last one, as the snapshot does.
 */
final class Layers {

  /** Only for a set that is named like one of the tables, such as "series". */
  private static final String PREFIX = "layer_";

  /** GDAL takes OGC_FID of a view for its feature id. */
  private static final String VIEW =
      """
      CREATE VIEW ${view} AS
      SELECT fid AS OGC_FID, code, name, parent_code, area_ha, valid_from, valid_to, geom
      FROM region
      WHERE fid IN (
        SELECT fid FROM (
          SELECT fid, row_number() OVER (
            PARTITION BY code
            ORDER BY dataset.key LIKE '${boundaries}%' DESC, dataset.number DESC) AS age
          FROM region
          JOIN dataset ON dataset.number = region.dataset
          JOIN release_dataset ON release_dataset.dataset = dataset.number
          WHERE release = ${release} AND region_set = '${set}' AND geom IS NOT NULL)
        WHERE age = 1)
      """;

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
        "SELECT name FROM sqlite_master WHERE type = 'view' AND (name LIKE '"
            + PREFIX
            + "%' OR name IN (SELECT replace(region_set, '-', '_') FROM region))",
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

  private static String name(Connection connection, String set) throws SQLException {
    String plain = set.replace('-', '_');
    String isTable = "SELECT 1 FROM sqlite_master WHERE name = ?";
    boolean taken = !Sql.query(connection, isTable, row -> true, plain).isEmpty();
    return taken ? PREFIX + plain : plain;
  }

  /** Set ids are checked slugs, so they are safe inside SQL. */
  private static void create(Connection connection, String set, long release) throws SQLException {
    String view = name(connection, set);
    Sql.execute(
        connection,
        VIEW.replace("${view}", view)
            .replace("${set}", set)
            .replace("${boundaries}", Dataset.BOUNDARIES)
            .replace("${release}", Long.toString(release)));
    Sql.execute(
        connection,
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id)"
            + " VALUES (?, 'features', ?, ?, ?)",
        view,
        view,
        "Regions of the set " + set + " in release " + release,
        GeometryBlob.SRS_ID);
    Sql.execute(
        connection,
        "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', 'MULTIPOLYGON', ?, 0, 0)",
        view,
        GeometryBlob.SRS_ID);
  }
}
