package org.yunga.core.store.geopackage;

import java.sql.Connection;
import java.sql.SQLException;
import org.yunga.core.store.sql.Session;
import org.yunga.core.store.sql.Sessions;
import org.yunga.core.store.sql.Sql;
import org.yunga.core.store.sql.Work;

/**
 * One connection, used by one thread at a time.
 *
 * @param session the only one
 */
record GeoPackageSessions(Session session) implements Sessions {

  @Override
  public String place() {
    return session.dialect().place();
  }

  private Connection connection() {
    return session.connection();
  }

  @Override
  public <T> T read(Work<T> work) {
    synchronized (connection()) {
      return session.read(work);
    }
  }

  @Override
  public <T> T readNewest(Work<T> work) {
    return read(work);
  }

  @Override
  public <T> T readWhole(Work<T> work) {
    return read(own -> Transactions.read(connection(), () -> work.run(own)));
  }

  @Override
  public <T> T readWholeNewest(Work<T> work) {
    return readWhole(work);
  }

  @Override
  public <T> T write(Work<T> work) {
    return read(
        own -> {
          T result = Transactions.run(connection(), () -> work.run(own));
          checkpoint();
          return result;
        });
  }

  @Override
  public <T> T writeOnce(Work<T> work) {
    return write(work);
  }

  @Override
  public <T> T undo(Work<T> work) {
    return read(own -> Transactions.undo(connection(), () -> work.run(own)));
  }

  /**
   * The file alone then holds all, so that copying it loses nothing while we run. It can wait: what
   * was committed is safe beside the file, also when the disk is full.
   */
  private void checkpoint() {
    try {
      Sql.query(connection(), "PRAGMA wal_checkpoint(TRUNCATE)", row -> row.getInt(1));
    } catch (SQLException e) {
      // the next one that writes, or closes, tries again
    }
  }

  @Override
  public void close() {
    read(
        own -> {
          connection().close();
          return null;
        });
  }
}
