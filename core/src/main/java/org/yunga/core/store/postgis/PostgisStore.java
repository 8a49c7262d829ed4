package org.yunga.core.store.postgis;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import net.postgis.jdbc.jts.JtsGeometry;
import org.postgresql.Driver;
import org.yunga.core.dataset.Release;
import org.yunga.core.dataset.ReleaseContent;
import org.yunga.core.plot.PlotKind;
import org.yunga.core.plot.PlotPack;
import org.yunga.core.plot.StoredPlots;
import org.yunga.core.store.StoreState;
import org.yunga.core.store.sql.PlotPackTable;
import org.yunga.core.store.sql.Sql;
import org.yunga.core.store.sql.SqlStore;
import org.yunga.core.store.sql.StoreTarget;
import org.yunga.core.text.UnavailableException;
import org.yunga.core.text.UnknownNameException;

/**
 * The store in a PostGIS database, for several users and several nodes.
 *
 * <p>A few connections, each used by one thread at a time; one writer at a time over all nodes. A
 * database that goes away fails what is asked of the store meanwhile, as an {@link
 * org.yunga.core.text.UnavailableException}; once it is back the store works again by itself.
 */
public final class PostgisStore extends SqlStore {

  /** How long a writer waits for another one. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Duration WAIT_FOR_CONNECTION = Duration.ofSeconds(5);

  /** Answers come from memory: few of the store's users read at once. */
  private static final int CONNECTIONS = 8;

  /** The one more listens. */
  static final int CONNECTIONS_OF_A_NODE = CONNECTIONS + 1;

  static final int CONNECTIONS_WITH_REPLICAS = 2 * CONNECTIONS + 1;

  private final PostgisSessions sessions;
  private final ReleaseNotices notices;

  PostgisStore(PostgisSessions sessions, ReleaseNotices notices) {
    super(sessions);
    this.sessions = sessions;
    this.notices = notices;
  }

  /**
   * Opens the store of a database; makes schema and tables when they are missing, and upgrades
   * those of an older program.
   *
   * @param environment with {@code PGUSER}, and {@code PGPASSWORD} or {@code PGPASSFILE}
   */
  public static PostgisStore open(PostgisAddress address, Map<String, String> environment) {
    return open(address, environment, Clock.systemUTC(), PATIENCE, CONNECTIONS, Timeouts.USUAL);
  }

  /** A database that a store is to be brought to. */
  public static StoreTarget target(PostgisAddress address, Map<String, String> environment) {
    return new PostgisTarget(address, environment);
  }

  /** Whether a database holds a store already. */
  public static boolean isIn(PostgisAddress address, Map<String, String> environment) {
    try (Connection connection =
        new Driver().connect(address.jdbcUrl(), Timeouts.USUAL.in(address.toRead(environment)))) {
      return PostgisMigrations.version(connection) > 0;
    } catch (SQLException e) {
      throw Failures.explain(address.place(), e);
    }
  }

  static PostgisStore open(
      PostgisAddress address,
      Map<String, String> environment,
      Clock clock,
      Duration patience,
      int connections,
      Timeouts timeouts) {
    PostgisStore store =
        openWhateverIsIn(address, environment, clock, patience, connections, timeouts);
    try {
      store.refuseHalfACopy();
      return store;
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  private void refuseHalfACopy() {
    try {
      sessions.readNewest(
          session -> {
            UnfinishedCopy.refuse(session.connection(), place());
            return null;
          });
    } catch (UnavailableException e) {
      // nobody copies to a primary that is away; what its replica has can be read
    }
  }

  /** To copy into: also where an earlier copy was killed. */
  static PostgisStore openToFill(PostgisAddress address, Map<String, String> environment) {
    return openWhateverIsIn(
        address, environment, Clock.systemUTC(), PATIENCE, CONNECTIONS, Timeouts.USUAL);
  }

  private static PostgisStore openWhateverIsIn(
      PostgisAddress address,
      Map<String, String> environment,
      Clock clock,
      Duration patience,
      int connections,
      Timeouts timeouts) {
    Properties toWrite = timeouts.in(address.toWrite(environment));
    Properties toRead = timeouts.in(address.toRead(environment));
    String schemaOfPostgis =
        new PostgisPreparation(
                address.place(),
                address.jdbcUrl(),
                toWrite,
                toRead,
                address.readsElsewhere(),
                timeouts,
                patience)
            .run();
    String path = PostgisMigrations.SCHEMA + "," + schemaOfPostgis;
    HikariDataSource writers = pool(address, toWrite, path, connections);
    HikariDataSource readers =
        address.readsElsewhere() ? pool(address, toRead, path, connections) : writers;
    PostgisDialect dialect = new PostgisDialect(address.place());
    return new PostgisStore(
        new PostgisSessions(readers, writers, dialect, clock, patience, timeouts),
        new ReleaseNotices(address.jdbcUrl(), toWrite));
  }

  static HikariDataSource pool(
      PostgisAddress address, Properties properties, String path, int connections) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("Yunga");
    config.setJdbcUrl(address.jdbcUrl());
    config.setDataSourceProperties(properties);
    config.addDataSourceProperty("currentSchema", path);
    config.addDataSourceProperty("datatype.geometry", JtsGeometry.class.getName());
    config.setAutoCommit(false);
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(WAIT_FOR_CONNECTION.toMillis());
    config.setInitializationFailTimeout(-1);
    return new HikariDataSource(config);
  }

  @Override
  public void onRelease(Runnable hint) {
    notices.listen(hint);
  }

  @Override
  public List<PlotPack> plotPacks(String dataset) {
    return PlotPackTable.packs(new DatasetReading(sessions, dataset), dataset);
  }

  @Override
  public Release release(long number) {
    return unlessBehind(number, () -> super.release(number));
  }

  @Override
  public ReleaseContent read(long number) {
    return unlessBehind(number, () -> super.read(number));
  }

  /** What a replica does not know of may well be there. */
  private <T> T unlessBehind(long release, Supplier<T> read) {
    try {
      return read.get();
    } catch (UnknownNameException e) {
      String sql = "SELECT 1 FROM release WHERE number = ?";
      if (sessions.readsElsewhere()
          && !sessions
              .readNewest(session -> Sql.query(session.connection(), sql, row -> true, release))
              .isEmpty()) {
        throw PostgisExceptions.behind(place());
      }
      throw e;
    }
  }

  @Override
  public Optional<StoredPlots> storedPlots(long release, List<PlotKind> kinds) {
    return Optional.of(PostgisPlots.of(sessions, release, kinds));
  }

  @Override
  public StoreState state() {
    return ReplicaLag.state(sessions);
  }

  @Override
  public void close() {
    notices.close();
    super.close();
  }
}
