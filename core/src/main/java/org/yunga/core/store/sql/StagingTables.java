package org.yunga.core.store.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.yunga.core.audit.Actor;
import org.yunga.core.dataset.AcceptedProblem;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.StagedDataset;
import org.yunga.core.text.UnknownNameException;

/** Reads and writes what waits to be published. */
final class StagingTables {

  /** Keys of datasets are slugs and slashes: no published id has a blank in it. */
  private static final String PREFIX = "staged ";

  private StagingTables() {}

  /**
   * One dataset that waits.
   *
   * @param staging what it is part of
   * @param rows number of its rows in {@code dataset}
   * @param id that it is to have
   * @param dataset what it is, with that id
   */
  record Row(long staging, long rows, String id, Dataset dataset) {}

  /** The id of a dataset while it waits. */
  static String id(long staging, String dataset) {
    return PREFIX + staging + ' ' + dataset;
  }

  static void add(Connection connection, long staging, long rows, String id) throws SQLException {
    Sql.execute(
        connection,
        "INSERT INTO staging_dataset (staging, dataset, id) VALUES (?, ?, ?)",
        staging,
        rows,
        id);
  }

  static void remove(Connection connection, Row row) throws SQLException {
    Sql.execute(
        connection,
        "DELETE FROM staging_dataset WHERE staging = ? AND dataset = ?",
        row.staging(),
        row.rows());
  }

  static List<Row> rows(Connection connection, long staging) throws SQLException {
    return Sql.query(
        connection,
        "SELECT dataset.*, staging_dataset.id AS final_id FROM staging_dataset"
            + " JOIN dataset ON dataset.number = staging_dataset.dataset"
            + " WHERE staging = ? ORDER BY position",
        row -> new Row(staging, row.getLong("number"), row.getString("final_id"), dataset(row)),
        staging);
  }

  /** What waits, oldest first. */
  static List<StagedDataset> waiting(Connection connection) throws SQLException {
    return read(connection, "release IS NULL");
  }

  /**
   * One that waits or was published.
   *
   * @throws UnknownNameException when there is none
   */
  static StagedDataset one(Connection connection, long number) throws SQLException {
    List<StagedDataset> found = read(connection, "number = ?", number);
    if (found.isEmpty()) {
      List<String> waiting =
          waiting(connection).stream().map(staged -> Long.toString(staged.number())).toList();
      throw new UnknownNameException("staged", Long.toString(number), waiting);
    }
    return found.get(0);
  }

  private static List<StagedDataset> read(
      Connection connection, String condition, Object... parameters) throws SQLException {
    Map<Long, List<AcceptedProblem>> problems = DatasetTables.problems(connection);
    List<StagedDataset> result = new ArrayList<>();
    Sql.query(
        connection,
        "SELECT * FROM staging WHERE " + condition + " ORDER BY number",
        row -> result.add(staged(connection, row, problems)),
        parameters);
    return result;
  }

  private static StagedDataset staged(
      Connection connection, ResultSet row, Map<Long, List<AcceptedProblem>> problems)
      throws SQLException {
    long number = row.getLong("number");
    long release = row.getLong("release");
    OptionalLong published = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(release);
    return new StagedDataset(
        number,
        new Actor(row.getString("staged_by")),
        Instant.parse(row.getString("staged_at")),
        row.getLong("base"),
        parts(connection, number, problems),
        row.getString("report"),
        published);
  }

  private static List<StagedDataset.Part> parts(
      Connection connection, long staging, Map<Long, List<AcceptedProblem>> problems)
      throws SQLException {
    return Sql.query(
        connection,
        "SELECT dataset.*, dataset_arrival.*, staging_dataset.id AS final_id"
            + " FROM staging_dataset"
            + " JOIN dataset ON dataset.number = staging_dataset.dataset"
            + " JOIN dataset_arrival ON dataset_arrival.dataset = dataset.number"
            + " WHERE staging = ? ORDER BY position",
        row ->
            new StagedDataset.Part(
                dataset(row),
                DatasetTables.counts(row),
                problems.getOrDefault(row.getLong("number"), List.of())),
        staging);
  }

  private static Dataset dataset(ResultSet row) throws SQLException {
    Dataset kept = DatasetTables.dataset(row);
    return new Dataset(
        row.getString("final_id"),
        kept.key(),
        kept.title(),
        kept.source(),
        kept.licence(),
        kept.fileName(),
        kept.sha256());
  }
}
