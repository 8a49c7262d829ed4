package org.yunga.core.store.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.yunga.core.audit.Actor;
import org.yunga.core.audit.AuditedAct;
import org.yunga.core.audit.AuditedEvent;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.dataset.Release;
import org.yunga.core.dataset.ReleaseContent;
import org.yunga.core.store.StagingExceptions;
import org.yunga.core.store.StoreExceptions;
import org.yunga.core.text.UnknownNameException;

/**
 * Makes releases: each with its entry in the audit. The caller holds the transaction.
 *
 * @param session of the store
 * @param by who makes them
 */
record Publications(Session session, Actor by) {

  /** The newest release once all of these are published. */
  Release publishAll(List<Delivery> deliveries) throws SQLException {
    Release last = latest();
    for (Delivery delivery : deliveries) {
      last = publish(delivery);
    }
    return last;
  }

  /** The newest release with this dataset in place of the edition before. */
  private Release publish(Delivery delivery) throws SQLException {
    Dataset delivered = delivery.dataset();
    Release before = latest();
    if (isInForce(before, delivered)) {
      return before;
    }
    keepApart(before, delivered);
    // an edition that was retired and comes back is there already
    List<Long> known = DatasetTables.find(connection(), delivered);
    return replace(
        before,
        delivered,
        known.isEmpty()
            ? DatasetTables.insert(session, delivery, by, session.now())
            : known.get(0));
  }

  /**
   * The newest release with a dataset whose rows are there, under another id.
   *
   * @param delivered what it is to be
   * @param staged number of its rows
   */
  Release publishStaged(Dataset delivered, long staged) throws SQLException {
    Release before = latest();
    keepApart(before, delivered);
    List<Long> known =
        Sql.query(
            connection(),
            "SELECT number FROM dataset WHERE id = ?",
            row -> row.getLong(1),
            delivered.id());
    if (known.isEmpty()) {
      DatasetTables.rename(session, staged, delivered.id());
      return replace(before, delivered, staged);
    }
    String rows = ContentDigest.ofRows(session, staged);
    if (!ContentDigest.ofRows(session, known.get(0)).equals(rows)) {
      throw StagingExceptions.readOtherwise(delivered.id());
    }
    DatasetTables.delete(session, staged);
    return isInForce(before, delivered) ? before : replace(before, delivered, known.get(0));
  }

  private static boolean isInForce(Release release, Dataset dataset) {
    return release.datasets().stream()
        .anyMatch(d -> d.id().equals(dataset.id()) && d.sha256().equals(dataset.sha256()));
  }

  private Release replace(Release before, Dataset delivered, long rows) throws SQLException {
    List<Long> datasets = new ArrayList<>();
    for (Dataset dataset : before.datasets()) {
      if (!dataset.key().equals(delivered.key())) {
        datasets.add(number(dataset));
      }
    }
    datasets.add(rows);
    return release(AuditedAct.PUBLISHED, datasets, Optional.of(delivered), delivered.id());
  }

  private void keepApart(Release before, Dataset delivered) {
    boolean mixes =
        before.datasets().stream()
            .filter(dataset -> !dataset.isBoundaries())
            .anyMatch(dataset -> dataset.isSynthetic() != delivered.isSynthetic());
    if (mixes && !delivered.isBoundaries()) {
      throw StoreExceptions.mixed(session.dialect().place(), before.isSynthetic());
    }
  }

  /** The newest release without a dataset. */
  Release retire(String id) throws SQLException {
    Release before = latest();
    Dataset retired =
        before.datasets().stream()
            .filter(dataset -> dataset.id().equals(id))
            .findFirst()
            .orElseThrow(
                () ->
                    new UnknownNameException(
                        "dataset", id, before.datasets().stream().map(Dataset::id).toList()));
    List<Long> datasets = ReleaseTables.datasets(connection(), before.number());
    datasets.remove(number(retired));
    try {
      return release(AuditedAct.RETIRED, datasets, Optional.of(retired), id);
    } catch (UnknownNameException e) {
      throw StoreExceptions.inUse(id, e.given(), e);
    }
  }

  /** A release of the datasets of an older one; the newest itself when it has the same. */
  Release rollBack(long number) throws SQLException {
    Release target = ReleaseTables.read(connection(), number);
    Release before = latest();
    return target.datasets().equals(before.datasets())
        ? before
        : release(
            AuditedAct.ROLLED_BACK,
            ReleaseTables.datasets(connection(), number),
            Optional.empty(),
            target.id());
  }

  private Release release(
      AuditedAct act, List<Long> datasets, Optional<Dataset> dataset, String subject)
      throws SQLException {
    Instant now = session.now();
    long release = ReleaseTables.insert(connection(), now, datasets);
    session.dialect().released(session, release);
    Optional<String> content =
        dataset.isPresent()
            ? Optional.of(DatasetTables.contentSha256(connection(), number(dataset.get())))
            : Optional.empty();
    AuditTable.add(
        session,
        now,
        by,
        new AuditedEvent(
            act,
            OptionalLong.of(release),
            subject,
            dataset.map(Dataset::sha256),
            content,
            Optional.of(ContentDigest.ofRelease(connection(), release))));
    // what does not fit together fails here, and is undone
    ReleaseContent made = ReleaseTables.content(session, release);
    PlotPackTable.check(session, release, made.catalogue().plotKinds());
    return made.release();
  }

  private Release latest() throws SQLException {
    return ReleaseTables.read(connection(), ReleaseTables.latest(connection()));
  }

  private Long number(Dataset dataset) throws SQLException {
    return DatasetTables.number(connection(), dataset.id());
  }

  private Connection connection() {
    return session.connection();
  }
}
