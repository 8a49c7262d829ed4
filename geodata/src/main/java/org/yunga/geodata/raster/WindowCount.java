package org.yunga.geodata.raster;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Counts the cells of one window into the regions that touch it. */
final class WindowCount {

  private static final double ROUNDING = 1e-9;

  private final Raster raster;
  private final CellMeaning meaning;
  private final Window window;
  private final Tally.Slots slots = new Tally.Slots();
  private final Map<Integer, Tally> zones = new TreeMap<>();
  private final Tally outside = new Tally();
  private final Tally whole = new Tally();
  private double overlap;

  private final double[] values;
  private final int[] slot;
  private final double[] weight;
  private final double[] hectares;
  private final double[] cover;
  private final double[] covered;

  private WindowCount(Raster raster, CellMeaning meaning, Window window) {
    this.raster = raster;
    this.meaning = meaning;
    this.window = window;
    values = new double[window.columns()];
    slot = new int[window.columns()];
    weight = new double[window.columns()];
    hectares = new double[window.columns()];
    cover = new double[window.columns()];
    covered = new double[window.columns()];
    Arrays.fill(weight, 1);
  }

  /** Loads and counts; the answer holds sums only. */
  static WindowCount of(
      Raster raster,
      Raster.Cells cells,
      CellMeaning meaning,
      List<ZoneEdges> regions,
      Window window) {
    WindowCount count = new WindowCount(raster, meaning, window);
    count.run(cells, regions);
    return count;
  }

  private void run(Raster.Cells cells, List<ZoneEdges> regions) {
    cells.load(window);
    Map<Integer, Coverage> coverages = new TreeMap<>();
    double[] differences = new double[window.columns() + 1];
    for (int i = 0; i < regions.size(); i++) {
      if (regions.get(i).touches(window)) {
        coverages.put(i, new Coverage(regions.get(i), raster.grid(), window, differences));
        zones.put(i, new Tally());
      }
    }
    for (int row = window.row(); row < window.endRow(); row++) {
      cells.row(row, values);
      classify(row);
      raster.grid().hectares(row, window.column(), window.columns(), hectares);
      Arrays.fill(covered, 0);
      for (Map.Entry<Integer, Coverage> zone : coverages.entrySet()) {
        countZone(zone.getValue(), row, zones.get(zone.getKey()));
      }
      countRest();
    }
  }

  private void countZone(Coverage coverage, int row, Tally tally) {
    int end = coverage.row(row, cover);
    for (int i = coverage.from(); i < end; i++) {
      if (cover[i] > 0) {
        covered[i] += cover[i];
        tally.add(slot[i], cover[i] * hectares[i], weight[i]);
      }
    }
  }

  private void countRest() {
    for (int i = 0; i < window.columns(); i++) {
      whole.add(slot[i], hectares[i], weight[i]);
      if (covered[i] < 1 - ROUNDING) {
        outside.add(slot[i], (1 - covered[i]) * hectares[i], weight[i]);
      } else if (covered[i] > 1 + ROUNDING) {
        overlap += (covered[i] - 1) * hectares[i];
      }
    }
  }

  private void classify(int row) {
    OptionalDouble nodata = raster.nodata();
    double unknown = nodata.orElse(Double.NaN);
    for (int i = 0; i < window.columns(); i++) {
      double value = values[i];
      if (Double.isNaN(value) || value == unknown) {
        slot[i] = Tally.Slots.NODATA;
        weight[i] = 1;
      } else if (meaning instanceof CellMeaning.Fractions fractions) {
        classifyFraction(row, i, value, fractions.whole());
      } else {
        classifyClass(row, i, value);
      }
    }
  }

  private void classifyClass(int row, int i, double value) {
    int number = (int) value;
    if (number != value) {
      throw RasterExceptions.notAClass(value, row + 1, window.column() + i + 1);
    }
    slot[i] = slots.of(number);
  }

  private void classifyFraction(int row, int i, double value, double full) {
    if (value < 0 || value > full * (1 + ROUNDING)) {
      throw RasterExceptions.notAFraction(value, full, row + 1, window.column() + i + 1);
    }
    slot[i] = slots.of(ZoneHectares.SHARE);
    weight[i] = value / full;
  }

  Map<Integer, Tally> zones() {
    return zones;
  }

  Tally outside() {
    return outside;
  }

  Tally whole() {
    return whole;
  }

  double overlap() {
    return overlap;
  }

  Tally.Slots slots() {
    return slots;
  }

  long cells() {
    return (long) window.rows() * window.columns();
  }
}
