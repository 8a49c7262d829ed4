package org.yunga.geodata.plots;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.plot.Plot;
import org.yunga.core.plot.PlotSlot;
import org.yunga.core.plot.PlotUnpacker;
import org.yunga.geodata.intake.IntakeCounts;
import org.yunga.geodata.intake.KnownRelease;

/** The plots of a release that a file has to do with. */
final class ReleasePlots {

  /**
   * Squares of a hundredth of a degree, some kilometre: only plots near those of the file matter.
   */
  private static final double SQUARES = 100;

  private final KnownRelease release;
  private final String key;

  /**
   * @param key of the dataset that the file would be
   */
  ReleasePlots(KnownRelease release, String key) {
    this.release = release;
    this.key = key;
  }

  /** Datasets in force, without the edition that the file would take the place of. */
  List<String> others() {
    return release.content().release().datasets().stream()
        .filter(dataset -> !dataset.key().equals(key))
        .map(Dataset::id)
        .toList();
  }

  /** The edition that the file would take the place of; at most one. */
  List<String> before() {
    return release.content().release().datasets().stream()
        .filter(dataset -> dataset.key().equals(key))
        .map(Dataset::id)
        .toList();
  }

  /**
   * Puts the plots of other datasets that lie near those of the file behind them.
   *
   * @return for each dataset the first number that is not of it
   */
  int[] addNear(PlotShelf shelf) {
    Set<PlotSlot> slots = Set.copyOf(shelf.slots());
    Set<Long> squares = new HashSet<>();
    for (int i = 0; i < shelf.size(); i++) {
      addSquares(
          new Envelope(
              shelf.minX(i) / 1e7, shelf.maxX(i) / 1e7, shelf.minY(i) / 1e7, shelf.maxY(i) / 1e7),
          squares);
    }
    List<String> datasets = others();
    int[] ends = new int[datasets.size()];
    for (int i = 0; i < ends.length; i++) {
      PlotUnpacker.of(release.plots().apply(datasets.get(i)))
          .forEach(
              plot -> {
                if (slots.contains(new PlotSlot(plot.kind(), plot.year()))
                    && isNear(plot, squares)) {
                  shelf.add(plot, -1);
                }
              });
      ends[i] = shelf.size();
    }
    return ends;
  }

  private static boolean isNear(Plot plot, Set<Long> squares) {
    Set<Long> own = new HashSet<>();
    addSquares(plot.geometry().getEnvelopeInternal(), own);
    return own.stream().anyMatch(squares::contains);
  }

  private static void addSquares(Envelope box, Set<Long> squares) {
    for (int x = square(box.getMinX()); x <= square(box.getMaxX()); x++) {
      for (int y = square(box.getMinY()); y <= square(box.getMaxY()); y++) {
        squares.add((long) x << 32 | (y & 0xFFFFFFFFL));
      }
    }
  }

  private static int square(double degrees) {
    return (int) Math.floor(degrees * SQUARES);
  }

  /**
   * What the file changes against the edition before. A plot is known by its kind, year and
   * vertices; with another value it changed, with other vertices it is another plot.
   */
  IntakeCounts compared(PlotShelf shelf, long rows, long refused) {
    long[] shapes = new long[shelf.accepted()];
    int count = 0;
    for (int i = 0; i < shelf.size(); i++) {
      if (!shelf.isRefused(i)) {
        shapes[count++] = withSlot(shelf.shape(i), shelf.slot(i));
      }
    }
    Arrays.sort(shapes);
    Values values = new Values(shelf);
    long[] result = new long[3];
    for (String dataset : before()) {
      PlotUnpacker.of(release.plots().apply(dataset))
          .forEach(plot -> result[values.compare(plot, shapes)]++);
    }
    long unchanged = result[Values.SAME];
    long changed = result[Values.CHANGED];
    return new IntakeCounts(
        rows,
        shelf.accepted(),
        refused,
        shelf.accepted() - unchanged - changed,
        changed,
        unchanged,
        result[Values.GONE]);
  }

  private static long withSlot(long shape, PlotSlot slot) {
    return shape * 31 + slot.hashCode();
  }

  /** Values of plots by what they are known by. */
  private static final class Values {

    static final int SAME = 0;
    static final int CHANGED = 1;
    static final int GONE = 2;

    private final Set<Long> withValue = new HashSet<>();

    Values(PlotShelf shelf) {
      for (int i = 0; i < shelf.size(); i++) {
        if (!shelf.isRefused(i) && !Double.isNaN(shelf.value(i))) {
          withValue.add(valued(withSlot(shelf.shape(i), shelf.slot(i)), shelf.value(i)));
        }
      }
    }

    private static long valued(long shape, double value) {
      return shape * 31 + Math.round(value * 1e6);
    }

    int compare(Plot plot, long... shapes) {
      long shape =
          withSlot(PlotShelf.shapeHash(plot.geometry()), new PlotSlot(plot.kind(), plot.year()));
      if (Arrays.binarySearch(shapes, shape) < 0) {
        return GONE;
      }
      boolean same =
          plot.value().isEmpty() || withValue.contains(valued(shape, plot.value().getAsDouble()));
      return same ? SAME : CHANGED;
    }
  }
}
