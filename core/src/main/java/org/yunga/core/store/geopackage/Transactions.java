package org.yunga.core.store.geopackage;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** All or nothing. */
final class Transactions {

  /** Work that may fail. */
  interface Work<T> {
    T run() throws SQLException;
  }

  private Transactions() {}

  /**
   * Runs the work and commits it; on any failure rolls back and passes the failure on. Takes the
   * write lock at the start, so that what the work reads still holds when it writes.
   */
  static <T> T run(Connection connection, Work<T> work) throws SQLException {
    return run(connection, "BEGIN IMMEDIATE", work);
  }

  /** Runs work that only reads: all of it sees one state of the store. */
  static <T> T read(Connection connection, Work<T> work) throws SQLException {
    return run(connection, "BEGIN DEFERRED", work);
  }

  /** Runs the work as {@link #run} does, and rolls it back whatever comes of it. */
  static <T> T undo(Connection connection, Work<T> work) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      T result;
      try {
        result = work.run();
      } catch (SQLException | RuntimeException | Error e) {
        rollBack(statement, e);
        throw e;
      }
      statement.execute("ROLLBACK");
      return result;
    }
  }

  private static <T> T run(Connection connection, String begin, Work<T> work) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(begin);
      try {
        T result = work.run();
        statement.execute("COMMIT");
        return result;
      } catch (SQLException | RuntimeException | Error e) {
        rollBack(statement, e);
        throw e;
      }
    }
  }

  /**
   * SQLite rolls back by itself when the disk is full: then this one fails, and must not hide why.
   */
  private static void rollBack(Statement statement, Throwable cause) {
    try {
      statement.execute("ROLLBACK");
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }
}
