package org.yunga.core.store.postgis;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import org.postgresql.Driver;
import org.yunga.core.store.sql.Session;
import org.yunga.core.store.sql.Sessions;
import org.yunga.core.store.sql.Sql;
import org.yunga.core.store.sql.Work;

/**
 * Connections out of pools, each for one transaction, or for several of which only the last one
 * counts; see {@link Repetition}.
 *
 * @param readers connections to read from
 * @param writers connections to write to; the same pool unless reads go to another host
 * @param dialect of all of them
 * @param clock what time it is
 * @param patience how long to wait for another writer
 * @param timeouts how long to wait for a silent server
 */
record PostgisSessions(
    HikariDataSource readers,
    HikariDataSource writers,
    PostgisDialect dialect,
    Clock clock,
    Duration patience,
    Timeouts timeouts)
    implements Sessions {

  /** State of SQL: "unable to establish SQL connection". */
  private static final String NO_CONNECTION = "08001";

  private static final String ONE_STATE =
      "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";

  @Override
  public String place() {
    return dialect.place();
  }

  /** Also a single query is in a transaction: PostgreSQL gives rows one by one only there. */
  @Override
  public <T> T read(Work<T> work) {
    return Repetition.of(() -> with(readers, timeouts.read(), work, true));
  }

  /** Whether reads may be behind writes. */
  boolean readsElsewhere() {
    return readers != writers;
  }

  /** Whether what a connection does not find may have been published all the same. */
  boolean mayBeBehind(Connection connection) throws SQLException {
    return readsElsewhere()
        || Sql.query(connection, "SELECT pg_is_in_recovery()", row -> row.getBoolean(1)).get(0);
  }

  /** Where is written. */
  @Override
  public <T> T readNewest(Work<T> work) {
    return Repetition.of(() -> with(writers, timeouts.read(), work, true));
  }

  @Override
  public <T> T readWhole(Work<T> work) {
    return Repetition.of(() -> readWholeOnce(work));
  }

  /** Reads one state, and hands it out meanwhile. */
  <T> T readWholeOnce(Work<T> work) {
    return with(readers, timeouts.read(), ofOneState(work), true);
  }

  @Override
  public <T> T readWholeNewest(Work<T> work) {
    return with(writers, timeouts.read(), ofOneState(work), true);
  }

  private static <T> Work<T> ofOneState(Work<T> work) {
    return session -> {
      execute(session.connection(), ONE_STATE);
      return work.run(session);
    };
  }

  @Override
  public <T> T write(Work<T> work) {
    return Repetition.of(() -> writeOnce(work));
  }

  @Override
  public <T> T writeOnce(Work<T> work) {
    return with(writers, timeouts.write(), locked(work), true);
  }

  @Override
  public <T> T undo(Work<T> work) {
    return Repetition.of(() -> with(writers, timeouts.write(), locked(work), false));
  }

  /** Work that leaves nothing but rows. */
  @FunctionalInterface
  interface Writing {
    /** Does it, with this session only. */
    void run(Session session) throws SQLException;
  }

  /**
   * Writes what is no part of what is kept, beside whoever publishes; does nothing when somebody
   * holds the lock already.
   *
   * @param lock of all who write these rows
   */
  void writeUnlessTaken(long lock, Writing work) {
    with(
        writers,
        timeouts.write(),
        session -> {
          String sql = "SELECT pg_try_advisory_xact_lock(?)";
          if (Sql.query(session.connection(), sql, row -> row.getBoolean(1), lock).get(0)) {
            work.run(session);
          }
          return null;
        },
        true);
  }

  /** Takes the lock first: what the work reads then still holds when it writes. */
  private <T> Work<T> locked(Work<T> work) {
    return session -> {
      execute(session.connection(), "SET LOCAL lock_timeout = " + patience.toMillis());
      execute(session.connection(), "SELECT pg_advisory_xact_lock(" + PostgisMigrations.LOCK + ")");
      return work.run(session);
    };
  }

  private <T> T with(HikariDataSource pool, Duration silence, Work<T> work, boolean keep) {
    try (Connection connection = connection(pool)) {
      try {
        // of this use only: the pool sets it back
        connection.setNetworkTimeout(Runnable::run, Math.toIntExact(silence.toMillis()));
        T result = work.run(new Session(connection, dialect, clock));
        if (keep) {
          connection.commit();
        } else {
          connection.rollback();
        }
        return result;
      } catch (SQLException | RuntimeException | Error e) {
        rollBack(connection, e);
        throw e;
      }
    } catch (SQLException e) {
      throw dialect.explain(e);
    }
  }

  /**
   * A connection of the pool. After failures the pool tries again only every few seconds; a
   * database that is back already is then reached directly, for this once.
   */
  private static Connection connection(HikariDataSource pool) throws SQLException {
    try {
      return pool.getConnection();
    } catch (SQLTransientConnectionException e) {
      if (!(e.getCause() instanceof SQLException)) {
        throw isUsedUp(pool) ? e : new SQLException("No answer", NO_CONNECTION, e);
      }
      Connection direct = new Driver().connect(pool.getJdbcUrl(), pool.getDataSourceProperties());
      try {
        direct.setAutoCommit(false);
      } catch (SQLException failure) {
        direct.close();
        throw failure;
      }
      return direct;
    }
  }

  /** Else the pool waits for a server that does not even refuse. */
  private static boolean isUsedUp(HikariDataSource pool) {
    return pool.getHikariPoolMXBean().getActiveConnections() >= pool.getMaximumPoolSize();
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** It fails when the connection is gone, and must not hide why. */
  private static void rollBack(Connection connection, Throwable cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  @Override
  public void close() {
    readers.close();
    writers.close();
  }
}
