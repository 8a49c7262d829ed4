package org.yunga.core.store.sql;

import static org.yunga.core.store.sql.Sql.constant;
import static org.yunga.core.store.sql.Sql.text;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.yunga.core.audit.Actor;
import org.yunga.core.audit.AuditChain;
import org.yunga.core.audit.AuditEntry;
import org.yunga.core.audit.AuditedAct;
import org.yunga.core.audit.AuditedEvent;

/** Reads and writes entries of the audit. */
final class AuditTable {

  private AuditTable() {}

  /**
   * Adds an entry. The caller holds the transaction of what the entry speaks of.
   *
   * <p>Its number is the next of the store's own counter, not of the table: entries cut off the end
   * leave a gap.
   */
  static void add(Session session, Instant at, Actor by, AuditedEvent event) throws SQLException {
    Connection connection = session.connection();
    String previous =
        Sql.query(
                connection,
                "SELECT sha256 FROM audit ORDER BY number DESC LIMIT 1",
                row -> row.getString(1))
            .stream()
            .findFirst()
            .orElseGet(AuditChain::identity);
    AuditEntry entry = AuditEntry.of(lastNumber(session) + 1, at, by, event, previous);
    Sql.execute(
        connection,
        "INSERT INTO audit (number, done_at, done_by, act, release, subject, file_sha256,"
            + " content_sha256, release_sha256, previous_sha256, sha256)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        entry.number(),
        entry.at().toString(),
        entry.by().name(),
        text(event.act()),
        entry.release().orElse(null),
        event.subject(),
        event.fileSha256().orElse(null),
        event.contentSha256().orElse(null),
        event.releaseSha256().orElse(null),
        entry.previous(),
        entry.hash());
  }

  /** The greatest number that an entry ever had, also one that is gone. */
  static long lastNumber(Session session) throws SQLException {
    return Sql.query(
            session.connection(), session.dialect().lastAuditNumber(), row -> row.getLong(1))
        .get(0);
  }

  static List<AuditEntry> before(Connection connection, long number, int limit)
      throws SQLException {
    return Sql.query(
        connection,
        "SELECT * FROM audit WHERE number < ? ORDER BY number DESC LIMIT ?",
        AuditTable::entry,
        number,
        limit);
  }

  /** The entry that made a release, if there is one. */
  static Optional<AuditEntry> ofRelease(Connection connection, long release) throws SQLException {
    return Sql.query(
            connection, "SELECT * FROM audit WHERE release = ?", AuditTable::entry, release)
        .stream()
        .findFirst();
  }

  /** What made the first release after the last one that held a dataset. */
  static Optional<AuditedAct> endOf(Connection connection, String dataset) throws SQLException {
    return Sql.query(
            connection,
            "SELECT act FROM audit WHERE release > (SELECT max(release) FROM release_dataset"
                + " JOIN dataset ON dataset.number = release_dataset.dataset"
                + " WHERE dataset.id = ?) ORDER BY release LIMIT 1",
            row -> constant(AuditedAct.class, row.getString(1)),
            dataset)
        .stream()
        .findFirst();
  }

  /**
   * One row as an entry.
   *
   * @throws RuntimeException when somebody wrote something else into it
   */
  static AuditEntry entry(ResultSet row) throws SQLException {
    long release = row.getLong("release");
    OptionalLong made = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(release);
    return new AuditEntry(
        row.getLong("number"),
        Instant.parse(row.getString("done_at")),
        new Actor(row.getString("done_by")),
        new AuditedEvent(
            constant(AuditedAct.class, row.getString("act")),
            made,
            row.getString("subject"),
            Optional.ofNullable(row.getString("file_sha256")),
            Optional.ofNullable(row.getString("content_sha256")),
            Optional.ofNullable(row.getString("release_sha256"))),
        row.getString("previous_sha256"),
        row.getString("sha256"));
  }
}
