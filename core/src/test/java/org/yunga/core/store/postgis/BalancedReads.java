package org.yunga.core.store.postgis;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.yunga.core.store.Store;

/** Gives each session that reads to the host whose turn it is, as a balancer before replicas. */
final class BalancedReads extends HikariDataSource {

  static final int PRIMARY = 0;
  static final int REPLICA = 1;

  private final List<HikariDataSource> hosts;
  private int[] order = {PRIMARY};
  private int turn;

  private BalancedReads(HikariDataSource... hosts) {
    this.hosts = List.of(hosts);
  }

  static BalancedReads of(
      PostgisAddress primary, PostgisAddress replica, Map<String, String> environment) {
    return new BalancedReads(pool(primary, environment), pool(replica, environment));
  }

  private static HikariDataSource pool(PostgisAddress address, Map<String, String> environment) {
    return PostgisStore.pool(address, address.toWrite(environment), "yunga,public", 4);
  }

  /** A store that reads so, and writes to the primary; closed with this. */
  Store store(PostgisAddress primary, Map<String, String> environment) {
    Properties toWrite = primary.toWrite(environment);
    return new PostgisStore(
        new PostgisSessions(
            this,
            hosts.get(PRIMARY),
            new PostgisDialect(primary.place()),
            Clock.systemUTC(),
            Duration.ofSeconds(10),
            Timeouts.USUAL),
        new ReleaseNotices(primary.jdbcUrl(), toWrite));
  }

  /** From now on sessions go to these hosts, in this order, over and over. */
  synchronized void from(int... next) {
    order = next;
    turn = 0;
  }

  @Override
  public synchronized Connection getConnection() throws SQLException {
    return hosts.get(order[turn++ % order.length]).getConnection();
  }

  @Override
  public void close() {
    hosts.forEach(HikariDataSource::close);
  }
}
