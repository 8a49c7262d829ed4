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
   * Copies all, or nothing.
   *
   * @return how many rows each table has, after they were counted on both sides and every hash was
   *     counted again from the rows of the copy
   * @throws org.yunga.core.text.ExplainedException when the copy's place is not empty, or the
   *     original's audit does not hold
   */
  public static Map<String, Long> copy(SqlStore from, SqlStore to) {
    return from.sessions()
        .readWhole(source -> to.sessions().write(target -> copy(source, target, to.place())));
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

  private static Map<String, Long> copy(Session from, Session to, String place)
      throws SQLException {
    if (AuditTable.lastNumber(to) > 0 || ReleaseTables.latest(to.connection()) > 0) {
      throw StoreExceptions.notEmpty(place);
    }
    AuditReport before = new AuditVerification(from, Optional.empty()).run();
    if (!before.isIntact()) {
      throw StoreExceptions.auditDoesNotHold(from.dialect().place());
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
