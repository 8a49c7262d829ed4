package org.yunga.core.store.postgis;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Hears what a class logs, until it is closed. */
final class Logging extends Handler implements AutoCloseable {

  private final Logger logger;
  private final List<LogRecord> heard = new CopyOnWriteArrayList<>();

  Logging(Class<?> who) {
    logger = Logger.getLogger(who.getName());
    logger.addHandler(this);
  }

  /** What it has logged so far; more comes. */
  List<LogRecord> heard() {
    return heard;
  }

  @Override
  public void publish(LogRecord record) {
    heard.add(record);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
  }
}
