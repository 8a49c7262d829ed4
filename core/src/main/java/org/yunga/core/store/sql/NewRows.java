package org.yunga.core.store.sql;

import java.sql.SQLException;

/** Rows on their way into a table. Closed before they are {@link #done}, they may not be there. */
public interface NewRows extends AutoCloseable {

  /**
   * Adds a row.
   *
   * @param values one for each column: text, {@code Long}, {@code Integer}, {@code Double}, {@code
   *     byte[]}, a JTS geometry, or null
   */
  void add(Object... values) throws SQLException;

  /** All rows were added. */
  void done() throws SQLException;

  @Override
  void close() throws SQLException;
}
