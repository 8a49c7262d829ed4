package org.yunga.web.server;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yunga.core.snapshot.CurrentSnapshot;
import org.yunga.core.store.Store;
import org.yunga.core.store.StoreState;
import org.yunga.core.text.ExplainedException;
import org.yunga.core.text.UnavailableException;
import org.yunga.web.api.StoreWatch;

/**
 * Takes releases that other processes publish: as soon as the store tells, and in any case by
 * looking every two seconds. Whatever goes wrong must not end the service: the old release goes on,
 * and it is tried again.
 */
final class Refresher implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Refresher.class);
  private static final Duration PERIOD = Duration.ofSeconds(2);

  private final Store store;
  private final CurrentSnapshot current;
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "refresh");
            thread.setDaemon(true);
            return thread;
          });

  private volatile StoreWatch watch = StoreWatch.NOTHING_YET;

  private Refresher(Store store, CurrentSnapshot current) {
    this.store = store;
    this.current = current;
  }

  static Refresher start(Store store, CurrentSnapshot current) {
    return start(store, current, PERIOD);
  }

  static Refresher start(Store store, CurrentSnapshot current, Duration period) {
    Refresher refresher = new Refresher(store, current);
    refresher.tell(Optional.empty());
    refresher.executor.scheduleWithFixedDelay(
        refresher::look, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    store.onRelease(refresher::refreshSoon);
    return refresher;
  }

  private void refreshSoon() {
    try {
      executor.execute(this::look);
    } catch (RejectedExecutionException e) {
      // closed meanwhile
    }
  }

  /** What leaves a task ends its repetition for good. */
  private void look() {
    try {
      refresh();
    } catch (Throwable e) {
      // there was no memory even to tell; it is tried again
    }
  }

  /** Looks for a newer release, and takes it. */
  synchronized void refresh() {
    Optional<String> failure = Optional.empty();
    try {
      if (current.refresh()) {
        LOG.info("Release {} is in force", current.get().release().id());
      }
    } catch (Throwable e) {
      String code = code(e);
      failure = Optional.of(code);
      if (!watch.failure().equals(failure)) {
        warn(code, e);
      }
    }
    tell(failure);
  }

  private static String code(Throwable failure) {
    if (failure instanceof ExplainedException explained) {
      return explained.code();
    }
    return failure instanceof OutOfMemoryError ? StoreWatch.OUT_OF_MEMORY : StoreWatch.UNEXPECTED;
  }

  /** Once for each kind of trouble, not every two seconds. */
  private void warn(String code, Throwable failure) {
    String release = current.get().release().id();
    if (failure instanceof UnavailableException) {
      LOG.warn("{}; release {} goes on", failure.getMessage(), release);
    } else {
      LOG.warn("No newer release can be taken ({}); {} goes on", code, release, failure);
    }
  }

  /**
   * Asks the store how it is doing, and keeps that.
   *
   * @param taking what went wrong when the newest release was to be taken
   */
  private void tell(Optional<String> taking) {
    StoreWatch before = watch;
    Optional<StoreState> state = Optional.empty();
    Optional<String> failure = taking;
    try {
      state = Optional.of(store.state());
    } catch (RuntimeException | Error e) {
      failure = Optional.of(taking.orElse(code(e)));
    }
    if (failure.isEmpty() && before.failure().isPresent()) {
      LOG.info("The newest release can be taken again");
    }
    Optional<Instant> readAt = failure.isEmpty() ? Optional.of(Instant.now()) : before.readAt();
    watch = new StoreWatch(state, readAt, failure);
  }

  /** How the store was doing when it was last asked. */
  StoreWatch watch() {
    return watch;
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
