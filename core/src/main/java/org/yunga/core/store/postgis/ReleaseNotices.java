package org.yunga.core.store.postgis;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.postgresql.Driver;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Listens for releases of other nodes (LISTEN/NOTIFY), on a connection of its own. While the
 * database is away, or cannot notify, as replicas cannot, nothing is heard: it is a hint, no
 * promise.
 */
final class ReleaseNotices implements AutoCloseable {

  static final String CHANNEL = "yunga_release";

  /** How often a connection that died without a word is found out. */
  private static final int LISTEN_MILLIS = 10_000;

  private static final int PAUSE_MILLIS = 1_000;

  private final String url;
  private final Properties properties;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private Thread thread;
  private volatile boolean closed;
  private volatile Connection connection;

  ReleaseNotices(String url, Properties properties) {
    this.url = url;
    this.properties = new Properties();
    this.properties.putAll(properties);
    // told apart from the others in pg_stat_activity
    this.properties.setProperty("ApplicationName", "Yunga listens");
  }

  /** Adds a listener; the first one starts the thread. */
  synchronized void listen(Runnable listener) {
    listeners.add(listener);
    if (thread == null) {
      thread = new Thread(this::run, "listen for releases");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void run() {
    while (!closed) {
      try (Connection own = new Driver().connect(url, properties)) {
        connection = own;
        if (closed) {
          return;
        }
        listen(own);
      } catch (SQLException | RuntimeException | Error e) {
        // polling goes on meanwhile; it tells what is wrong
        pause();
      }
    }
  }

  private void listen(Connection own) throws SQLException {
    try (Statement statement = own.createStatement()) {
      statement.execute("LISTEN " + CHANNEL);
    }
    // what was published before we listened
    tell();
    PGConnection listening = own.unwrap(PGConnection.class);
    while (!closed) {
      PGNotification[] heard = listening.getNotifications(LISTEN_MILLIS);
      if (heard != null && heard.length > 0) {
        tell();
      } else if (!own.isValid(LISTEN_MILLIS / 1_000)) {
        throw new SQLException("The connection is gone");
      }
    }
  }

  private void tell() {
    listeners.forEach(Runnable::run);
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  @Override
  public void close() {
    closed = true;
    Connection own = connection;
    if (own != null) {
      try {
        own.abort(Runnable::run);
      } catch (SQLException e) {
        // it is gone already
      }
    }
    synchronized (this) {
      if (thread != null) {
        thread.interrupt();
      }
    }
  }
}
