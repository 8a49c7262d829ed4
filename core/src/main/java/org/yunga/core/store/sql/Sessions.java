package org.yunga.core.store.sql;

/**
 * Gives sessions to work with, each to one thread. What fails is told as what it means to the user,
 * and leaves no session and no lock behind.
 */
public interface Sessions extends Reading, AutoCloseable {

  /** Where the store is; see {@link Dialect#place}. */
  String place();

  /** Reads; each statement sees the newest state. */
  @Override
  <T> T read(Work<T> work);

  /** Reads one state with all statements. */
  <T> T readWhole(Work<T> work);

  /** The same of the newest state, also where other reads may be behind. */
  <T> T readWholeNewest(Work<T> work);

  /** Writes all or nothing, while nobody else writes. */
  <T> T write(Work<T> work);

  /** Writes, and undoes it whatever comes of it. */
  <T> T undo(Work<T> work);

  @Override
  void close();
}
