package org.yunga.core.store.postgis;

import java.time.Duration;
import java.util.Properties;

/**
 * How long to wait for a server that says nothing at all. A network or machine that goes away
 * without a word looks like a server that is still at work; so each use has a time of its own.
 *
 * @param connect until somebody listens
 * @param login until we are let in; for whatever has no time of its own
 * @param read until a read brings something more. Longer than what a question in SQL may take
 * @param write until a statement that writes is done: making an index over millions of plots, or
 *     upgrading the schema, is one statement
 * @param stall until a server that is there takes something more of what is sent to it. All but
 *     COPY sends little enough for the network to take it
 * @param idle after which the server ends a transaction whose program asks for nothing, and frees
 *     its locks. Rows that are being sent by COPY count as work; what this program computes between
 *     two statements does not
 */
record Timeouts(
    Duration connect,
    Duration login,
    Duration read,
    Duration write,
    Duration stall,
    Duration idle) {

  static final Timeouts USUAL =
      new Timeouts(
          Duration.ofSeconds(5),
          Duration.ofSeconds(15),
          Duration.ofSeconds(150),
          Duration.ofHours(2),
          Duration.ofMinutes(5),
          Duration.ofHours(1));

  /** A silent peer is asked after this many seconds whether it is there, at both ends. */
  static final int KEEPALIVE_IDLE_SECONDS = 30;

  /** How many seconds apart it is asked again. */
  static final int KEEPALIVE_INTERVAL_SECONDS = 10;

  /** How often, before it counts as gone. */
  static final int KEEPALIVE_COUNT = 3;

  /** Adds what pgjdbc, and through it the server, has to know; see {@link #during}. */
  Properties in(Properties properties) {
    Properties all = new Properties();
    all.putAll(properties);
    all.setProperty("connectTimeout", Long.toString(connect.toSeconds()));
    all.setProperty("socketTimeout", Long.toString(login.toSeconds()));
    all.setProperty("tcpKeepAlive", "true");
    all.setProperty("socketFactory", KeepAliveSockets.class.getName());
    all.setProperty("socketFactoryArg", Long.toString(stall.toMillis()));
    all.setProperty(
        "options",
        "-c tcp_keepalives_idle=%d -c tcp_keepalives_interval=%d -c tcp_keepalives_count=%d"
                .formatted(KEEPALIVE_IDLE_SECONDS, KEEPALIVE_INTERVAL_SECONDS, KEEPALIVE_COUNT)
            + (" -c idle_in_transaction_session_timeout=" + idle.toMillis()));
    return all;
  }

  /** The same for a connection on which all may take as long as one of these. */
  static Properties during(Duration use, Properties properties) {
    Properties all = new Properties();
    all.putAll(properties);
    all.setProperty("socketTimeout", Long.toString(use.toSeconds()));
    return all;
  }
}
