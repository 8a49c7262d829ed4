package org.yunga.geodata.format.geopackage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.yunga.geodata.table.LayerStyle;
import org.yunga.geodata.table.WriteOptions;

/** What a layer brings besides its rows: a text about it, and how it is drawn. */
final class Companions {

  private static final int STYLE_NAME = 30;

  /** As the standard asks (clause 1.1.1, table 1). */
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

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
        "INSERT INTO gpkg_metadata_reference (reference_scope, table_name, md_file_id, timestamp)"
            + " VALUES ('table', ?, (SELECT max(id) FROM gpkg_metadata), ?)",
        schema.name(),
        moment(options));
  }

  /** The first is the one that QGIS takes by itself. */
  static void styles(Connection connection, LayerSchema schema, WriteOptions options)
      throws SQLException {
    if (!has(connection, "layer_styles")) {
      Scripts.run(connection, Scripts.STYLES);
      GeoPackageOutput.execute(
          connection,
          "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change,"
              + " srs_id) VALUES ('layer_styles', 'attributes', 'layer_styles', '', ?, 0)",
          moment(options));
    }
    boolean first = true;
    for (LayerStyle style : options.styles()) {
      String name = style.name();
      GeoPackageOutput.execute(
          connection,
          "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name,"
              + " f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description,"
              + " owner, update_time) VALUES ('', '', ?, ?, ?, ?, ?, ?, ?, '', ?)",
          schema.name(),
          schema.geometry(),
          name.substring(0, Math.min(STYLE_NAME, name.length())),
          style.qml().orElse(null),
          style.sld().orElse(null),
          first ? 1 : 0,
          name,
          moment(options));
      first = false;
    }
  }

  /** When the file says that it was made. Never changed later: SQLite leaves traces of that. */
  static String moment(WriteOptions options) {
    return MOMENT.format(options.made().orElseGet(Instant::now));
  }

  private static boolean has(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT 1 FROM sqlite_master WHERE name = '" + table + "'")) {
      return rows.next();
    }
  }
}
