package org.yunga.web.server;

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

/**
 * Takes releases that other processes publish: as soon as the store tells, and in any case by
 * looking every two seconds. A store that cannot be read just now must not end the service: the old
 * release goes on.
 */
final class Refresher implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Refresher.class);
  private static final int SECONDS = 2;

  private final Store store;
  private final CurrentSnapshot current;
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "refresh");
            thread.setDaemon(true);
            return thread;
          });

  private volatile Optional<StoreState> state = Optional.empty();

  /** Whether the store could be read when it was last tried. */
  private boolean reachable = true;

  private Refresher(Store store, CurrentSnapshot current) {
    this.store = store;
    this.current = current;
  }

  static Refresher start(Store store, CurrentSnapshot current) {
    Refresher refresher = new Refresher(store, current);
    refresher.lookAtStore();
    refresher.executor.scheduleWithFixedDelay(
        refresher::refresh, SECONDS, SECONDS, TimeUnit.SECONDS);
    store.onRelease(refresher::refreshSoon);
    return refresher;
  }

  private void refreshSoon() {
    try {
      executor.execute(this::refresh);
    } catch (RejectedExecutionException e) {
      // closed meanwhile
    }
  }

  /** Looks for a newer release, and takes it. */
  synchronized void refresh() {
    try {
      if (current.refresh()) {
        LOG.info("Release {} is in force", current.get().release().id());
      }
      if (!reachable) {
        LOG.info("The store can be read again");
      }
      reachable = true;
      lookAtStore();
    } catch (UnavailableException e) {
      state = Optional.empty();
      if (reachable) {
        LOG.warn("{}; release {} goes on", e.getMessage(), current.get().release().id());
      }
      reachable = false;
    } catch (RuntimeException e) {
      LOG.warn("The store cannot be read; release {} goes on", current.get().release().id(), e);
    }
  }

  /** That a replica's lag cannot be measured while the primary is away is no reason to give up. */
  private void lookAtStore() {
    try {
      state = Optional.of(store.state());
    } catch (ExplainedException e) {
      state = Optional.empty();
    }
  }

  /** How the store was doing when it was last asked; empty when it did not answer. */
  Optional<StoreState> state() {
    return state;
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
