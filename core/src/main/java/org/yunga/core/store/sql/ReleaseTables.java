package org.yunga.core.store.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.yunga.core.catalogue.Catalogue;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Release;
import org.yunga.core.dataset.ReleaseContent;
import org.yunga.core.text.UnknownNameException;

/** Reads and writes releases: numbered sets of datasets. */
final class ReleaseTables {

  /** Nobody reads more in a refusal. */
  private static final int NAMED = 100;

  private ReleaseTables() {}

  static long latest(Connection connection) throws SQLException {
    return Sql.query(connection, "SELECT coalesce(max(number), 0) FROM release", r -> r.getLong(1))
        .get(0);
  }

  /**
   * One release; number 0 is the empty one of a store without any.
   *
   * @throws UnknownNameException when there is none of this number
   */
  static Release read(Connection connection, long number) throws SQLException {
    if (number == 0 && latest(connection) == 0) {
      return new Release(0, Instant.EPOCH, List.of());
    }
    List<Instant> published =
        Sql.query(
            connection,
            "SELECT published_at FROM release WHERE number = ?",
            row -> Instant.parse(row.getString(1)),
            number);
    if (published.isEmpty()) {
      List<Long> known = numbers(connection, Long.MAX_VALUE, NAMED);
      throw new UnknownNameException(
          "release", Long.toString(number), known.stream().map(String::valueOf).toList());
    }
    List<Dataset> datasets =
        Sql.query(
            connection,
            "SELECT dataset.* FROM dataset JOIN release_dataset"
                + " ON release_dataset.dataset = dataset.number"
                + " WHERE release = ? ORDER BY dataset.number",
            DatasetTables::dataset,
            number);
    return new Release(number, published.get(0), datasets);
  }

  /** Numbers of the releases before one, newest first. */
  static List<Long> numbers(Connection connection, long before, int limit) throws SQLException {
    return Sql.query(
        connection,
        "SELECT number FROM release WHERE number < ? ORDER BY number DESC LIMIT ?",
        row -> row.getLong(1),
        before,
        limit);
  }

  /** Numbers of the datasets that a release holds. */
  static List<Long> datasets(Connection connection, long release) throws SQLException {
    return Sql.query(
        connection,
        "SELECT dataset FROM release_dataset WHERE release = ? ORDER BY dataset",
        row -> row.getLong(1),
        release);
  }

  /** Adds a release of these datasets; gives its number. */
  static long insert(Connection connection, Instant at, List<Long> datasets) throws SQLException {
    long release =
        Sql.insert(
            connection,
            "INSERT INTO release (published_at) VALUES (?) RETURNING number",
            at.toString());
    for (long dataset : datasets) {
      Sql.execute(
          connection,
          "INSERT INTO release_dataset (release, dataset) VALUES (?, ?)",
          release,
          dataset);
    }
    return release;
  }

  /**
   * All that a release holds.
   *
   * @throws RuntimeException when its parts do not fit together
   */
  static ReleaseContent content(Session session, long number) throws SQLException {
    Release release = read(session.connection(), number);
    Catalogue catalogue = CatalogueTables.read(session.connection(), number);
    return new ReleaseContent(
        release,
        catalogue,
        RegionTables.read(session, number),
        FigureTable.read(session.connection(), number));
  }
}
