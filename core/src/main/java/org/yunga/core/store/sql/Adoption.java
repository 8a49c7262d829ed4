package org.yunga.core.store.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.yunga.core.audit.Actor;
import org.yunga.core.audit.AuditedAct;
import org.yunga.core.audit.AuditedEvent;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.KeptDataset;
import org.yunga.core.dataset.Release;

/** Takes the releases of a store that is older than the audit into it, as they are now. */
public final class Adoption {

  private Adoption() {}

  /** Does nothing when there ever was an entry. */
  public static void run(Sessions sessions) {
    if (sessions.read(Adoption::isDue)) {
      sessions.write(
          session -> {
            if (isDue(session)) { // another process may have been faster
              adopt(session);
            }
            return null;
          });
    }
  }

  private static boolean isDue(Session session) throws SQLException {
    return AuditTable.lastNumber(session) == 0 && ReleaseTables.latest(session.connection()) > 0;
  }

  private static void adopt(Session session) throws SQLException {
    Connection connection = session.connection();
    List<Long> numbers = ReleaseTables.numbers(connection, Long.MAX_VALUE, Integer.MAX_VALUE);
    List<Dataset> before = List.of();
    for (int i = numbers.size() - 1; i >= 0; i--) {
      Release release = ReleaseTables.read(connection, numbers.get(i));
      List<Dataset> came = new ArrayList<>(release.datasets());
      came.removeAll(before);
      for (Dataset dataset : came) {
        arrive(session, dataset, release);
      }
      before = release.datasets();
      Optional<Dataset> dataset = came.stream().findFirst();
      Optional<String> content =
          dataset.isPresent()
              ? Optional.of(
                  DatasetTables.contentSha256(
                      connection, DatasetTables.number(connection, dataset.get().id())))
              : Optional.empty();
      AuditTable.add(
          session,
          session.now(),
          Actor.PROGRAM,
          new AuditedEvent(
              AuditedAct.ADOPTED,
              OptionalLong.of(release.number()),
              dataset.map(Dataset::id).orElse("-"),
              dataset.map(Dataset::sha256),
              content,
              Optional.of(ContentDigest.ofRelease(connection, release.number()))));
    }
  }

  private static void arrive(Session session, Dataset dataset, Release release)
      throws SQLException {
    Connection connection = session.connection();
    long number = DatasetTables.number(connection, dataset.id());
    boolean known =
        !Sql.query(connection, "SELECT 1 FROM dataset_arrival WHERE dataset = ?", r -> true, number)
            .isEmpty();
    if (!known) {
      KeptDataset.Counts counts =
          new KeptDataset.Counts(
              count(connection, "count(*) FROM figure", number),
              count(connection, "count(*) FROM region", number),
              count(connection, "coalesce(sum(plots), 0) FROM plot_pack", number));
      DatasetTables.arrived(session, number, Actor.PROGRAM, release.publishedAt(), counts);
    }
  }

  private static long count(Connection connection, String what, long dataset) throws SQLException {
    return Sql.query(
            connection, "SELECT " + what + " WHERE dataset = ?", row -> row.getLong(1), dataset)
        .get(0);
  }
}
