package org.yunga.core.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinTask;
import java.util.function.ToIntFunction;
import org.yunga.core.aggregate.AggregateTree;
import org.yunga.core.aggregate.PlotCounts;
import org.yunga.core.aggregate.Sharing;
import org.yunga.core.aggregate.TreeLoader;
import org.yunga.core.space.DegreeGrid;
import org.yunga.core.space.EqualAreaFrame;

/** Makes the tree of a pack, block after block on all cores, straight into its arrays. */
final class TreeUnpacker {

  private final TreeLoader loader;
  private final int[] slotOf;
  private final Workers workers = new Workers();
  private final List<ForkJoinTask<?>> underWay = new ArrayList<>();
  private PlotCounts before = PlotCounts.NONE;

  private TreeUnpacker(PlotPack pack, int... slotOf) {
    this.loader = new TreeLoader(pack.form().dimension(), pack.counts(), pack.valued(), false);
    this.slotOf = slotOf;
  }

  /**
   * The tree.
   *
   * @param numbers the number in the tree of each slot of the pack
   * @param sharing for each slot of the tree
   */
  static AggregateTree tree(PlotPack pack, ToIntFunction<PlotSlot> numbers, List<Sharing> sharing) {
    TreeUnpacker unpacker =
        new TreeUnpacker(pack, pack.slots().stream().mapToInt(numbers).toArray());
    try {
      pack.blocks().forEach(unpacker::begin);
    } finally {
      unpacker.finish();
    }
    return unpacker.loader.build(sharing);
  }

  private void begin(PlotBlock block) {
    TreeLoader.Part part = loader.part(before, block.counts());
    before = before.plus(block.counts());
    underWay.add(workers.begin(() -> unpack(block, part)));
  }

  private void finish() {
    underWay.forEach(ForkJoinTask::join);
  }

  private int unpack(PlotBlock block, TreeLoader.Part part) {
    RecordReader records = new RecordReader(block.bytes());
    while (records.next()) {
      unpackPlot(records, part);
    }
    part.close();
    return block.counts().plots();
  }

  /** On its own, so that Java compiles it once, early, and not as loops within loops. */
  private void unpackPlot(RecordReader records, TreeLoader.Part part) {
    double firstX = 0;
    double firstY = 0;
    for (int ring = 0; ring < records.rings(); ring++) {
      for (int i = 0; i < records.vertices(ring); i++) {
        records.nextVertex();
        double x = EqualAreaFrame.x(DegreeGrid.degrees(records.longitude()));
        double y = EqualAreaFrame.y(DegreeGrid.degrees(records.latitude()));
        if (ring == 0 && i == 0) {
          firstX = x;
          firstY = y;
        }
        part.vertex(x, y);
      }
      part.endRing();
    }
    double insideX = records.inside(firstX);
    double insideY = records.inside(firstY);
    part.endPlot(
        slotOf[records.slot()],
        0,
        records.number(),
        records.size(),
        insideX,
        insideY,
        records.value());
  }
}
