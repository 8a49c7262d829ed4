package org.yunga.core.store.sql;

/**
 * Gives sessions to work with, each to one thread. What fails is told as what it means to the user,
 * and leaves no session and no lock behind.
 *
 * <p>Work that another transaction was in the way of is undone and run again, from its beginning:
 * it must not tell anybody anything before it is done. Work that does is for the methods that say
 * "once".
 */
public interface Sessions extends Reading, AutoCloseable {

  /** Where the store is; see {@link Dialect#place}. */
  String place();

  /** Reads; each statement sees the newest state. */
  @Override
  <T> T read(Work<T> work);

  /** Reads; also where other reads may be behind, the newest state. */
  <T> T readNewest(Work<T> work);

  /** Reads one state with all statements. */
  <T> T readWhole(Work<T> work);

  /** The same of the newest state, also where other reads may be behind; once. */
  <T> T readWholeNewest(Work<T> work);

  /** Writes all or nothing, while nobody else writes. */
  <T> T write(Work<T> work);

  /** The same, once: for what comes from another session, which cannot begin again. */
  <T> T writeOnce(Work<T> work);

  /** Writes, and undoes it whatever comes of it. */
  <T> T undo(Work<T> work);

  @Override
  void close();
}
