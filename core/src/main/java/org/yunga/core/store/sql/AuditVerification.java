package org.yunga.core.store.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yunga.core.audit.AuditChain;
import org.yunga.core.audit.AuditEntry;
import org.yunga.core.audit.AuditFinding;
import org.yunga.core.audit.AuditReport;
import org.yunga.core.audit.AuditedAct;

/** Counts chain, releases and datasets again. Used once. */
final class AuditVerification {

  private final Session session;
  private final Connection connection;
  private final Optional<String> knownHead;
  private final AuditChain chain = new AuditChain();
  private final List<AuditFinding> findings = new ArrayList<>();
  private final Map<Long, String> releases = new LinkedHashMap<>();
  private final Map<String, AuditEntry> arrivals = new LinkedHashMap<>();
  private long entries;
  private long adopted;
  private boolean headSeen;

  AuditVerification(Session session, Optional<String> knownHead) {
    this.session = session;
    this.connection = session.connection();
    this.knownHead = knownHead;
  }

  /** The caller holds a transaction, so that all of it is of one moment. */
  AuditReport run() throws SQLException {
    Sql.query(connection, "SELECT * FROM audit ORDER BY number", this::take);
    long last = AuditTable.lastNumber(session);
    if (findings.isEmpty() && last > chain.last()) {
      findings.add(new AuditFinding.EntriesMissing(chain.last() + 1, last));
    }
    knownHead
        .filter(hash -> !headSeen)
        .ifPresent(hash -> findings.add(new AuditFinding.HeadUnknown(hash)));
    checkReleases();
    long datasets = checkDatasets();
    return new AuditReport(entries, chain.head(), releases.size(), datasets, findings);
  }

  private Boolean take(ResultSet row) throws SQLException {
    entries++;
    AuditEntry entry;
    try {
      entry = AuditTable.entry(row);
    } catch (RuntimeException e) {
      addFirst(new AuditFinding.EntryUnreadable(row.getLong("number")));
      return false;
    }
    chain.next(entry).ifPresent(this::addFirst);
    headSeen |= knownHead.filter(entry.hash()::equals).isPresent();
    entry
        .release()
        .ifPresent(number -> releases.put(number, entry.event().releaseSha256().orElse("")));
    if (entry.event().act() == AuditedAct.ADOPTED && adopted == 0) {
      adopted = entry.number();
    }
    if (entry.event().contentSha256().isPresent()) {
      arrivals.putIfAbsent(entry.event().subject(), entry);
    }
    return true;
  }

  private void addFirst(AuditFinding finding) {
    if (findings.isEmpty()) {
      findings.add(finding);
    }
  }

  private void checkReleases() throws SQLException {
    Set<Long> held =
        new HashSet<>(
            Sql.query(connection, "SELECT number FROM release", row -> row.getLong("number")));
    for (Map.Entry<Long, String> release : releases.entrySet()) {
      boolean same =
          held.remove(release.getKey())
              && ContentDigest.ofRelease(connection, release.getKey()).equals(release.getValue());
      if (!same) {
        findings.add(new AuditFinding.ReleaseChanged(release.getKey()));
      }
    }
    held.stream()
        .sorted()
        .forEach(number -> findings.add(new AuditFinding.ReleaseUnaudited(number)));
  }

  /**
   * Every dataset of the store, and every one that an entry speaks of. Several may have been
   * adopted with one entry: those are known by the hash that they came with, which the release's
   * own covers.
   */
  private long checkDatasets() throws SQLException {
    Map<String, Long> numbers = new LinkedHashMap<>();
    Map<String, String> expected = new LinkedHashMap<>();
    Sql.query(
        connection,
        "SELECT id, number, content_sha256 FROM dataset"
            + " LEFT JOIN dataset_arrival ON dataset_arrival.dataset = dataset.number",
        row -> {
          numbers.put(row.getString(1), row.getLong(2));
          return expected.put(row.getString(1), String.valueOf(row.getString(3)));
        });
    arrivals.forEach((id, entry) -> expected.put(id, entry.event().contentSha256().orElseThrow()));
    for (Map.Entry<String, String> dataset : expected.entrySet()) {
      Long number = numbers.get(dataset.getKey());
      boolean same = number != null && ContentDigest.of(session, number).equals(dataset.getValue());
      if (!same) {
        AuditEntry entry = arrivals.get(dataset.getKey());
        findings.add(
            new AuditFinding.DatasetChanged(
                dataset.getKey(), entry == null ? adopted : entry.number()));
      }
    }
    return expected.size();
  }
}
