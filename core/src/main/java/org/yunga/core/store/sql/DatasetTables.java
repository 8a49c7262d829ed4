package org.yunga.core.store.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.yunga.core.audit.Actor;
import org.yunga.core.dataset.AcceptedProblem;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.dataset.KeptDataset;
import org.yunga.core.plot.PlotPack;
import org.yunga.core.plot.PlotPacker;
import org.yunga.core.plot.PlotSource;

/** Reads and writes datasets: what each is, who brought it, and its content. */
final class DatasetTables {

  /** What refers to others goes before these. */
  private static final List<String> DELETE =
      Stream.concat(
              Stream.of(
                  "DELETE FROM plot_block WHERE pack IN"
                      + " (SELECT number FROM plot_pack WHERE dataset = ?)",
                  "DELETE FROM region_member WHERE region IN"
                      + " (SELECT fid FROM region WHERE dataset = ?)"),
              Stream.of(
                      "plot_pack",
                      "figure",
                      "region",
                      "region_set",
                      "plot_kind",
                      "absence_rule",
                      "class_rule",
                      "series_break",
                      "series",
                      "indicator",
                      "unit",
                      "theme",
                      "dataset_problem",
                      "dataset_arrival")
                  .map(table -> "DELETE FROM " + table + " WHERE dataset = ?"))
          .toList();

  private DatasetTables() {}

  /** Number of a dataset that is there already, in force or retired. */
  static List<Long> find(Connection connection, Dataset dataset) throws SQLException {
    return Sql.query(
        connection,
        "SELECT number FROM dataset WHERE id = ? AND sha256 = ?",
        row -> row.getLong(1),
        dataset.id(),
        dataset.sha256());
  }

  /** Number of the dataset of this id. */
  static long number(Connection connection, String id) throws SQLException {
    return Sql.query(
            connection, "SELECT number FROM dataset WHERE id = ?", row -> row.getLong(1), id)
        .get(0);
  }

  /** Adds a dataset with its content; gives its number. */
  static long insert(Session session, Delivery delivery, Actor by, Instant at) throws SQLException {
    return insert(session, delivery.dataset().id(), delivery, by, at);
  }

  /** As above, under another id. */
  static long insert(Session session, String id, Delivery delivery, Actor by, Instant at)
      throws SQLException {
    Dataset dataset = delivery.dataset();
    long number =
        Sql.insert(
            session.connection(),
            "INSERT INTO dataset (id, key, title, source, licence, file_name, sha256)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING number",
            id,
            dataset.key(),
            dataset.title(),
            dataset.source(),
            dataset.licence(),
            dataset.fileName(),
            dataset.sha256());
    AtomicLong plots = new AtomicLong();
    CatalogueTables.write(session, number, delivery.catalogue());
    RegionTables.write(session, number, delivery.regions());
    FigureTable.write(session, number, delivery.figures());
    List<PlotPack> packs = PlotPacker.pack(counting(delivery.plots(), plots));
    PlotPackTable.write(session, number, packs);
    Sql.insert(
        session,
        "dataset_problem",
        "code, count",
        number,
        delivery.accepted(),
        problem -> new Object[] {problem.code(), problem.count()});
    KeptDataset.Counts counts =
        new KeptDataset.Counts(delivery.figures().size(), delivery.regions().size(), plots.get());
    session.dialect().plotsWritten(session, number, packs);
    arrived(session, number, by, at, counts);
    return number;
  }

  private static PlotSource counting(PlotSource plots, AtomicLong count) {
    return consumer ->
        plots.forEach(
            plot -> {
              count.incrementAndGet();
              consumer.accept(plot);
            });
  }

  /** Writes down who brought a dataset, when, and the hash of all its rows. */
  static void arrived(Session session, long number, Actor by, Instant at, KeptDataset.Counts counts)
      throws SQLException {
    Sql.execute(
        session.connection(),
        "INSERT INTO dataset_arrival"
            + " (dataset, brought_by, brought_at, figures, regions, plots, content_sha256)"
            + " VALUES (?, ?, ?, ?, ?, ?, '')",
        number,
        by.name(),
        at.toString(),
        counts.figures(),
        counts.regions(),
        counts.plots());
    hashAgain(session, number);
  }

  private static void hashAgain(Session session, long number) throws SQLException {
    Sql.execute(
        session.connection(),
        "UPDATE dataset_arrival SET content_sha256 = ? WHERE dataset = ?",
        ContentDigest.of(session, number),
        number);
  }

  /** Gives a dataset the id that it is to have. */
  static void rename(Session session, long number, String id) throws SQLException {
    Sql.execute(session.connection(), "UPDATE dataset SET id = ? WHERE number = ?", id, number);
    hashAgain(session, number);
  }

  /** Takes a dataset out that never was in a release. */
  static void delete(Session session, long number) throws SQLException {
    session.dialect().plotsDeleted(session, number);
    for (String sql : DELETE) {
      Sql.execute(session.connection(), sql, number);
    }
    Sql.execute(session.connection(), "DELETE FROM dataset WHERE number = ?", number);
  }

  /** The hash of all rows of a dataset, as it was when it came. */
  static String contentSha256(Connection connection, long number) throws SQLException {
    return Sql.query(
            connection,
            "SELECT content_sha256 FROM dataset_arrival WHERE dataset = ?",
            row -> row.getString(1),
            number)
        .get(0);
  }

  static Dataset dataset(ResultSet row) throws SQLException {
    return new Dataset(
        row.getString("id"),
        row.getString("key"),
        row.getString("title"),
        row.getString("source"),
        row.getString("licence"),
        row.getString("file_name"),
        row.getString("sha256"));
  }

  /** The problems that each dataset is published with, by its number. */
  static Map<Long, List<AcceptedProblem>> problems(Connection connection) throws SQLException {
    Map<Long, List<AcceptedProblem>> problems = new HashMap<>();
    Sql.query(
        connection,
        "SELECT * FROM dataset_problem ORDER BY position",
        row ->
            problems
                .computeIfAbsent(row.getLong("dataset"), key -> new ArrayList<>())
                .add(new AcceptedProblem(row.getString("code"), row.getLong("count"))));
    return problems;
  }

  /** All datasets that were ever published, in the order in which they came. */
  static List<KeptDataset> all(Connection connection) throws SQLException {
    Map<Long, List<AcceptedProblem>> problems = problems(connection);
    long latest = ReleaseTables.latest(connection);
    return Sql.query(
        connection,
        "SELECT dataset.*, dataset_arrival.*, min(release) AS first, max(release) AS last"
            + " FROM dataset"
            + " JOIN dataset_arrival ON dataset_arrival.dataset = dataset.number"
            + " JOIN release_dataset ON release_dataset.dataset = dataset.number"
            + " GROUP BY dataset.number, dataset_arrival.dataset ORDER BY dataset.number",
        row -> kept(row, problems.getOrDefault(row.getLong("number"), List.of()), latest));
  }

  static KeptDataset.Counts counts(ResultSet row) throws SQLException {
    return new KeptDataset.Counts(
        row.getLong("figures"), row.getLong("regions"), row.getLong("plots"));
  }

  private static KeptDataset kept(ResultSet row, List<AcceptedProblem> problems, long latest)
      throws SQLException {
    return new KeptDataset(
        dataset(row),
        new Actor(row.getString("brought_by")),
        Instant.parse(row.getString("brought_at")),
        counts(row),
        problems,
        row.getString("content_sha256"),
        row.getLong("first"),
        row.getLong("last"),
        row.getLong("last") == latest);
  }
}
