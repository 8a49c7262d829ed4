package org.yunga.core.snapshot;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.ReleaseContent;
import org.yunga.core.plot.PlotIndex;
import org.yunga.core.store.Store;
import org.yunga.core.work.BusyException;

/**
 * Snapshots of releases that are no longer in force, built when asked for. A few are kept, and who
 * asks for one of these never waits for another; whoever asks for one that is being built waits for
 * it, and for a third there is no room: asking for many old releases slows down only those who do.
 *
 * <p>They share the plots that are still in force. Of those that are not, at most {@link
 * #MOST_PLOTS} are read: more would take the memory of the release in force once more. A snapshot
 * beyond that answers for figures and regions only.
 */
final class OlderSnapshots {

  /** Plots that are not in force: some 90 MB for each snapshot. */
  static final long MOST_PLOTS = 500_000;

  private static final int KEPT = 3;

  /** Built at once; each may take the memory of {@link #MOST_PLOTS}. */
  private static final int BUILT_AT_ONCE = 2;

  private final Store store;
  private final long mostPlots;
  private final AtomicInteger building = new AtomicInteger();

  /** The one asked for longest ago comes first. Guarded by itself. */
  private final Map<Long, CompletableFuture<Snapshot>> kept = new LinkedHashMap<>(8, 0.75f, true);

  OlderSnapshots(Store store) {
    this(store, MOST_PLOTS);
  }

  OlderSnapshots(Store store, long mostPlots) {
    this.store = store;
    this.mostPlots = mostPlots;
  }

  /**
   * The snapshot of a release.
   *
   * @param current gives the one in force
   * @throws org.yunga.core.text.UnknownNameException when there is no such release
   * @throws BusyException when others are being built
   */
  Snapshot get(long number, Supplier<Snapshot> current) {
    CompletableFuture<Snapshot> mine = new CompletableFuture<>();
    CompletableFuture<Snapshot> known;
    synchronized (kept) {
      known = kept.get(number);
      if (known == null) {
        if (building.get() >= BUILT_AT_ONCE) {
          throw new BusyException();
        }
        building.incrementAndGet();
        kept.put(number, mine);
      }
    }
    if (known != null) {
      return awaited(known);
    }
    try {
      mine.complete(build(number, current));
    } catch (RuntimeException | Error e) {
      mine.completeExceptionally(e);
    } finally {
      building.decrementAndGet();
    }
    return awaited(mine);
  }

  private static Snapshot awaited(CompletableFuture<Snapshot> built) {
    try {
      return built.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /**
   * Keeps what was built, unless a release came meanwhile: then it shares trees with one that is no
   * longer in force, and would keep them in memory.
   */
  private Snapshot build(long number, Supplier<Snapshot> current) {
    Snapshot inForce = current.get();
    boolean stays = false;
    try {
      ReleaseContent content = store.read(number);
      Snapshot snapshot = snapshot(content, inForce);
      stays = current.get() == inForce;
      return snapshot;
    } finally {
      trim(number, stays);
    }
  }

  private void trim(long number, boolean stays) {
    synchronized (kept) {
      if (!stays) {
        kept.remove(number);
      }
      Iterator<Long> oldest = kept.keySet().iterator();
      while (kept.size() > KEPT && oldest.hasNext()) {
        oldest.next();
        oldest.remove();
      }
    }
  }

  /** Plots that are not read are asked where they are kept, if the store can. */
  private Snapshot snapshot(ReleaseContent content, Snapshot current) {
    Optional<PlotIndex> plots =
        current.storedPlots().isPresent() ? Optional.empty() : plots(content, current);
    return plots.isPresent()
        ? Snapshot.of(content, plots)
        : store
            .storedPlots(content.release().number(), content.catalogue().plotKinds())
            .map(stored -> Snapshot.of(content, stored))
            .orElseGet(() -> Snapshot.of(content));
  }

  private Optional<PlotIndex> plots(ReleaseContent content, Snapshot current) {
    List<Dataset> held = content.release().datasets();
    long unread =
        store.datasets().stream()
            .filter(known -> held.contains(known.dataset()))
            .filter(known -> !current.release().datasets().contains(known.dataset()))
            .mapToLong(known -> known.counts().plots())
            .sum();
    if (unread > mostPlots) {
      return Optional.empty();
    }
    List<String> ids = held.stream().map(Dataset::id).toList();
    PlotIndex plots =
        current
            .plots()
            .orElse(PlotIndex.NONE)
            .follow(content.catalogue().plotKinds(), ids, store::plotPacks);
    return plots.slots().isEmpty() ? Optional.empty() : Optional.of(plots);
  }

  /** Lets go of all: they share trees with a snapshot that was in force until now. */
  void forget() {
    synchronized (kept) {
      kept.clear();
    }
  }
}
