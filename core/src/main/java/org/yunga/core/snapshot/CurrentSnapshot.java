package org.yunga.core.snapshot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.ReleaseContent;
import org.yunga.core.plot.PlotIndex;
import org.yunga.core.plot.PlotKind;
import org.yunga.core.plot.PlotPack;
import org.yunga.core.plot.StoredPlots;
import org.yunga.core.store.Store;

/**
 * The snapshot that answers are given from: swapped whole when the store has a newer release, also
 * one that another process published.
 *
 * <p>Of a newer release only those plots are read that are new; retired ones are masked. In the
 * background the plots are then put under fewer trees, and the snapshot of the same release is
 * swapped once more, unless a newer one came meanwhile.
 */
public final class CurrentSnapshot {

  private static final int IDLE_SECONDS = 5;

  private final Store store;
  private final MemoryBudget budget;
  private final Executor merger;
  private final UnaryOperator<PlotIndex> merge;
  private final OlderSnapshots older;
  private final AtomicBoolean merging = new AtomicBoolean();
  private volatile boolean mergeFailed;
  private volatile Snapshot snapshot;
  private volatile long plotBytes;

  /** Reads the newest release. */
  public CurrentSnapshot(Store store) {
    this(store, MemoryBudget.ofHeap());
  }

  /**
   * Reads the newest release.
   *
   * @param budget beyond which plots stay in the store, where it can answer
   */
  public CurrentSnapshot(Store store, MemoryBudget budget) {
    this(store, budget, background(), PlotIndex::merged);
  }

  /**
   * Reads the newest release.
   *
   * @param merger runs what need not be waited for, one after another
   * @param merge puts plots under fewer trees
   */
  CurrentSnapshot(Store store, Executor merger, UnaryOperator<PlotIndex> merge) {
    this(store, MemoryBudget.ofHeap(), merger, merge);
  }

  private CurrentSnapshot(
      Store store, MemoryBudget budget, Executor merger, UnaryOperator<PlotIndex> merge) {
    this.store = store;
    this.budget = budget;
    this.merger = merger;
    this.merge = merge;
    this.older = new OlderSnapshots(store);
    take(store.readLatest(), PlotIndex.NONE);
  }

  /** One thread of low priority, which ends when there is nothing to do. */
  private static Executor background() {
    return new ThreadPoolExecutor(
        0,
        1,
        IDLE_SECONDS,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(),
        task -> {
          Thread thread = new Thread(task, "merge plots");
          thread.setDaemon(true);
          thread.setPriority(Thread.MIN_PRIORITY);
          return thread;
        });
  }

  /**
   * The newest one known. A request asks once and keeps it, so that its answer is of one release.
   */
  public Snapshot get() {
    return snapshot;
  }

  /**
   * The snapshot of a release, in force or older; of an older one it may have to be built first.
   *
   * @throws org.yunga.core.text.UnknownNameException when there is no such release
   * @throws org.yunga.core.work.BusyException when it is not at hand and others are being built
   */
  public Snapshot get(long release) {
    Snapshot now = snapshot;
    return now.release().number() == release ? now : older.get(release, this::get);
  }

  /**
   * Whether a snapshot has the plots of its release. That of an older release lacks them where too
   * many are no longer in force; see {@link OlderSnapshots}.
   */
  public boolean hasPlotsOf(Snapshot other) {
    return other == snapshot
        || other.plots().isPresent()
        || other.storedPlots().isPresent()
        || store.datasets().stream()
            .filter(kept -> other.release().datasets().contains(kept.dataset()))
            .allMatch(kept -> kept.counts().plots() == 0);
  }

  /**
   * Looks for a newer release and takes it.
   *
   * @return whether there was one
   */
  public synchronized boolean refresh() {
    // replicas may be behind each other: what was once in force does not come back
    if (store.latestReleaseNumber() <= snapshot.release().number()) {
      mergeLater(snapshot);
      return false;
    }
    ReleaseContent content = store.readLatest();
    if (content.release().number() <= snapshot.release().number()) {
      return false;
    }
    take(content, snapshot.plots().orElse(PlotIndex.NONE));
    return true;
  }

  private void take(ReleaseContent content, PlotIndex before) {
    // datasets never change: plots read by their ids are those of this release, whatever came since
    List<String> datasets = content.release().datasets().stream().map(Dataset::id).toList();
    Map<String, List<PlotPack>> packs = new HashMap<>();
    datasets.forEach(dataset -> packs.put(dataset, store.plotPacks(dataset)));
    List<PlotKind> kinds = content.catalogue().plotKinds();
    List<PlotPack> all = packs.values().stream().flatMap(List::stream).toList();
    plotBytes = MemoryBudget.needed(all);
    Optional<StoredPlots> stored =
        budget.holds(all) ? Optional.empty() : store.storedPlots(content.release().number(), kinds);
    Snapshot next =
        stored.isPresent()
            ? Snapshot.of(content, stored.get())
            : of(content, before.follow(kinds, datasets, packs::get));
    snapshot = next;
    older.forget();
    mergeLater(next);
  }

  private static Snapshot of(ReleaseContent content, PlotIndex plots) {
    return Snapshot.of(content, Optional.of(plots).filter(index -> !index.slots().isEmpty()));
  }

  /** How much memory plots may take. */
  public MemoryBudget budget() {
    return budget;
  }

  /** Bytes that the plots of the release in force take in memory, or would take. */
  public long plotBytes() {
    return plotBytes;
  }

  /**
   * Also what could not be merged before: with every look for a newer release it is tried again.
   */
  private void mergeLater(Snapshot of) {
    boolean worthwhile = of.plots().map(PlotIndex::worthMerging).orElse(false);
    if (worthwhile && merging.compareAndSet(false, true)) {
      try {
        merger.execute(() -> merge(of));
      } catch (RuntimeException | OutOfMemoryError e) {
        // there may be no thread to be had
        mergeFailed(of, e);
        merging.set(false);
      }
    }
  }

  /**
   * Whether plots stand under more trees than need be because the last merge failed: answers are
   * the same, only slower. It is tried again with every look for a newer release.
   */
  public boolean mergeHasFailed() {
    return mergeFailed;
  }

  /** A release is answered as well from many trees as from few, only more slowly. */
  private void merge(Snapshot of) {
    try {
      if (snapshot == of) {
        swap(of, of.with(merge.apply(of.plots().orElseThrow())));
      }
      mergeFailed = false;
    } catch (RuntimeException | OutOfMemoryError e) {
      mergeFailed(of, e);
    } finally {
      merging.set(false);
    }
  }

  private void mergeFailed(Snapshot of, Throwable cause) {
    mergeFailed = true;
    // found only when it is needed: a first logger costs a start some hundredth of a second
    System.getLogger(CurrentSnapshot.class.getName())
        .log(
            System.Logger.Level.WARNING,
            "The plots of release " + of.release().id() + " could not be merged; tried again later",
            cause);
  }

  private synchronized void swap(Snapshot before, Snapshot next) {
    if (snapshot == before) {
      snapshot = next;
      older.forget();
    }
  }
}
