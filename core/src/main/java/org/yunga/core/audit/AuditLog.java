package org.yunga.core.audit;

import java.util.List;
import java.util.Optional;

/** The audit of a store. Entries are written by the store itself, with what they speak of. */
public interface AuditLog {

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
