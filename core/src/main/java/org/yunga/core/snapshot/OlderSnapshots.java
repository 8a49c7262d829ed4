package org.yunga.core.snapshot;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.ReleaseContent;
import org.yunga.core.plot.PlotIndex;
import org.yunga.core.store.Store;

/**
 * Snapshots of releases that are no longer in force, built when asked for. A few are kept; one is
 * built at a time, so that asking for many old releases slows down only those who do.
 *
 * <p>They share the plots that are still in force. Of those that are not, at most {@link
 * #MOST_PLOTS} are read: more would take the memory of the release in force once more. A snapshot
 * beyond that answers for figures and regions only.
 */
final class OlderSnapshots {

  /** Plots that are not in force: some 90 MB for each snapshot. */
  static final long MOST_PLOTS = 500_000;

  private static final int KEPT = 3;

  private final Store store;
  private final long mostPlots;
  private final Deque<Snapshot> kept = new ArrayDeque<>();

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
   * @param current the one in force
   * @throws org.yunga.core.text.UnknownNameException when there is no such release
   */
  synchronized Snapshot get(long number, Snapshot current) {
    for (Iterator<Snapshot> each = kept.iterator(); each.hasNext(); ) {
      Snapshot snapshot = each.next();
      if (snapshot.release().number() == number) {
        each.remove();
        kept.addFirst(snapshot);
        return snapshot;
      }
    }
    ReleaseContent content = store.read(number);
    Snapshot snapshot = Snapshot.of(content, plots(content, current));
    kept.addFirst(snapshot);
    if (kept.size() > KEPT) {
      kept.removeLast();
    }
    return snapshot;
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
  synchronized void forget() {
    kept.clear();
  }
}
