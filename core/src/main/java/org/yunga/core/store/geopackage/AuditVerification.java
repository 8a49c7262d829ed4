package org.yunga.core.store.geopackage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
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

/** Counts chain, releases and datasets again. Used once. */
final class AuditVerification {

  private final Connection connection;
  private final Optional<String> knownHead;
  private final AuditChain chain = new AuditChain();
  private final List<AuditFinding> findings = new ArrayList<>();
  private final Map<Long, String> releases = new LinkedHashMap<>();
  private final Map<String, AuditEntry> arrivals = new LinkedHashMap<>();
  private long entries;
  private boolean headSeen;

  AuditVerification(Connection connection, Optional<String> knownHead) {
    this.connection = connection;
    this.knownHead = knownHead;
  }

  /** The caller holds a transaction, so that all of it is of one moment. */
  AuditReport run() throws SQLException {
    Sql.query(connection, "SELECT * FROM audit ORDER BY number", this::take);
    long last = AuditTable.lastNumber(connection);
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

  /** Every dataset that an entry speaks of, also one whose rows are all gone. */
  private long checkDatasets() throws SQLException {
    Map<String, Long> numbers = new HashMap<>();
    Sql.query(
        connection,
        "SELECT id, number FROM dataset",
        row -> numbers.put(row.getString(1), row.getLong(2)));
    for (Map.Entry<String, AuditEntry> arrival : arrivals.entrySet()) {
      Long number = numbers.get(arrival.getKey());
      AuditEntry entry = arrival.getValue();
      boolean same =
          number != null
              && Optional.of(ContentDigest.of(connection, number))
                  .equals(entry.event().contentSha256());
      if (!same) {
        findings.add(new AuditFinding.DatasetChanged(arrival.getKey(), entry.number()));
      }
    }
    return arrivals.size();
  }
}
