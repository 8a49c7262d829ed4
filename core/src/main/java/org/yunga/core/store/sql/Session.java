package org.yunga.core.store.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A connection, while one thread works with it.
 *
 * @param connection to the database
 * @param dialect of it
 * @param clock what time it is
 */
public record Session(Connection connection, Dialect dialect, Clock clock) implements Reading {

  /** Reads within the transaction that is under way, if there is one. */
  @Override
  public <T> T read(Work<T> work) {
    try {
      return work.run(this);
    } catch (SQLException e) {
      throw dialect.explain(e);
    }
  }

  /** Now, to the second. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
