package org.yunga.core.plot;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.yunga.core.aggregate.PlotCounts;

/** Records of some plots in the order of their delivery, with what it takes to sort them. */
final class PlotBatch {

  /** A plot with its numbers. */
  record Numbered(Plot plot, int slot, int number) {}

  private final byte[] bytes;

  /** Where each record ends. */
  private final int[] ends;

  private final PlotCounts[] counts;
  private final double[] middleX;
  private final double[] middleY;
  private final PlotSums sums = new PlotSums();

  private PlotBatch(int size, List<Numbered> plots) {
    ends = new int[size];
    counts = new PlotCounts[size];
    middleX = new double[size];
    middleY = new double[size];
    ByteWriter out = new ByteWriter();
    PlotEncoder encoder = new PlotEncoder(out);
    Coordinate middle = new Coordinate();
    for (int i = 0; i < size; i++) {
      Numbered plot = plots.get(i);
      counts[i] = encoder.encode(plot.plot(), plot.slot(), plot.number(), middle);
      sums.add(PlotSlot.of(plot.plot()), encoder.size(), encoder.value());
      ends[i] = out.size();
      middleX[i] = middle.x;
      middleY[i] = middle.y;
    }
    bytes = out.toBytes();
  }

  static PlotBatch of(List<Numbered> plots) {
    return new PlotBatch(plots.size(), plots);
  }

  int size() {
    return ends.length;
  }

  PlotSums sums() {
    return sums;
  }

  PlotCounts counts(int i) {
    return counts[i];
  }

  double middleX(int i) {
    return middleX[i];
  }

  double middleY(int i) {
    return middleY[i];
  }

  int length(int i) {
    return ends[i] - start(i);
  }

  private int start(int i) {
    return i == 0 ? 0 : ends[i - 1];
  }

  void copy(int i, byte[] into, int at) {
    System.arraycopy(bytes, start(i), into, at, length(i));
  }
}
