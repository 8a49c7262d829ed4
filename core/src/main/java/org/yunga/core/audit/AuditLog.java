package org.yunga.core.audit;

import java.util.List;
import java.util.Optional;

/** The audit of a store. Entries are written by the store itself, with what they speak of. */
public interface AuditLog {

  /** Digits of an {@link #identity}: 64 bits, no two stores of a country share them by chance. */
  int IDENTITY_DIGITS = 16;

  /**
   * Which store it is, for everybody to know: the beginning of the hash of its first entry, in
   * which a random number stands ({@link AuditChain#identity}). A copy and a restored backup are
   * the same store. Empty as long as nothing was published. It never changes, so that a replica may
   * be asked.
   */
  Optional<String> identity();

  /**
   * Entries older than one, newest first.
   *
   * @param before number of an entry, itself not given; {@link Long#MAX_VALUE} for the newest
   * @param limit how many at most
   */
  List<AuditEntry> before(long before, int limit);

  /**
   * Counts everything again: the chain, the datasets of every release, the content of every
   * dataset. Reads the whole store.
   *
   * @param knownHead a hash of an entry that was kept elsewhere, which must still be there
   */
  AuditReport verify(Optional<String> knownHead);
}
