package org.yunga.core.store.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.postgis.jdbc.jts.JtsGeometry;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.postgresql.PGStatement;
import org.yunga.core.plot.PlotChecksum;
import org.yunga.core.plot.PlotPack;
import org.yunga.core.store.sql.Dialect;
import org.yunga.core.store.sql.GeometryBlob;
import org.yunga.core.store.sql.NewRows;
import org.yunga.core.store.sql.Session;
import org.yunga.core.store.sql.Sql;

/**
 * PostgreSQL's own way.
 *
 * @param place where the database is
 */
record PostgisDialect(String place) implements Dialect {

  private static final String NEWEST_NUMBERS =
      "CASE name WHEN 'dataset' THEN (SELECT max(number) FROM dataset)"
          + " WHEN 'release' THEN (SELECT max(number) FROM release)"
          + " WHEN 'staging' THEN (SELECT max(number) FROM staging)"
          + " WHEN 'access_token' THEN (SELECT max(number) FROM access_token)"
          + " WHEN 'audit' THEN (SELECT max(number) FROM audit) END";

  /** Rows of some 80 KB at most. */
  private static final int ROWS_AT_A_TIME = 64;

  private static final GeometryFactory FACTORY =
      new GeometryFactory(new PrecisionModel(), GeometryBlob.SRS_ID);

  @Override
  public RuntimeException explain(SQLException failure) {
    return Failures.explain(place, failure);
  }

  @Override
  public NewRows insert(Connection connection, String table, String columns) throws SQLException {
    return new BinaryCopy(connection, table, columns);
  }

  @Override
  public PreparedStatement large(Connection connection, String query) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(query);
    statement.setFetchSize(ROWS_AT_A_TIME);
    // bytes as bytes from the first row, not as text of twice the length
    statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
    return statement;
  }

  @Override
  public Optional<Geometry> geometry(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable((JtsGeometry) row.getObject(column)).map(PostgisDialect::ours);
  }

  /** With coordinates as the rest of the program has them. */
  private static Geometry ours(JtsGeometry theirs) {
    return FACTORY.createGeometry(theirs.getGeometry());
  }

  @Override
  public Object plain(Object value) {
    return value instanceof JtsGeometry geometry ? GeometryBlob.encode(ours(geometry)) : value;
  }

  @Override
  public String lastAuditNumber() {
    return "SELECT greatest(last, (SELECT max(number) FROM audit)) FROM counter"
        + " WHERE name = 'audit'";
  }

  @Override
  public void plotsWritten(Session session, long dataset, List<PlotPack> packs)
      throws SQLException {
    PlotTable.write(session.connection(), dataset, packs);
  }

  @Override
  public Optional<Map<Long, PlotChecksum>> plotRows(Session session) throws SQLException {
    return Optional.of(PlotTable.checksums(session.connection()));
  }

  @Override
  public void plotsDeleted(Session session, long dataset) throws SQLException {
    PlotTable.delete(session.connection(), dataset);
  }

  @Override
  public void copyBegins(Session session) throws SQLException {
    UnfinishedCopy.begin(session.connection());
  }

  @Override
  public void copyFailed(Session session) throws SQLException {
    UnfinishedCopy.end(session.connection());
  }

  /** Numbers go on after those that came. */
  @Override
  public void rowsCopied(Session session) throws SQLException {
    Connection connection = session.connection();
    UnfinishedCopy.end(connection);
    Sql.execute(connection, "UPDATE counter SET last = greatest(last, " + NEWEST_NUMBERS + ")");
    String identities =
        "SELECT setval(pg_get_serial_sequence(table_name, column_name), greatest(1,"
            + " (xpath('/row/m/text()', query_to_xml(format('SELECT coalesce(max(%I), 0) AS m FROM"
            + " %I', column_name, table_name), false, true, '')))[1]::text::bigint))"
            + " FROM information_schema.columns"
            + " WHERE table_schema = current_schema AND is_identity = 'YES'";
    Sql.query(connection, identities, row -> row.getLong(1));
  }

  /** Heard by the other nodes when the transaction is committed. */
  @Override
  public void released(Session session, long release) throws SQLException {
    Sql.query(
        session.connection(),
        "SELECT pg_notify('" + ReleaseNotices.CHANNEL + "', ?)",
        row -> true,
        Long.toString(release));
  }
}
