package org.yunga.core.snapshot;

import java.util.List;
import java.util.TreeSet;
import org.yunga.core.plot.PlotPack;
import org.yunga.core.plot.PlotSlot;

/**
 * How much memory the trees of plots may take. Where they need more, and the store can, totals are
 * computed in the store.
 *
 * @param bytes at least 1
 */
public record MemoryBudget(long bytes) {

  /** While a release is followed by another, or trees are merged, some plots are there twice. */
  private static final int SHARE_OF_HEAP = 2;

  /** Refuses nothing and less. */
  public MemoryBudget {
    if (bytes < 1) {
      throw new IllegalArgumentException("At least a byte, not " + bytes);
    }
  }

  /** Half of the largest heap that this Java may have. */
  public static MemoryBudget ofHeap() {
    return new MemoryBudget(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
  }

  /** Bytes of the trees of some packs, known before any plot is read. */
  static long needed(List<PlotPack> packs) {
    TreeSet<PlotSlot> slots = new TreeSet<>();
    packs.forEach(pack -> slots.addAll(pack.slots()));
    return packs.stream().mapToLong(pack -> pack.treeBytes(slots.size())).sum();
  }

  boolean holds(List<PlotPack> packs) {
    return needed(packs) <= bytes;
  }
}
