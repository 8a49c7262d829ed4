package org.yunga.core.store.postgis;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
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

  /** Who holds the lock, whose number {@code pg_locks} shows in two halves. */
  private static final String HOLDER =
      "SELECT format('%s (%s, process %s, since %s)', coalesce(nullif(application_name, ''), '?'),"
          + " coalesce(host(client_addr), 'local'), pid,"
          + " date_trunc('second', coalesce(xact_start, state_change)))"
          + " FROM pg_locks JOIN pg_stat_activity USING (pid)"
          + " WHERE locktype = 'advisory' AND granted AND objsubid = 1"
          + (" AND classid = " + (LOCK >>> 32) + " AND objid = " + (LOCK & 0xFFFF_FFFFL))
          + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";

  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private PostgisMigrations() {}

  /**
   * Brings the schema to what this program needs; on failure it stays as it was.
   *
   * @param connection open, with nothing under way; it takes the lock
   * @param url and properties: for the connections that Flyway makes itself
   * @param patience how often to say that another node is waited for
   */
  static void run(
      Connection connection, String place, String url, Properties properties, Duration patience)
      throws SQLException {
    if (isNewest(connection, place)) {
      return;
    }
    if (Requirements.isReadOnly(connection)) {
      throw PostgisExceptions.olderReplica(place, version(connection), NEWEST);
    }
    lock(connection, place, patience);
    try {
      Requirements.check(connection, place);
      if (!isNewest(connection, place)) { // another node may have been faster
        migrate(place, url, properties);
      }
    } finally {
      unlock(connection);
    }
  }

  /**
   * Waits as long as another node is at work, which with millions of plots may be long: one that is
   * gone has no lock for long. Gives up when this thread is interrupted.
   */
  private static void lock(Connection connection, String place, Duration patience)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET lock_timeout = " + patience.toMillis());
      while (true) {
        try {
          statement.execute("SELECT pg_advisory_lock(" + LOCK + ")");
          statement.execute("SET lock_timeout = 0");
          return;
        } catch (SQLException e) {
          if (!LOCK_NOT_AVAILABLE.equals(e.getSQLState())
              || Thread.currentThread().isInterrupted()) {
            throw e;
          }
          List<String> holders = Sql.query(connection, HOLDER, row -> row.getString(1));
          System.getLogger(PostgisMigrations.class.getName())
              .log(
                  System.Logger.Level.WARNING,
                  "{0} has to be upgraded; waiting for who writes to it: {1}",
                  place,
                  String.join(", ", holders));
        }
      }
    }
  }

  /** A connection that is gone has no lock; why it went must not be hidden. */
  private static void unlock(Connection connection) {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_advisory_unlock(" + LOCK + ")");
    } catch (SQLException e) {
      System.getLogger(PostgisMigrations.class.getName())
          .log(System.Logger.Level.DEBUG, "The lock went with its connection", e);
    }
  }

  /**
   * Whether the schema is that of this program.
   *
   * @throws org.yunga.core.text.ExplainedException when it is that of a newer one
   */
  static boolean isNewest(Connection connection, String place) throws SQLException {
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
