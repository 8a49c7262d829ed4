package org.yunga.core.store.postgis;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.postgresql.Driver;
import org.yunga.core.store.sql.Sql;
import org.yunga.core.store.sql.SqlStore;
import org.yunga.core.store.sql.StoreTarget;

/**
 * A database that a store is to be brought to.
 *
 * @param address of it
 * @param environment with credentials
 */
record PostgisTarget(PostgisAddress address, Map<String, String> environment)
    implements StoreTarget {

  /** Only what was kept makes a store; tables of an older program may be there, and stay so. */
  private static final String KEPT =
      "SELECT EXISTS (SELECT 1 FROM %1$s.dataset) OR EXISTS (SELECT 1 FROM %1$s.audit)"
          .formatted(PostgisMigrations.SCHEMA);

  @Override
  public String place() {
    return address.place();
  }

  @Override
  public boolean isEmpty() {
    try (Connection connection =
        new Driver().connect(address.jdbcUrl(), Timeouts.USUAL.in(address.toWrite(environment)))) {
      int version = PostgisMigrations.version(connection);
      if (version > PostgisMigrations.NEWEST) {
        throw PostgisExceptions.newer(place(), version, PostgisMigrations.NEWEST);
      }
      return version == 0 || !Sql.query(connection, KEPT, row -> row.getBoolean(1)).get(0);
    } catch (SQLException e) {
      throw Failures.explain(place(), e);
    }
  }

  @Override
  public SqlStore open() {
    return PostgisStore.openToFill(address, environment);
  }
}
