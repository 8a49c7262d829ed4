package org.yunga.core.store.postgis;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.postgresql.Driver;
import org.yunga.core.text.UnavailableException;

/**
 * Makes a database ready for the store, or sees that it is.
 *
 * @param place where it is, in messages
 * @param url for pgjdbc
 * @param toWrite connects to where is written
 * @param toRead connects to where is read
 * @param readsElsewhere whether these may be two servers
 * @param timeouts how long to wait for a silent server
 * @param patience how often to say that another node is waited for
 */
record PostgisPreparation(
    String place,
    String url,
    Properties toWrite,
    Properties toRead,
    boolean readsElsewhere,
    Timeouts timeouts,
    Duration patience) {

  /**
   * Checks and upgrades where is written. While that is away what can be read is looked at: a node
   * that starts then answers, and writes as soon as the primary is back.
   *
   * @return the schema of PostGIS
   */
  String run() {
    try {
      return prepared();
    } catch (UnavailableException e) {
      if (!readsElsewhere) {
        throw e;
      }
      String schema = inReplica(e);
      System.getLogger(PostgisPreparation.class.getName())
          .log(
              System.Logger.Level.WARNING,
              "The primary of {0} is away: reading from a replica, writing nothing until it is back",
              place);
      return schema;
    }
  }

  private String prepared() {
    try (Connection connection = new Driver().connect(url, toWrite)) {
      Requirements.checkOwnConnection(connection, place, timeouts);
      connection.setNetworkTimeout(Runnable::run, Math.toIntExact(timeouts.write().toMillis()));
      Properties slow = Timeouts.during(timeouts.write(), toWrite);
      PostgisMigrations.run(connection, place, url, slow, patience);
      return Requirements.schemaOfPostgis(connection, place);
    } catch (SQLException e) {
      throw Failures.explain(place, e);
    }
  }

  private String inReplica(UnavailableException primary) {
    try (Connection connection = new Driver().connect(url, toRead)) {
      if (!PostgisMigrations.isNewest(connection, place)) {
        throw primary;
      }
      return Requirements.schemaOfPostgis(connection, place);
    } catch (SQLException e) {
      primary.addSuppressed(e);
      throw primary;
    }
  }
}
