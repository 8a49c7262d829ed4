package org.yunga.core.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yunga.core.audit.Digest;

/**
 * The hash of all rows of a dataset, as they stand in the store: every column that was there when
 * this was written, in the order of the rows. All stores give the same dataset the same hash: the
 * words of these queries are hashed with the rows, and do not change. A column that comes later is
 * not hashed, so that old hashes stay good.
 */
final class ContentDigest {

  /** Queries whose rows are hashed; {@code ?} is the number of the dataset. */
  private static final List<String> PARTS =
      List.of(
          "SELECT id, key, title, source, licence, file_name, sha256 FROM dataset WHERE number = ?",
          "SELECT brought_by, brought_at, figures, regions, plots FROM dataset_arrival"
              + " WHERE dataset = ?",
          part("dataset_problem", "code, count", "position"),
          part("theme", "id, name_es, name_en", "position"),
          part("unit", "id, symbol, name_es, name_en", "position"),
          part(
              "indicator",
              "id, theme, kind, space_rule, time_rule, numerator, denominator, unit, direction,"
                  + " absence, display, palette, lead_es, lead_en, short_es, short_en, name_es,"
                  + " name_en, definition_es, definition_en, source",
              "position"),
          part(
              "series",
              "id, status, rank, name_es, name_en, definition_es, definition_en",
              "position"),
          part(
              "series_break",
              "indicator, after, before, kind, label_es, label_en, explanation_es,"
                  + " explanation_en, source",
              "position"),
          part("class_rule", "indicator, region_set, method, lower_bounds", "position"),
          part(
              "absence_rule",
              "region_set, indicator, series, codes, state, explanation_es, explanation_en",
              "position"),
          part(
              "plot_kind",
              "id, name_es, name_en, palette, form, value_es, value_en, value_unit, sharing",
              "position"),
          part(
              "region_set",
              "id, kind, parent, name_es, name_en, one_es, one_en, definition_es, definition_en,"
                  + " source, licence",
              "position"),
          part(
              "region",
              "region_set, code, name, parent_set, parent_code, note_es, note_en, longitude,"
                  + " latitude, basis_es, basis_en, area_ha, geom",
              "fid"),
          "SELECT region_set, code, member_set, member_code, member_name FROM region_member"
              + " JOIN region ON region.fid = region_member.region"
              + " WHERE region.dataset = ? ORDER BY region_member.position",
          part(
              "figure",
              "region_set, region_code, indicator, measure, period, series, state, value, method,"
                  + " status, source_title, source_locator, note_es, note_en",
              "number"),
          part("plot_pack", "form, slots, plots, rings, vertices, valued, checksum", "number"),
          "SELECT position, plot_block.plots, plot_block.rings, plot_block.vertices, records"
              + " FROM plot_block JOIN plot_pack ON plot_pack.number = plot_block.pack"
              + " WHERE plot_pack.dataset = ? ORDER BY plot_block.number");

  /** How many of them say what the dataset is, rather than what it brings. */
  private static final int PARTS_ABOUT = 3;

  /**
   * What came later than the first hashes: added only where there is something, so that old hashes
   * stay good.
   */
  private static final List<String> LATER_PARTS =
      List.of(
          "SELECT region_set, code, valid_from, valid_to FROM region"
              + " WHERE dataset = ? AND coalesce(valid_from, valid_to) IS NOT NULL ORDER BY fid",
          "SELECT code, member_code, region_member.valid_from, region_member.valid_to"
              + " FROM region_member JOIN region ON region.fid = region_member.region"
              + " WHERE region.dataset = ?"
              + " AND coalesce(region_member.valid_from, region_member.valid_to) IS NOT NULL"
              + " ORDER BY region_member.position");

  private ContentDigest() {}

  private static String part(String table, String columns, String order) {
    return "SELECT %s FROM %s WHERE dataset = ? ORDER BY %s".formatted(columns, table, order);
  }

  /** The hash of a dataset. */
  static String of(Session session, long dataset) throws SQLException {
    return of(session, PARTS, dataset);
  }

  /** The hash of what a dataset brings, not of who brought it under which name. */
  static String ofRows(Session session, long dataset) throws SQLException {
    return of(session, PARTS.subList(PARTS_ABOUT, PARTS.size()), dataset);
  }

  private static String of(Session session, List<String> parts, long dataset) throws SQLException {
    Digest digest = new Digest();
    for (String part : parts) {
      add(session, part, dataset, digest, true);
    }
    for (String part : LATER_PARTS) {
      add(session, part, dataset, digest, false);
    }
    return digest.hex();
  }

  private static void add(
      Session session, String sql, long dataset, Digest digest, boolean evenIfEmpty)
      throws SQLException {
    boolean told = evenIfEmpty;
    if (told) {
      digest.add(sql);
    }
    try (PreparedStatement statement = session.dialect().large(session.connection(), sql)) {
      statement.setLong(1, dataset);
      try (ResultSet rows = statement.executeQuery()) {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
          if (!told) {
            digest.add(sql);
            told = true;
          }
          for (int i = 1; i <= columns; i++) {
            add(session.dialect().plain(rows.getObject(i)), digest);
          }
        }
      }
    }
  }

  private static void add(Object value, Digest digest) {
    if (value instanceof byte[] bytes) {
      digest.add(bytes);
    } else if (value instanceof Double number) {
      digest.add(number.doubleValue());
    } else if (value instanceof Number number) {
      digest.add(number.longValue());
    } else {
      digest.add((String) value);
    }
  }

  /**
   * The hash of a release: of when it was published, and of what its datasets were when they came.
   */
  static String ofRelease(Connection connection, long release) throws SQLException {
    Digest digest = new Digest();
    Sql.query(
            connection,
            "SELECT published_at FROM release WHERE number = ?",
            row -> row.getString(1),
            release)
        .forEach(digest::add);
    Map<String, String> datasets = new TreeMap<>();
    Sql.query(
        connection,
        "SELECT dataset.id, content_sha256 FROM release_dataset"
            + " JOIN dataset ON dataset.number = release_dataset.dataset"
            + " JOIN dataset_arrival ON dataset_arrival.dataset = dataset.number"
            + " WHERE release = ?",
        row -> datasets.put(row.getString(1), row.getString(2)),
        release);
    datasets.forEach((id, content) -> digest.add(id).add(content));
    return digest.hex();
  }
}
