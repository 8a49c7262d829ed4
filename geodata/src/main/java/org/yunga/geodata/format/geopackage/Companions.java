package org.yunga.geodata.format.geopackage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.yunga.geodata.table.LayerStyle;
import org.yunga.geodata.table.WriteOptions;

/** What a layer brings besides its rows: a text about it, and how it is drawn. */
final class Companions {

  private static final int STYLE_NAME = 30;

  private Companions() {}

  /** Title and description as plain text, kept with the layer (extension gpkg_metadata). */
  static void metadata(Connection connection, LayerSchema schema, WriteOptions options)
      throws SQLException {
    if (!has(connection, "gpkg_metadata")) {
      Scripts.run(connection, Scripts.METADATA);
    }
    String title = options.title().isBlank() ? schema.name() : options.title();
    GeoPackageOutput.execute(
        connection,
        "INSERT INTO gpkg_metadata (md_scope, md_standard_uri, mime_type, metadata)"
            + " VALUES ('dataset', 'https://www.rfc-editor.org/rfc/rfc2046', 'text/plain', ?)",
        title + "\n\n" + options.description());
    GeoPackageOutput.execute(
        connection,
        "INSERT INTO gpkg_metadata_reference (reference_scope, table_name, md_file_id)"
            + " VALUES ('table', ?, (SELECT max(id) FROM gpkg_metadata))",
        schema.name());
  }

  /** The first is the one that QGIS takes by itself. */
  static void styles(Connection connection, LayerSchema schema, List<LayerStyle> styles)
      throws SQLException {
    if (!has(connection, "layer_styles")) {
      Scripts.run(connection, Scripts.STYLES);
    }
    boolean first = true;
    for (LayerStyle style : styles) {
      String name = style.name();
      GeoPackageOutput.execute(
          connection,
          "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name,"
              + " f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description,"
              + " owner) VALUES ('', '', ?, ?, ?, ?, ?, ?, ?, '')",
          schema.name(),
          schema.geometry(),
          name.substring(0, Math.min(STYLE_NAME, name.length())),
          style.qml().orElse(null),
          style.sld().orElse(null),
          first ? 1 : 0,
          name);
      first = false;
    }
  }

  private static boolean has(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT 1 FROM sqlite_master WHERE name = '" + table + "'")) {
      return rows.next();
    }
  }
}
