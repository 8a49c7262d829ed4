package org.yunga.core.store.sql;

import java.sql.SQLException;

/**
 * Work with a database that may fail.
 *
 * @param <T> what comes of it
 */
@FunctionalInterface
public interface Work<T> {

  /** Does it, with this session only. */
  T run(Session session) throws SQLException;
}
