package org.yunga.core.store.postgis;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.yunga.core.store.sql.Sql;

/** What a database must be before anything is done with it. */
final class Requirements {

  private static final int POSTGRESQL = 15;
  private static final int POSTGIS_MAJOR = 3;
  private static final int POSTGIS_MINOR = 3;

  private Requirements() {}

  /** Fails when server, encoding or PostGIS is not fit; makes the extension where it may. */
  static void check(Connection connection, String place) throws SQLException {
    int version = number(connection, "SELECT current_setting('server_version_num')::int") / 10_000;
    if (version < POSTGRESQL) {
      throw PostgisExceptions.tooOld(
          place, "PostgreSQL", String.valueOf(version), String.valueOf(POSTGRESQL));
    }
    String encoding = text(connection, "SELECT current_setting('server_encoding')").get(0);
    if (!encoding.equals("UTF8")) {
      throw PostgisExceptions.encoding(place, encoding);
    }
    checkPostgis(connection, place);
  }

  /**
   * Fails when somebody between us and the server took away what we asked for: a pooler that gives
   * each transaction another connection would take locks and notices away too.
   */
  static void checkOwnConnection(Connection connection, String place, Timeouts timeouts)
      throws SQLException {
    String name = "idle_in_transaction_session_timeout";
    String found =
        text(connection, "SELECT setting FROM pg_settings WHERE name = '" + name + "'").get(0);
    if (!found.equals(Long.toString(timeouts.idle().toMillis()))) {
      throw PostgisExceptions.pooler(place, name + " = " + found, null);
    }
  }

  private static void checkPostgis(Connection connection, String place) throws SQLException {
    List<String> found = postgis(connection);
    if (found.isEmpty()) {
      make(connection, place);
      found = postgis(connection);
    }
    String[] numbers = found.get(0).split("[^0-9]+");
    int major = Integer.parseInt(numbers[0]);
    int minor = Integer.parseInt(numbers[1]);
    if (major < POSTGIS_MAJOR || major == POSTGIS_MAJOR && minor < POSTGIS_MINOR) {
      throw PostgisExceptions.tooOld(
          place, "PostGIS", found.get(0), POSTGIS_MAJOR + "." + POSTGIS_MINOR);
    }
  }

  private static void make(Connection connection, String place) {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE EXTENSION IF NOT EXISTS postgis");
    } catch (SQLException e) {
      throw PostgisExceptions.noPostgis(place, e);
    }
  }

  private static List<String> postgis(Connection connection) throws SQLException {
    return text(connection, "SELECT extversion FROM pg_extension WHERE extname = 'postgis'");
  }

  /**
   * The schema in which PostGIS is, where the tables are already.
   *
   * @throws org.yunga.core.text.ExplainedException when it was taken away since they were made
   */
  static String schemaOfPostgis(Connection connection, String place) throws SQLException {
    return text(
            connection,
            "SELECT quote_ident(nspname) FROM pg_extension"
                + " JOIN pg_namespace ON pg_namespace.oid = extnamespace"
                + " WHERE extname = 'postgis'")
        .stream()
        .findFirst()
        .orElseThrow(() -> PostgisExceptions.postgisRemoved(place));
  }

  /** Whether nothing can be written here: a replica, or told so. */
  static boolean isReadOnly(Connection connection) throws SQLException {
    return text(connection, "SELECT current_setting('transaction_read_only')").get(0).equals("on");
  }

  private static int number(Connection connection, String sql) throws SQLException {
    return Sql.query(connection, sql, row -> row.getInt(1)).get(0);
  }

  private static List<String> text(Connection connection, String sql) throws SQLException {
    return Sql.query(connection, sql, row -> row.getString(1));
  }
}
