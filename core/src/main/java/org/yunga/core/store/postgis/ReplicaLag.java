package org.yunga.core.store.postgis;

import java.util.List;
import java.util.Optional;
import org.yunga.core.store.StoreState;
import org.yunga.core.store.sql.Sql;

/** Measures how far a replica is behind, at both ends. */
final class ReplicaLag {

  private static final String AT_THE_REPLICA =
      "SELECT pg_is_in_recovery(), pg_last_wal_replay_lsn()::text,"
          + " coalesce(extract(epoch FROM now() - pg_last_xact_replay_timestamp()), 0),"
          + " (SELECT coalesce(max(number), 0) FROM release)";

  private static final String AT_THE_PRIMARY =
      "SELECT greatest(0, pg_wal_lsn_diff(pg_current_wal_lsn(), ?::pg_lsn)),"
          + " (SELECT coalesce(max(number), 0) FROM release)";

  private ReplicaLag() {}

  /** What the reading end says of itself. */
  private record Replica(boolean replays, String position, double seconds, long release) {}

  /** Empty when the reading end is no replica just now. */
  static Optional<StoreState.Lag> of(PostgisSessions sessions) {
    Replica replica =
        sessions
            .read(
                session ->
                    Sql.query(
                        session.connection(),
                        AT_THE_REPLICA,
                        row ->
                            new Replica(
                                row.getBoolean(1),
                                row.getString(2),
                                row.getDouble(3),
                                row.getLong(4))))
            .get(0);
    if (!replica.replays()) {
      return Optional.empty();
    }
    List<StoreState.Lag> lag =
        sessions.readNewest(
            session ->
                Sql.query(
                    session.connection(),
                    AT_THE_PRIMARY,
                    row -> lag(replica, row.getLong(1), row.getLong(2)),
                    replica.position()));
    return Optional.of(lag.get(0));
  }

  private static StoreState.Lag lag(Replica replica, long bytes, long newest) {
    return new StoreState.Lag(
        Math.max(0, newest - replica.release()), bytes, bytes == 0 ? 0 : replica.seconds());
  }
}
