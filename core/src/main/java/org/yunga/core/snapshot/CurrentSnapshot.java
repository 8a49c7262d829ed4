package org.yunga.core.snapshot;

import org.yunga.core.store.Store;

/**
 * The snapshot that answers are given from: swapped whole when the store has a newer release, also
 * one that another process published.
 */
public final class CurrentSnapshot {

  private final Store store;
  private volatile Snapshot snapshot;

  /** Reads the newest release. */
  public CurrentSnapshot(Store store) {
    this.store = store;
    this.snapshot = Snapshot.of(store.readLatest());
  }

  /**
   * The newest one known. A request asks once and keeps it, so that its answer is of one release.
   */
  public Snapshot get() {
    return snapshot;
  }

  /**
   * Looks for a newer release and takes it.
   *
   * @return whether there was one
   */
  public synchronized boolean refresh() {
    if (store.latestReleaseNumber() == snapshot.release().number()) {
      return false;
    }
    snapshot = Snapshot.of(store.readLatest());
    return true;
  }
}
