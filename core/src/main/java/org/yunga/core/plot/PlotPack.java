package org.yunga.core.plot;

import java.util.List;
import java.util.function.Consumer;
import org.yunga.core.aggregate.PlotCounts;

/**
 * The plots of one dataset that are of one form, in blocks along the curve: as a store keeps them,
 * so that a tree is made of them without sorting.
 *
 * @param form of all of them
 * @param slots what the slot numbers in the records stand for
 * @param counts how much all blocks hold
 * @param valued whether any plot has a value
 * @param blocks the blocks
 */
public record PlotPack(
    PlotForm form, List<PlotSlot> slots, PlotCounts counts, boolean valued, Blocks blocks) {

  /** Copies the list. */
  public PlotPack {
    slots = List.copyOf(slots);
  }

  /**
   * Bytes that its tree takes in memory, to a percent.
   *
   * @param allSlots how many slots the release has
   */
  public long treeBytes(int allSlots) {
    long each = 50 + 2 + (valued ? 8 : 0);
    long shapes = 16L * counts.vertices() + 4L * counts.rings();
    long sums = (counts.plots() / 64 + 1L) * allSlots * (valued ? 20 : 12);
    return each * counts.plots() + shapes + sums;
  }

  /** Blocks that come one after another. */
  @FunctionalInterface
  public interface Blocks {

    /** Hands out every block, in the order of the curve, anew each time. */
    void forEach(Consumer<PlotBlock> consumer);
  }
}
