package org.yunga.geodata.format.geopackage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import org.yunga.geodata.table.FileExceptions;
import org.yunga.geodata.table.FileHead;
import org.yunga.geodata.table.GeometryColumn;
import org.yunga.geodata.table.GeometryType;

/**
 * A GeoPackage that somebody brought, opened for reading and not trusted: views may hold any SQL,
 * so that no value may be larger than the file and no step may take longer than {@value
 * #SECONDS_PER_STEP} s.
 */
final class ForeignFile implements AutoCloseable {

  static final long SECONDS_PER_STEP = 60;

  private static final int INSTRUCTIONS_PER_LOOK = 1_000_000;
  private static final long SMALLEST_LIMIT = 1 << 20;
  private static final long LARGEST_LIMIT = 1 << 28;

  private final Path file;
  private final Connection connection;
  private volatile long deadline;

  private ForeignFile(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  static ForeignFile open(Path file) {
    FileHead head = FileHead.of(file);
    if (!head.startsWith(GeoPackageFormat.MAGIC)) {
      throw notGeoPackage(
          head.name(),
          new Bilingual(
              "no empieza como una base SQLite.", "it does not begin as an SQLite database does."));
    }
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    try {
      long bytes = Files.size(file);
      config.setPragma(
          SQLiteConfig.Pragma.LIMIT_LENGTH,
          Long.toString(Math.max(SMALLEST_LIMIT, Math.min(LARGEST_LIMIT, bytes))));
      // as an address, because in a plain path SQLite takes "?" for the begin of settings
      Connection connection =
          config.createConnection("jdbc:sqlite:" + file.toAbsolutePath().toUri().toASCIIString());
      ForeignFile opened = new ForeignFile(file, connection);
      try {
        opened.prepare();
        return opened;
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (IOException e) {
      throw FileExceptions.unreadable(file, e);
    } catch (SQLException e) {
      throw broken(file, "sqlite_master", e);
    }
  }

  private void prepare() throws SQLException {
    stepBegins();
    ProgressHandler.setHandler(
        connection,
        INSTRUCTIONS_PER_LOOK,
        new ProgressHandler() {
          @Override
          protected int progress() {
            return System.nanoTime() - deadline > 0 ? 1 : 0;
          }
        });
    try (var statement = connection.createStatement()) {
      statement.execute("PRAGMA trusted_schema = OFF");
      statement.execute("PRAGMA cell_size_check = ON");
    }
    if (!has("gpkg_contents")) {
      throw notGeoPackage(
          name(),
          new Bilingual(
              "es una base SQLite sin la tabla gpkg_contents.",
              "it is an SQLite database without the table gpkg_contents."));
    }
  }

  /** Starts the clock of one step anew. */
  void stepBegins() {
    deadline = System.nanoTime() + SECONDS_PER_STEP * 1_000_000_000L;
  }

  Connection connection() {
    return connection;
  }

  String name() {
    return file.getFileName().toString();
  }

  long bytes() {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw FileExceptions.unreadable(file, e);
    }
  }

  /** Layers with a place first, then plain tables, each kind in the order of the file. */
  List<Layer> layers() {
    boolean withGeometry = has("gpkg_geometry_columns") && has("gpkg_spatial_ref_sys");
    String sql =
        withGeometry
            ? "SELECT c.table_name, g.column_name, g.geometry_type_name, s.organization,"
                + " s.organization_coordsys_id, s.definition FROM gpkg_contents c"
                + " LEFT JOIN gpkg_geometry_columns g ON g.table_name = c.table_name"
                + " LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id"
                + " WHERE c.data_type IN ('features', 'attributes', 'aspatial')"
                + " AND c.table_name <> 'layer_styles'"
                + " ORDER BY g.column_name IS NULL, c.rowid"
            : "SELECT table_name, NULL, NULL, NULL, NULL, NULL FROM gpkg_contents"
                + " WHERE data_type IN ('attributes', 'aspatial')";
    stepBegins();
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      List<Layer> layers = new ArrayList<>();
      while (rows.next()) {
        if (rows.getString(1) != null) {
          layers.add(layer(rows));
        }
      }
      return layers;
    } catch (SQLException e) {
      throw broken(file, "gpkg_contents", e);
    }
  }

  private static Layer layer(ResultSet row) throws SQLException {
    Optional<String> column = Optional.ofNullable(row.getString(2));
    String type = row.getString(3);
    Optional<GeometryColumn> geometry =
        column.map(
            name ->
                new GeometryColumn(
                    GeometryType.ofWktName(type == null ? "" : type).orElse(GeometryType.GEOMETRY),
                    Optional.empty()));
    if (geometry.isPresent()) {
      geometry = Optional.of(new GeometryColumn(geometry.get().type(), crs(row)));
    }
    return new Layer(row.getString(1), column, geometry);
  }

  /** A code of EPSG where there is one, else WKT; nothing for the two undefined systems. */
  private static Optional<String> crs(ResultSet row) throws SQLException {
    String organization = row.getString(4);
    if (organization != null && organization.equalsIgnoreCase("EPSG")) {
      return Optional.of("EPSG:" + row.getInt(5));
    }
    return Optional.ofNullable(row.getString(6)).filter(definition -> definition.contains("["));
  }

  boolean has(String table) {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT 1 FROM sqlite_master WHERE name = ? AND type IN ('table', 'view')")) {
      statement.setString(1, table);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    } catch (SQLException e) {
      throw broken(file, "sqlite_master", e);
    }
  }

  ExplainedException broken(String place, Exception cause) {
    return broken(file, place, cause);
  }

  private static ExplainedException broken(Path file, String place, Exception cause) {
    return FileExceptions.broken(
        file.getFileName().toString(),
        GeoPackageFormat.LABEL,
        place,
        new Bilingual(
            "SQLite dice «" + cause.getMessage() + "».",
            "SQLite says '" + cause.getMessage() + "'."),
        cause);
  }

  private static ExplainedException notGeoPackage(String name, Bilingual found) {
    return FileExceptions.wrongFormat("geopackage_not_one", name, GeoPackageFormat.LABEL, found);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw broken("close", e);
    }
  }
}
