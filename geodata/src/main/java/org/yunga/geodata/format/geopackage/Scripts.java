package org.yunga.geodata.format.geopackage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;

/** The tables of the standard, as SQL in resources; statements are parted by blank lines. */
final class Scripts {

  /** What every GeoPackage has. */
  static final String BASE = "base.sql";

  /** Metadata (extension gpkg_metadata, clause F.8). */
  static final String METADATA = "metadata.sql";

  /** Table {@code layer_styles} of QGIS. */
  static final String STYLES = "styles.sql";

  /** Triggers that keep the index when somebody edits; {@code {t}}, {@code {c}}, {@code {i}}. */
  static final String TRIGGERS = "triggers.sql";

  private Scripts() {}

  static void run(Connection connection, String name) throws SQLException {
    runText(connection, text(name));
  }

  static void runText(Connection connection, String script) throws SQLException {
    for (String statement : script.split("\n\n")) {
      if (!statement.isBlank()) {
        GeoPackageOutput.execute(connection, statement);
      }
    }
  }

  static String text(String name) {
    try (InputStream in = Scripts.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
