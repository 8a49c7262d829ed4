package org.yunga.core.store.postgis;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.yunga.core.store.sql.Sql;
import org.yunga.core.text.UnknownNameException;

/**
 * A release as it was once seen, to be found again before each question about it. What answers next
 * may be a replica that has not got it yet, or a database that was put back from a backup or lost
 * its last commits to a failover: sums over rows that are not there would be zero, and look true.
 *
 * @param number of the release; 0 for the empty one of a store without any
 * @param datasets of it as they were seen, none for number 0
 */
record SeenRelease(long number, List<Held> datasets) {

  /**
   * A dataset in a release.
   *
   * @param publishedAt when the release was published: another one may have its number by now
   * @param number of the dataset; 0 in a release without any
   * @param id of the dataset; null in a release without any
   */
  record Held(String publishedAt, long number, String id) {}

  /**
   * Sees a release, with a connection that sees one state.
   *
   * @throws RuntimeException when it is not there
   */
  static SeenRelease of(Connection connection, long number, PostgisSessions sessions)
      throws SQLException {
    List<Held> datasets = find(connection, number);
    if (number != 0 && datasets.isEmpty()) {
      throw missing(connection, number, sessions);
    }
    return new SeenRelease(number, datasets);
  }

  /** Fails unless this very release is there, with a connection that sees one state. */
  void require(Connection connection, PostgisSessions sessions) throws SQLException {
    if (number != 0 && !find(connection, number).equals(datasets)) {
      throw missing(connection, number, sessions);
    }
  }

  private static RuntimeException missing(
      Connection connection, long number, PostgisSessions sessions) throws SQLException {
    return sessions.mayBeBehind(connection)
        ? PostgisExceptions.behind(sessions.place())
        : new UnknownNameException("release", Long.toString(number), List.of());
  }

  private static List<Held> find(Connection connection, long number) throws SQLException {
    return Sql.query(
        connection,
        "SELECT published_at, dataset.number, dataset.id FROM release"
            + " LEFT JOIN release_dataset ON release_dataset.release = release.number"
            + " LEFT JOIN dataset ON dataset.number = release_dataset.dataset"
            + " WHERE release.number = ? ORDER BY dataset.number",
        row -> new Held(row.getString(1), row.getLong(2), row.getString(3)),
        number);
  }
}
