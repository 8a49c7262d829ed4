package org.yunga.geodata.format.geopackage;

import java.sql.Connection;
import java.sql.SQLException;

/** The extension {@code gpkg_rtree_index} (clause F.3) of one layer. */
final class SpatialIndex {

  private SpatialIndex() {}

  static void make(Connection connection, LayerSchema schema, PackedIndex index)
      throws SQLException {
    GeoPackageOutput.execute(
        connection,
        "CREATE VIRTUAL TABLE "
            + Names.quoted(schema.index())
            + " USING rtree(id, minx, maxx, miny, maxy)");
    index.write(connection, schema.index());
    for (String event :
        new String[] {"insert", "update1", "update2", "update3", "update4", "delete"}) {
      trigger(connection, schema, event);
    }
    GeoPackageOutput.execute(
        connection,
        "INSERT INTO gpkg_extensions VALUES (?, ?, 'gpkg_rtree_index',"
            + " 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only')",
        schema.name(),
        schema.geometry());
  }

  /** The names of the 1.3 set: older programs miss some of the 1.4 set. */
  private static void trigger(Connection connection, LayerSchema schema, String event)
      throws SQLException {
    for (String statement : Scripts.text(Scripts.TRIGGERS).split("\n\n")) {
      if (statement.contains("{rtree_" + event + "}")) {
        GeoPackageOutput.execute(
            connection,
            statement
                .replace("{rtree_" + event + "}", Names.quoted(schema.index() + "_" + event))
                .replace("{rtree}", Names.quoted(schema.index()))
                .replace("{table}", Names.quoted(schema.name()))
                .replace("{geom}", Names.quoted(schema.geometry()))
                .replace("{fid}", Names.quoted(schema.id())));
      }
    }
  }
}
