package org.yunga.core.plot;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Consumer;
import org.yunga.core.aggregate.CurveOrder;
import org.yunga.core.aggregate.PlotCounts;

/**
 * Packs the plots of one dataset. They come one after another and are numbered in that order;
 * batches of them are encoded in parallel. Sorting needs all records in memory: some 120 bytes a
 * plot.
 */
public final class PlotPacker implements Consumer<Plot> {

  private static final int BATCH = 1024;

  /** Plots in a block, or fewer when they are large. */
  private static final int BLOCK = 1024;

  private static final int LARGE_BLOCK_BYTES = 1 << 18;

  private final Map<PlotForm, Builder> builders = new EnumMap<>(PlotForm.class);
  private int plots;

  /** Packs all plots of a source. */
  public static List<PlotPack> pack(PlotSource source) {
    PlotPacker packer = new PlotPacker();
    source.forEach(packer);
    return packer.packs();
  }

  @Override
  public void accept(Plot plot) {
    PlotForm form = PlotForm.of(plot.geometry().getDimension());
    builders.computeIfAbsent(form, Builder::new).add(plot, plots);
    plots = Math.incrementExact(plots);
  }

  /** A pack for each form of which there was a plot; they stay in memory as long as one of them. */
  public List<PlotPack> packs() {
    return builders.values().stream().map(Builder::pack).toList();
  }

  private static final class Builder {

    private final PlotForm form;
    private final Map<PlotSlot, Integer> slots = new HashMap<>();
    private final List<PlotSlot> slotList = new ArrayList<>();
    private final Workers workers = new Workers();
    private final List<ForkJoinTask<PlotBatch>> batches = new ArrayList<>();
    private List<PlotBatch.Numbered> waiting = new ArrayList<>(BATCH);
    private boolean valued;

    Builder(PlotForm form) {
      this.form = form;
    }

    void add(Plot plot, int number) {
      waiting.add(new PlotBatch.Numbered(plot, slot(plot), number));
      valued |= plot.value().isPresent();
      if (waiting.size() == BATCH) {
        encode();
      }
    }

    private int slot(Plot plot) {
      return slots.computeIfAbsent(
          PlotSlot.of(plot),
          slot -> {
            if (!slot.kind().matches(PlotSlot.KIND)) {
              throw new IllegalArgumentException("Not a plot kind id: '" + slot.kind() + "'");
            }
            slotList.add(slot);
            return slots.size();
          });
    }

    private void encode() {
      List<PlotBatch.Numbered> batch = waiting;
      waiting = new ArrayList<>(BATCH);
      batches.add(workers.begin(() -> packed(batch)));
    }

    /** The task lives as long as the pack: the plots themselves must not. */
    private static PlotBatch packed(List<PlotBatch.Numbered> batch) {
      PlotBatch packed = PlotBatch.of(batch);
      batch.clear();
      return packed;
    }

    PlotPack pack() {
      encode();
      PlotCounts counts = PlotCounts.NONE;
      PlotSums sums = new PlotSums();
      for (ForkJoinTask<PlotBatch> task : batches) {
        PlotBatch batch = task.join();
        sums.add(batch.sums());
        for (int i = 0; i < batch.size(); i++) {
          counts = counts.plus(batch.counts(i));
        }
      }
      int[] order = order(counts.plots());
      return new PlotPack(form, slotList, counts, valued, consumer -> blocks(order, consumer));
    }

    private int[] order(int count) {
      double[] x = new double[count];
      double[] y = new double[count];
      for (int i = 0; i < count; i++) {
        x[i] = batch(i).middleX(i % BATCH);
        y[i] = batch(i).middleY(i % BATCH);
      }
      return CurveOrder.of(count, x, y);
    }

    private PlotBatch batch(int plot) {
      return batches.get(plot / BATCH).join();
    }

    private void blocks(int[] order, Consumer<PlotBlock> consumer) {
      int from = 0;
      while (from < order.length) {
        int to = from;
        int bytes = 0;
        while (to < order.length && to < from + BLOCK && bytes < LARGE_BLOCK_BYTES) {
          bytes = Math.addExact(bytes, batch(order[to]).length(order[to] % BATCH));
          to++;
        }
        consumer.accept(block(order, from, to, bytes));
        from = to;
      }
    }

    private PlotBlock block(int[] order, int from, int to, int size) {
      byte[] bytes = new byte[size];
      PlotCounts counts = PlotCounts.NONE;
      int at = 0;
      for (int i = from; i < to; i++) {
        PlotBatch batch = batch(order[i]);
        int record = order[i] % BATCH;
        batch.copy(record, bytes, at);
        at += batch.length(record);
        counts = counts.plus(batch.counts(record));
      }
      return new PlotBlock(counts, bytes);
    }
  }
}
