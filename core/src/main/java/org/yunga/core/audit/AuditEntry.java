package org.yunga.core.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * One entry.
 *
 * @param number counts up from 1
 * @param at when, to the second
 * @param by who
 * @param event what
 * @param previous the hash of the entry before; for the first what tells its store from all others,
 *     see {@link AuditChain#identity}
 * @param hash of all of the above, see {@link AuditChain#hash}
 */
public record AuditEntry(
    long number, Instant at, Actor by, AuditedEvent event, String previous, String hash) {

  /** An entry with its hash. */
  public static AuditEntry of(
      long number, Instant at, Actor by, AuditedEvent event, String previous) {
    AuditEntry unhashed = new AuditEntry(number, at, by, event, previous, "");
    return new AuditEntry(number, at, by, event, previous, AuditChain.hash(unhashed));
  }

  /** The release that it made, if it made one. */
  public Optional<Long> release() {
    return event.release().isPresent()
        ? Optional.of(event.release().getAsLong())
        : Optional.empty();
  }
}
