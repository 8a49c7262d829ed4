package org.yunga.core.snapshot;

import java.util.List;
import java.util.Optional;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Release;
import org.yunga.core.plot.PlotIndex;
import org.yunga.core.plot.PlotSlot;
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
    this.snapshot = Snapshot.of(store.readLatest(), readPlots());
  }

  private Optional<PlotIndex> readPlots() {
    List<PlotSlot> slots = store.plotSlots();
    return slots.isEmpty() ? Optional.empty() : Optional.of(PlotIndex.of(slots, store.plots()));
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
    Release next = store.latestRelease();
    boolean samePlots = bringers(next).equals(bringers(snapshot.release()));
    snapshot = Snapshot.of(store.readLatest(), samePlots ? snapshot.plots() : readPlots());
    return true;
  }

  /** Boundaries never bring plots; loading them should not read millions of plots again. */
  private static List<Dataset> bringers(Release release) {
    return release.datasets().stream().filter(dataset -> !dataset.isBoundaries()).toList();
  }
}
