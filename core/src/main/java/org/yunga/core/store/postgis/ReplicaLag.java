package org.yunga.core.store.postgis;

import java.util.Optional;
import java.util.OptionalLong;
import org.yunga.core.store.StoreState;
import org.yunga.core.store.sql.Sql;
import org.yunga.core.text.UnavailableException;

/** Measures how far a replica is behind, at both ends. */
final class ReplicaLag {

  private static final String KIND = "postgis";

  private static final String WHERE_IS_READ =
      "SELECT pg_is_in_recovery(), pg_last_wal_replay_lsn()::text,"
          + " coalesce(extract(epoch FROM now() - pg_last_xact_replay_timestamp()), 0),"
          + " (SELECT coalesce(max(number), 0) FROM release)";

  private static final String WHERE_IS_WRITTEN =
      "SELECT greatest(0, pg_wal_lsn_diff(pg_current_wal_lsn(), ?::pg_lsn)),"
          + " (SELECT coalesce(max(number), 0) FROM release)";

  private ReplicaLag() {}

  /** What the reading end says of itself. */
  private record Reader(boolean replays, String position, double seconds, long release) {}

  /** Who answers reads just now, and how far that is behind. */
  static StoreState state(PostgisSessions sessions) {
    Reader reader =
        sessions
            .read(
                session ->
                    Sql.query(
                        session.connection(),
                        WHERE_IS_READ,
                        row ->
                            new Reader(
                                row.getBoolean(1),
                                row.getString(2),
                                row.getDouble(3),
                                row.getLong(4))))
            .get(0);
    if (!reader.replays()) {
      return new StoreState(
          KIND, StoreState.Source.PRIMARY, OptionalLong.of(reader.release()), Optional.empty());
    }
    if (!sessions.readsElsewhere()) {
      return alone(reader);
    }
    try {
      return beside(reader, sessions);
    } catch (UnavailableException e) {
      return alone(reader);
    }
  }

  /** Of what came since, a replica knows nothing. */
  private static StoreState alone(Reader reader) {
    return replica(
        OptionalLong.empty(),
        new StoreState.Lag(OptionalLong.empty(), OptionalLong.empty(), reader.seconds()));
  }

  private static StoreState beside(Reader reader, PostgisSessions sessions) {
    return sessions
        .readNewest(
            session ->
                Sql.query(
                    session.connection(),
                    WHERE_IS_WRITTEN,
                    row -> beside(reader, row.getLong(1), row.getLong(2)),
                    reader.position()))
        .get(0);
  }

  private static StoreState beside(Reader reader, long bytes, long newest) {
    long releases = Math.max(0, newest - reader.release());
    double seconds = bytes == 0 ? 0 : reader.seconds();
    return replica(
        OptionalLong.of(newest),
        new StoreState.Lag(OptionalLong.of(releases), OptionalLong.of(bytes), seconds));
  }

  private static StoreState replica(OptionalLong newest, StoreState.Lag lag) {
    return new StoreState(KIND, StoreState.Source.REPLICA, newest, Optional.of(lag));
  }
}
