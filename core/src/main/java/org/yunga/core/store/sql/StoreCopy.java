package org.yunga.core.store.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yunga.core.audit.AuditReport;
import org.yunga.core.store.StoreExceptions;

/**
 * Copies a store into an empty one on whichever database, row by row with the same numbers:
 * releases, dates, audit, tokens and what waits are the same there, and so are all hashes.
 */
public final class StoreCopy {

  /** What others refer to goes first. */
  private static final List<String> TABLES =
      List.of(
          "dataset",
          "release",
          "release_dataset",
          "theme",
          "unit",
          "indicator",
          "series",
          "series_break",
          "class_rule",
          "absence_rule",
          "plot_kind",
          "region_set",
          "region",
          "region_member",
          "figure",
          "plot_pack",
          "plot_block",
          "dataset_arrival",
          "dataset_problem",
          "audit",
          "access_token",
          "staging",
          "staging_dataset");

  private static final String GEOMETRY = "geom";

  private StoreCopy() {}

  /**
   * Copies all, or nothing. The original is counted again, whole, before its target is touched.
   *
   * @return how many rows each table has, after they were counted on both sides and every hash was
   *     counted again from the rows of the copy
   * @throws org.yunga.core.text.ExplainedException when the copy's place is not empty, or the
   *     original's audit does not hold
   */
  public static Map<String, Long> copy(SqlStore from, StoreTarget target) {
    if (!target.isEmpty()) {
      throw StoreExceptions.notEmpty(target.place());
    }
    return from.sessions()
        .readWholeNewest(
            source -> {
              AuditReport verified = verified(source);
              try (SqlStore to = target.open()) {
                return copy(source, verified, to.sessions());
              }
            });
  }

  /** The same into a store that is open already. */
  public static Map<String, Long> copy(SqlStore from, SqlStore to) {
    return from.sessions().readWholeNewest(source -> copy(source, verified(source), to.sessions()));
  }

  /** Plots one in a row are not copied, and whatever became of them the copy gets new ones. */
  private static AuditReport verified(Session source) throws SQLException {
    AuditReport report = new AuditVerification(source, Optional.empty()).runOnWhatIsCopied();
    if (!report.isIntact()) {
      throw StoreExceptions.auditDoesNotHold(source.dialect().place());
    }
    return report;
  }

  private static Map<String, Long> copy(Session from, AuditReport verified, Sessions to) {
    boolean empty =
        to.write(
            target -> {
              boolean nothing = isEmpty(target);
              if (nothing) {
                target.dialect().copyBegins(target);
              }
              return nothing;
            });
    if (!empty) {
      throw StoreExceptions.notEmpty(to.place());
    }
    try {
      return to.writeOnce(target -> copy(from, verified, target));
    } catch (RuntimeException | Error e) {
      forget(to, e);
      throw e;
    }
  }

  private static void forget(Sessions to, Throwable cause) {
    try {
      to.write(
          target -> {
            target.dialect().copyFailed(target);
            return null;
          });
    } catch (RuntimeException e) {
      cause.addSuppressed(e); // it goes on saying that it is not whole
    }
  }

  private static boolean isEmpty(Session store) throws SQLException {
    return AuditTable.lastNumber(store) == 0 && ReleaseTables.latest(store.connection()) == 0;
  }

  /** How many rows each table has, as {@link #copy} tells it. */
  public static Map<String, Long> rows(SqlStore store) {
    return store.sessions().readWhole(StoreCopy::rows);
  }

  private static Map<String, Long> rows(Session session) throws SQLException {
    Map<String, Long> rows = new LinkedHashMap<>();
    for (String table : TABLES) {
      rows.put(
          table,
          Sql.query(session.connection(), "SELECT count(*) FROM " + table, row -> row.getLong(1))
              .get(0));
    }
    return rows;
  }

  private static Map<String, Long> copy(Session from, AuditReport before, Session to)
      throws SQLException {
    if (!isEmpty(to)) {
      throw StoreExceptions.notEmpty(to.dialect().place());
    }
    Map<String, Long> counts = new LinkedHashMap<>();
    for (String table : TABLES) {
      counts.put(table, copy(table, from, to));
    }
    to.dialect().rowsCopied(to);
    for (long dataset : numbers(to)) {
      to.dialect().plotsWritten(to, dataset, PlotPackTable.packs(from, id(from, dataset)));
    }
    to.dialect().released(to, ReleaseTables.latest(to.connection()));
    verify(before, counts, to);
    return counts;
  }

  private static long copy(String table, Session from, Session to) throws SQLException {
    String sql = "SELECT * FROM " + table + " ORDER BY 1";
    long count = 0;
    try (PreparedStatement select = from.dialect().large(from.connection(), sql);
        ResultSet rows = select.executeQuery()) {
      List<String> columns = columns(rows.getMetaData());
      String names = String.join(", ", columns);
      try (NewRows added = to.dialect().insert(to.connection(), table, names)) {
        for (; rows.next(); count++) {
          added.add(values(rows, columns, from.dialect()));
        }
        added.done();
      }
    }
    return count;
  }

  private static List<String> columns(ResultSetMetaData table) throws SQLException {
    List<String> columns = new ArrayList<>();
    for (int i = 1; i <= table.getColumnCount(); i++) {
      columns.add(table.getColumnName(i));
    }
    return columns;
  }

  private static Object[] values(ResultSet row, List<String> columns, Dialect dialect)
      throws SQLException {
    Object[] values = new Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          columns.get(i).equals(GEOMETRY)
              ? dialect.geometry(row, GEOMETRY).orElse(null)
              : row.getObject(i + 1);
    }
    return values;
  }

  private static List<Long> numbers(Session session) throws SQLException {
    return Sql.query(
        session.connection(),
        "SELECT DISTINCT dataset FROM plot_pack ORDER BY dataset",
        row -> row.getLong(1));
  }

  private static String id(Session session, long dataset) throws SQLException {
    return Sql.query(
            session.connection(),
            "SELECT id FROM dataset WHERE number = ?",
            row -> row.getString(1),
            dataset)
        .get(0);
  }

  private static void verify(AuditReport before, Map<String, Long> counts, Session to)
      throws SQLException {
    AuditReport after = new AuditVerification(to, Optional.empty()).run();
    Map<String, Long> there = rows(to);
    if (!there.equals(counts)) {
      throw new IllegalStateException("The copy has " + there + " rows of " + counts);
    }
    if (!after.isIntact() || !after.head().equals(before.head())) {
      throw new IllegalStateException("The copy has other hashes: " + after.findings());
    }
  }
}
