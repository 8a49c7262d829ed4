package org.yunga.geodata.plots;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.yunga.core.plot.Plot;
import org.yunga.core.plot.PlotSlot;
import org.yunga.core.plot.PlotSource;
import org.yunga.core.space.DegreeGrid;

/**
 * Plots in few bytes: some 200 each where they have seven vertices. Adding is for one thread,
 * reading for any number.
 */
final class PlotShelf implements PlotSource {

  private static final int PAGE = 1 << 20;

  /** Steps of boxes in a degree: a centimetre. */
  private static final double BOX_STEPS = 1e7;

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final WKBWriter writer = new WKBWriter(2);
  private final List<byte[]> pages = new ArrayList<>();
  private final Map<PlotSlot, Integer> slotNumbers = new HashMap<>();
  private final List<PlotSlot> slots = new ArrayList<>();
  private final BitSet refused = new BitSet();
  private int used = PAGE;
  private int size;
  private int[] page = new int[1024];
  private int[] offset = new int[1024];
  private int[] length = new int[1024];
  private int[] slot = new int[1024];
  private long[] row = new long[1024];
  private double[] value = new double[1024];
  private long[] shape = new long[1024];
  private int[] boxes = new int[4 * 1024];

  /** Adds a plot; it gets the next number. */
  void add(Plot plot, long ofRow) {
    if (size == page.length) {
      grow();
    }
    byte[] bytes = writer.write(plot.geometry());
    if (used + bytes.length > PAGE) {
      pages.add(new byte[Math.max(PAGE, bytes.length)]);
      used = 0;
    }
    System.arraycopy(bytes, 0, pages.get(pages.size() - 1), used, bytes.length);
    page[size] = pages.size() - 1;
    offset[size] = used;
    length[size] = bytes.length;
    used += bytes.length;
    slot[size] = slotNumber(new PlotSlot(plot.kind(), plot.year()));
    row[size] = ofRow;
    value[size] = plot.value().orElse(Double.NaN);
    shape[size] = shapeHash(plot.geometry());
    Envelope box = plot.geometry().getEnvelopeInternal();
    boxes[4 * size] = (int) Math.floor(box.getMinX() * BOX_STEPS);
    boxes[4 * size + 1] = (int) Math.floor(box.getMinY() * BOX_STEPS);
    boxes[4 * size + 2] = (int) Math.ceil(box.getMaxX() * BOX_STEPS);
    boxes[4 * size + 3] = (int) Math.ceil(box.getMaxY() * BOX_STEPS);
    size++;
  }

  private void grow() {
    int more = Math.addExact(size, size / 2);
    page = Arrays.copyOf(page, more);
    offset = Arrays.copyOf(offset, more);
    length = Arrays.copyOf(length, more);
    slot = Arrays.copyOf(slot, more);
    row = Arrays.copyOf(row, more);
    value = Arrays.copyOf(value, more);
    shape = Arrays.copyOf(shape, more);
    boxes = Arrays.copyOf(boxes, 4 * more);
  }

  private int slotNumber(PlotSlot wanted) {
    return slotNumbers.computeIfAbsent(
        wanted,
        added -> {
          slots.add(added);
          return slots.size() - 1;
        });
  }

  /**
   * The same for geometries of the same vertices on the grid, wherever their rings start and
   * whichever way they run.
   */
  static long shapeHash(Geometry geometry) {
    long sum = geometry.getDimension();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      Geometry part = geometry.getGeometryN(i);
      if (part instanceof Polygon polygon) {
        sum += hash(polygon.getExteriorRing().getCoordinates(), true);
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          sum += hash(polygon.getInteriorRingN(hole).getCoordinates(), true);
        }
      } else {
        sum += hash(part.getCoordinates(), false);
      }
    }
    return sum;
  }

  private static long hash(Coordinate[] chain, boolean closed) {
    long sum = 0;
    for (int i = closed ? 1 : 0; i < chain.length; i++) {
      long x = DegreeGrid.steps(chain[i].x);
      long y = DegreeGrid.steps(chain[i].y);
      sum += mix(mix(x) + y);
    }
    return sum;
  }

  /** Finaliser of SplitMix64 (Steele, Lea, Flood 2014). */
  private static long mix(long bits) {
    long z = bits + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  int size() {
    return size;
  }

  /** Forgets the plots from a number on. */
  void truncate(int toSize) {
    size = toSize;
    refused.clear(toSize, Math.max(toSize, refused.length()));
    int lastPage = size == 0 ? -1 : page[size - 1];
    while (pages.size() > lastPage + 1) {
      pages.remove(pages.size() - 1);
    }
    used = PAGE;
  }

  long row(int i) {
    return row[i];
  }

  PlotSlot slot(int i) {
    return slots.get(slot[i]);
  }

  int slotIndex(int i) {
    return slot[i];
  }

  List<PlotSlot> slots() {
    return List.copyOf(slots);
  }

  long shape(int i) {
    return shape[i];
  }

  double value(int i) {
    return value[i];
  }

  int minX(int i) {
    return boxes[4 * i];
  }

  int minY(int i) {
    return boxes[4 * i + 1];
  }

  int maxX(int i) {
    return boxes[4 * i + 2];
  }

  int maxY(int i) {
    return boxes[4 * i + 3];
  }

  Geometry geometry(int i) {
    byte[] bytes =
        Arrays.copyOfRange(pages.get(page[i]), offset[i], Math.addExact(offset[i], length[i]));
    try {
      return new WKBReader(FACTORY).read(bytes);
    } catch (ParseException e) {
      throw new IllegalStateException("Its own bytes", e);
    }
  }

  void refuse(int i) {
    refused.set(i);
  }

  boolean isRefused(int i) {
    return refused.get(i);
  }

  int accepted() {
    return size - refused.cardinality();
  }

  /** Those that were not refused, in the order of the file. */
  @Override
  public void forEach(Consumer<Plot> consumer) {
    for (int i = 0; i < size; i++) {
      if (!refused.get(i)) {
        PlotSlot of = slot(i);
        OptionalDouble number =
            Double.isNaN(value[i]) ? OptionalDouble.empty() : OptionalDouble.of(value[i]);
        consumer.accept(new Plot(of.kind(), of.year(), geometry(i), number));
      }
    }
  }
}
