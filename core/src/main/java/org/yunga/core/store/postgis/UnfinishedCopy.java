package org.yunga.core.store.postgis;

import java.sql.Connection;
import java.sql.SQLException;
import org.yunga.core.store.sql.Sql;

/**
 * A mark in a database into which a copy or a restore has begun and not ended: its rows come in one
 * transaction, so what a killed one leaves is an empty store, which must not be taken for a new one
 * and filled with something else. Kept among the counters, where every schema has room for it.
 */
final class UnfinishedCopy {

  private static final String NAME = "'unfinished copy'";

  private UnfinishedCopy() {}

  static void begin(Connection connection) throws SQLException {
    Sql.execute(
        connection, "INSERT INTO counter VALUES (" + NAME + ", 0) ON CONFLICT (name) DO NOTHING");
  }

  static void end(Connection connection) throws SQLException {
    Sql.execute(connection, "DELETE FROM counter WHERE name = " + NAME);
  }

  /** Fails when one is under way, or was ended from outside. */
  static void refuse(Connection connection, String place) throws SQLException {
    String sql = "SELECT 1 FROM " + PostgisMigrations.SCHEMA + ".counter WHERE name = " + NAME;
    if (!Sql.query(connection, sql, row -> true).isEmpty()) {
      throw PostgisExceptions.halfCopied(place);
    }
  }
}
