package org.yunga.core.audit;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Counts the chain again, entry by entry, and says the first one that does not fit.
 *
 * <p>What it cannot see: that the last entries were cut off and the file's own counter set back, or
 * that all entries from one on were made anew. Who keeps the hash of the newest entry elsewhere
 * sees that too.
 */
public final class AuditChain {

  /** What the first entry of stores of old programs has for the hash of the one before. */
  public static final String START = "0".repeat(64);

  private static final int IDENTITY_BYTES = 32;

  /** Told apart from hashes by another rule, should there ever be one. */
  private static final String RULE = "yunga-audit-1";

  private long last;
  private String head = START;

  /**
   * What the first entry of a new store has for the hash of the one before: 256 random bits, so
   * that no two stores begin alike, whatever they hold and whenever they were made.
   */
  public static String identity() {
    byte[] random = new byte[IDENTITY_BYTES];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  /**
   * The hash of an entry: a {@link Digest} of rule, number, time (ISO 8601), name, act, release (0
   * for none), subject, the three hashes, and the hash of the entry before.
   */
  public static String hash(AuditEntry entry) {
    AuditedEvent event = entry.event();
    return new Digest()
        .add(RULE)
        .add(entry.number())
        .add(entry.at().toString())
        .add(entry.by().name())
        .add(event.act().name())
        .add(event.release().orElse(0))
        .add(event.subject())
        .add(event.fileSha256().orElse(null))
        .add(event.contentSha256().orElse(null))
        .add(event.releaseSha256().orElse(null))
        .add(entry.previous())
        .hex();
  }

  /** Takes the next entry; says what is wrong with it, if anything is. */
  public Optional<AuditFinding> next(AuditEntry entry) {
    Optional<AuditFinding> finding = check(entry);
    last = entry.number();
    head = entry.hash();
    return finding;
  }

  private Optional<AuditFinding> check(AuditEntry entry) {
    if (!hash(entry).equals(entry.hash())) {
      return Optional.of(new AuditFinding.EntryChanged(entry.number()));
    }
    if (entry.number() != last + 1) {
      return Optional.of(new AuditFinding.EntriesMissing(last + 1, entry.number() - 1));
    }
    return entry.number() == 1 || entry.previous().equals(head)
        ? Optional.empty()
        : Optional.of(new AuditFinding.EntryMisplaced(entry.number()));
  }

  /** Number of the last entry taken; 0 before the first. */
  public long last() {
    return last;
  }

  /** Hash of the last entry taken. */
  public String head() {
    return head;
  }
}
