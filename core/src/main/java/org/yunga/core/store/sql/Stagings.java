package org.yunga.core.store.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yunga.core.audit.Actor;
import org.yunga.core.audit.AuditedAct;
import org.yunga.core.audit.AuditedEvent;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.dataset.Release;
import org.yunga.core.dataset.StagedDataset;
import org.yunga.core.store.StagingExceptions;
import org.yunga.core.text.ExplainedException;
import org.yunga.core.text.UnknownNameException;

/**
 * Keeps what waits to be published: each step with its entry in the audit. The caller holds the
 * transaction.
 *
 * @param session of the store
 * @param by who does it
 */
record Stagings(Session session, Actor by) {

  /** Sets deliveries aside that were checked against a release. */
  StagedDataset stage(List<Delivery> deliveries, long base, String report) throws SQLException {
    Instant now = session.now();
    long number =
        Sql.insert(
            connection(),
            "INSERT INTO staging (staged_by, staged_at, base, report) VALUES (?, ?, ?, ?)"
                + " RETURNING number",
            by.name(),
            now.toString(),
            base,
            report);
    return fill(number, deliveries, now);
  }

  /** Puts other deliveries into the place of those that wait. */
  StagedDataset stageAgain(long number, List<Delivery> deliveries, long base, String report)
      throws SQLException {
    empty(waiting(number));
    Instant now = session.now();
    Sql.execute(
        connection(),
        "UPDATE staging SET staged_by = ?, staged_at = ?, base = ?, report = ? WHERE number = ?",
        by.name(),
        now.toString(),
        base,
        report,
        number);
    return fill(number, deliveries, now);
  }

  private StagedDataset fill(long number, List<Delivery> deliveries, Instant now)
      throws SQLException {
    for (Delivery delivery : deliveries) {
      Dataset dataset = delivery.dataset();
      long rows =
          DatasetTables.insert(session, StagingTables.id(number, dataset.id()), delivery, by, now);
      StagingTables.add(connection(), number, rows, dataset.id());
      audit(AuditedAct.STAGED, dataset, now);
    }
    return StagingTables.one(connection(), number);
  }

  /** Makes releases of what waits, if that was checked against what is in force. */
  Release publish(long number) throws SQLException {
    StagedDataset staged = waiting(number);
    if (staged.parts().isEmpty()) {
      throw StagingExceptions.empty(number);
    }
    long latest = ReleaseTables.latest(connection());
    if (staged.base() != latest) {
      throw StagingExceptions.releaseMoved(number, staged.base(), latest);
    }
    Release last = null;
    try {
      for (StagingTables.Row row : StagingTables.rows(connection(), number)) {
        StagingTables.remove(connection(), row);
        last = new Publications(session, by).publishStaged(row.dataset(), row.rows());
        StagingTables.add(
            connection(), number, DatasetTables.number(connection(), row.id()), row.id());
      }
    } catch (UnknownNameException e) {
      throw StagingExceptions.noLongerFits(number, e.explanation(), e);
    } catch (ExplainedException e) {
      if (e.code().equals("figure_twice")) {
        throw StagingExceptions.noLongerFits(number, e.explanation(), e);
      }
      throw e;
    }
    Sql.execute(
        connection(), "UPDATE staging SET release = ? WHERE number = ?", last.number(), number);
    return last;
  }

  /** Forgets what waits. */
  void discard(long number) throws SQLException {
    StagedDataset staged = waiting(number);
    empty(staged);
    Sql.execute(connection(), "DELETE FROM staging WHERE number = ?", number);
    for (StagedDataset.Part part : staged.parts()) {
      audit(AuditedAct.DISCARDED, part.dataset(), session.now());
    }
  }

  private void empty(StagedDataset staged) throws SQLException {
    for (StagingTables.Row row : StagingTables.rows(connection(), staged.number())) {
      StagingTables.remove(connection(), row);
      DatasetTables.delete(session, row.rows());
    }
  }

  private StagedDataset waiting(long number) throws SQLException {
    StagedDataset staged = StagingTables.one(connection(), number);
    if (!staged.isWaiting()) {
      throw StagingExceptions.published(number, staged.release().getAsLong());
    }
    return staged;
  }

  private void audit(AuditedAct act, Dataset dataset, Instant now) throws SQLException {
    AuditTable.add(
        session, now, by, AuditedEvent.ofStaged(act, dataset.id(), Optional.of(dataset.sha256())));
  }

  private Connection connection() {
    return session.connection();
  }
}
