package org.yunga.core.store.postgis;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.yunga.core.store.sql.Sql;

/**
 * The schema as numbered scripts among the resources of this package, applied by Flyway in one
 * transaction each; forward only. Nodes that start at once take turns.
 */
final class PostgisMigrations {

  static final String SCHEMA = "yunga";

  /** Number of the newest script. */
  static final int NEWEST = 2;

  private static final String HISTORY = "flyway_schema_history";
  private static final String SCRIPTS = "classpath:org/yunga/core/store/postgis";

  /** A lock of the database that only this program takes: the letters of its name. */
  static final long LOCK = 0x59_55_4E_47_41L;

  private static final String PATIENCE = "120s";

  private PostgisMigrations() {}

  /**
   * Brings the schema to what this program needs; on failure it stays as it was.
   *
   * @param connection open, with nothing under way; it takes the lock
   * @param url and properties: for the connections that Flyway makes itself
   */
  static void run(Connection connection, String place, String url, Properties properties)
      throws SQLException {
    if (isNewest(connection, place)) {
      return;
    }
    if (Requirements.isReadOnly(connection)) {
      throw PostgisExceptions.olderReplica(place, version(connection), NEWEST);
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET lock_timeout = '" + PATIENCE + "'");
      statement.execute("SELECT pg_advisory_lock(" + LOCK + ")");
      try {
        Requirements.check(connection, place);
        if (!isNewest(connection, place)) { // another node may have been faster
          migrate(place, url, properties);
        }
      } finally {
        statement.execute("SELECT pg_advisory_unlock(" + LOCK + ")");
      }
    }
  }

  private static boolean isNewest(Connection connection, String place) throws SQLException {
    int version = version(connection);
    if (version > NEWEST) {
      throw PostgisExceptions.newer(place, version, NEWEST);
    }
    return version == NEWEST;
  }

  /** Number of the newest script that was applied; 0 for none. */
  static int version(Connection connection) throws SQLException {
    String table = SCHEMA + "." + HISTORY;
    boolean none =
        Sql.query(connection, "SELECT to_regclass(?) IS NULL", row -> row.getBoolean(1), table)
            .get(0);
    return none
        ? 0
        : Sql.query(
                connection,
                "SELECT coalesce(max(version::int), 0) FROM " + table + " WHERE success",
                row -> row.getInt(1))
            .get(0);
  }

  private static void migrate(String place, String url, Properties properties) {
    try {
      Flyway.configure(PostgisMigrations.class.getClassLoader())
          .dataSource(url, properties.getProperty("user"), properties.getProperty("password"))
          .jdbcProperties(others(properties))
          .loggers("slf4j")
          .locations(SCRIPTS)
          .failOnMissingLocations(true)
          .schemas(SCHEMA)
          .table(HISTORY)
          .cleanDisabled(true)
          .load()
          .migrate();
    } catch (FlywayException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof SQLException failure) {
          throw Failures.explain(place, failure);
        }
      }
      String reason = e.getMessage().lines().findFirst().orElse("");
      throw PostgisExceptions.notAStore(place, reason, e);
    }
  }

  private static Map<String, String> others(Properties properties) {
    return properties.stringPropertyNames().stream()
        .filter(name -> !name.equals("user") && !name.equals("password"))
        .collect(java.util.stream.Collectors.toMap(name -> name, properties::getProperty));
  }
}
