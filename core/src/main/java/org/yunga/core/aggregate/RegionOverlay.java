package org.yunga.core.aggregate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Totals of every region of a set at once, in parallel, with what lies outside all of them.
 * Immutable; make it once for a stored region set. The answer does not depend on the number of
 * threads.
 */
public final class RegionOverlay {

  private final List<QueryPolygon> regions;
  private final boolean disjoint;

  private RegionOverlay(List<QueryPolygon> regions, boolean disjoint) {
    this.regions = List.copyOf(regions);
    this.disjoint = disjoint;
  }

  /** Regions that share borders but no ground, such as districts: they have an outside. */
  public static RegionOverlay disjoint(List<QueryPolygon> regions) {
    return new RegionOverlay(regions, true);
  }

  /** Regions that may lie over each other, such as buffers: they have no outside. */
  public static RegionOverlay overlapping(List<QueryPolygon> regions) {
    return new RegionOverlay(regions, false);
  }

  /** Asks a tree about all regions, in the pool of the calling thread or else the common one. */
  public RegionTotals totals(AggregateTree tree) {
    return totals(List.of(tree), tree.slots());
  }

  /**
   * Asks several trees about all regions, as if they were one.
   *
   * @param trees trees with the same slots
   * @param slots how many slots they have
   */
  public RegionTotals totals(List<AggregateTree> trees, int slots) {
    SlotTotals[] rows = new SlotTotals[regions.size()];
    AtomicInteger next = new AtomicInteger();
    List<ForkJoinTask<?>> workers = new ArrayList<>();
    for (int i = 0; i < Math.min(threads(), rows.length); i++) {
      workers.add(ForkJoinTask.adapt(() -> work(trees, slots, rows, next)));
    }
    ForkJoinTask.invokeAll(workers);
    return disjoint
        ? RegionTotals.disjoint(List.of(rows), whole(trees, slots))
        : new RegionTotals(List.of(rows), Optional.empty());
  }

  /** Regions differ widely in cost, so each worker takes the next one when it is free. */
  private void work(List<AggregateTree> trees, int slots, SlotTotals[] rows, AtomicInteger next) {
    for (int i = next.getAndIncrement(); i < rows.length; i = next.getAndIncrement()) {
      rows[i] = new SlotTotals(slots);
      for (AggregateTree tree : trees) {
        rows[i].add(tree.totals(regions.get(i)));
      }
    }
  }

  private static SlotTotals whole(List<AggregateTree> trees, int slots) {
    SlotTotals whole = new SlotTotals(slots);
    trees.forEach(tree -> whole.add(tree.totals()));
    return whole;
  }

  /** The calling thread works too, which the common pool does not count. */
  private static int threads() {
    ForkJoinPool pool = ForkJoinTask.getPool();
    return pool == null || pool == ForkJoinPool.commonPool()
        ? ForkJoinPool.getCommonPoolParallelism() + 1
        : pool.getParallelism();
  }
}
