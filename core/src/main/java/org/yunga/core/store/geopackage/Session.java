package org.yunga.core.store.geopackage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One connection, used by one thread at a time. What fails is told as what it means to the user.
 *
 * @param file where the store is
 * @param connection to it
 * @param clock what time it is
 */
record Session(Path file, Connection connection, Clock clock) {

  /** Reads; each statement sees the newest state. */
  <T> T read(Transactions.Work<T> work) {
    synchronized (connection) {
      try {
        return work.run();
      } catch (SQLException e) {
        throw GeoPackageFile.explain(file, e);
      }
    }
  }

  /** Reads one state with all statements. */
  <T> T readWhole(Transactions.Work<T> work) {
    return read(() -> Transactions.read(connection, work));
  }

  /** Writes all or nothing. */
  <T> T write(Transactions.Work<T> work) {
    return read(
        () -> {
          T result = Transactions.run(connection, work);
          checkpoint();
          return result;
        });
  }

  /**
   * The file alone then holds all, so that copying it loses nothing while we run. It can wait: what
   * was committed is safe beside the file, also when the disk is full.
   */
  private void checkpoint() {
    try {
      Sql.query(connection, "PRAGMA wal_checkpoint(TRUNCATE)", row -> row.getInt(1));
    } catch (SQLException e) {
      // the next one that writes, or closes, tries again
    }
  }

  /** Now, to the second. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
