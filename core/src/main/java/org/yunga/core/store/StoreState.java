package org.yunga.core.store;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a store is doing.
 *
 * @param kind {@code file}, or the name of the database's software
 * @param readsFrom whom reads ask
 * @param newestRelease number of the newest release where is written; empty when that is away
 * @param lag how far reads are behind writes; empty where both go to the same place
 */
public record StoreState(
    String kind, Source readsFrom, OptionalLong newestRelease, Optional<Lag> lag) {

  /** Who answers reads. */
  public enum Source {
    /** A file of this machine. */
    FILE,
    /** The server that is written to. */
    PRIMARY,
    /** A server that follows the primary. */
    REPLICA
  }

  /**
   * How far a replica is behind.
   *
   * @param releases how many releases it does not have yet; empty when the primary is away
   * @param bytes of the primary's journal that it has not replayed; empty when the primary is away
   * @param seconds since what it replayed last was written; 0 when nothing is known to be
   *     outstanding
   */
  public record Lag(OptionalLong releases, OptionalLong bytes, double seconds) {}
}
