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
import java.util.TreeMap;
import org.yunga.core.audit.AuditChain;
import org.yunga.core.audit.AuditEntry;
import org.yunga.core.audit.AuditFinding;
import org.yunga.core.audit.AuditReport;
import org.yunga.core.audit.AuditedAct;
import org.yunga.core.plot.PlotChecksum;

/** Counts chain, releases and datasets again. Used once. */
final class AuditVerification {

  private final Session session;
  private final Connection connection;
  private final Optional<String> knownHead;
  private final AuditChain chain = new AuditChain();
  private final TokenVerification tokens = new TokenVerification();
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
    AuditReport report = runOnWhatIsCopied();
    checkPlotRows();
    return new AuditReport(
        report.entries(), report.head(), report.releases(), report.datasets(), findings);
  }

  /** The same without what a store makes for itself of what it keeps. */
  AuditReport runOnWhatIsCopied() throws SQLException {
    Sql.query(connection, "SELECT * FROM audit ORDER BY number", this::take);
    long last = AuditTable.lastNumber(session);
    if (findings.isEmpty() && last > chain.last()) {
      findings.add(new AuditFinding.EntriesMissing(chain.last() + 1, last));
    }
    knownHead
        .filter(hash -> !headSeen)
        .ifPresent(hash -> findings.add(new AuditFinding.HeadUnknown(hash)));
    findings.addAll(tokens.compare(connection));
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
    if (entry.event().act().isOfToken()) {
      tokens.take(entry);
    } else if (entry.event().contentSha256().isPresent()) {
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

  /** Of datasets whose packs are as they came: the others are known to be wrong. */
  private void checkPlotRows() throws SQLException {
    Optional<Map<Long, PlotChecksum>> kept = session.dialect().plotRows(session);
    if (kept.isEmpty()) {
      return;
    }
    Map<Long, PlotChecksum> rows = new TreeMap<>(kept.get());
    for (Map.Entry<Long, String> dataset : withPlots().entrySet()) {
      PlotChecksum found = rows.remove(dataset.getKey());
      if (!isChanged(dataset.getValue())) {
        PlotChecksum packed = PlotChecksum.of(PlotPackTable.packs(session, dataset.getValue()));
        if (!packed.equals(found)) {
          long there = found == null ? 0 : found.plots();
          findings.add(new AuditFinding.PlotRowsChanged(dataset.getValue(), there, packed.plots()));
        }
      }
    }
    rows.forEach(
        (number, added) ->
            findings.add(new AuditFinding.PlotRowsChanged("#" + number, added.plots(), 0)));
  }

  private Map<Long, String> withPlots() throws SQLException {
    Map<Long, String> ids = new TreeMap<>();
    Sql.query(
        connection,
        "SELECT DISTINCT number, id FROM dataset WHERE number IN (SELECT dataset FROM plot_pack)",
        row -> ids.put(row.getLong(1), row.getString(2)));
    return ids;
  }

  private boolean isChanged(String dataset) {
    return findings.stream()
        .anyMatch(
            finding ->
                finding instanceof AuditFinding.DatasetChanged changed
                    && changed.dataset().equals(dataset));
  }
}
