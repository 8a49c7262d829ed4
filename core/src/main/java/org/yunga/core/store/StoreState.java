package org.yunga.core.store;

import java.util.Optional;

/**
 * How a store is doing.
 *
 * @param kind {@code file}, or the name of the database's software
 * @param lag how far reads are behind writes; empty where both go to the same place
 */
public record StoreState(String kind, Optional<Lag> lag) {

  /**
   * How far a replica is behind.
   *
   * @param releases how many releases it does not have yet
   * @param bytes of the primary's journal that it has not replayed
   * @param seconds since what it replayed last was written; 0 when nothing is outstanding
   */
  public record Lag(long releases, long bytes, double seconds) {}
}
