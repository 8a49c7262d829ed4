package org.yunga.core.store.geopackage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.yunga.core.plot.PlotChecksum;
import org.yunga.core.plot.PlotPack;
import org.yunga.core.store.sql.Dialect;
import org.yunga.core.store.sql.GeometryBlob;
import org.yunga.core.store.sql.NewRows;
import org.yunga.core.store.sql.Session;

/**
 * SQLite's own way, and what makes the file a GeoPackage.
 *
 * @param file where the store is
 */
record GeoPackageDialect(Path file) implements Dialect {

  @Override
  public String place() {
    return file.toString();
  }

  @Override
  public RuntimeException explain(SQLException failure) {
    return GeoPackageFile.explain(file, failure);
  }

  @Override
  public NewRows insert(Connection connection, String table, String columns) throws SQLException {
    String marks = columns.replaceAll("[a-z_0-9]+", "?");
    String sql = "INSERT INTO %s (%s) VALUES (%s)".formatted(table, columns, marks);
    return new Inserts(connection.prepareStatement(sql));
  }

  /** One statement a row: SQLite has nothing faster. */
  private record Inserts(PreparedStatement statement) implements NewRows {

    @Override
    public void add(Object... values) throws SQLException {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(
            i + 1, values[i] instanceof Geometry shape ? GeometryBlob.encode(shape) : values[i]);
      }
      statement.executeUpdate();
    }

    @Override
    public void done() {}

    @Override
    public void close() throws SQLException {
      statement.close();
    }
  }

  /** SQLite gives rows one by one anyway. */
  @Override
  public PreparedStatement large(Connection connection, String query) throws SQLException {
    return connection.prepareStatement(query);
  }

  @Override
  public Optional<Geometry> geometry(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getBytes(column)).map(GeometryBlob::decode);
  }

  @Override
  public Object plain(Object value) {
    return value;
  }

  @Override
  public String lastAuditNumber() {
    return "SELECT max(ifnull((SELECT max(number) FROM audit), 0),"
        + " ifnull((SELECT seq FROM sqlite_sequence WHERE name = 'audit'), 0))";
  }

  @Override
  public void plotsWritten(Session session, long dataset, List<PlotPack> packs) {}

  @Override
  public Optional<Map<Long, PlotChecksum>> plotRows(Session session) {
    return Optional.empty();
  }

  @Override
  public void plotsDeleted(Session session, long dataset) {}

  /** A file that is copied into has no name yet. */
  @Override
  public void copyBegins(Session session) {}

  @Override
  public void copyFailed(Session session) {}

  /** SQLite counts on from the greatest number. */
  @Override
  public void rowsCopied(Session session) {}

  @Override
  public void released(Session session, long release) throws SQLException {
    Layers.refresh(session.connection(), release);
  }
}
