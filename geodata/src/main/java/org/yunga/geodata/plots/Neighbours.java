package org.yunga.geodata.plots;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.yunga.core.space.EqualAreaFrame;

/**
 * Plots of one kind and year that are the same or share ground. A sweep from west to east finds
 * pairs whose boxes meet; memory grows with the pairs that were found, which are bounded.
 */
final class Neighbours {

  /** Up to so much two plots drawn side by side may share: 20 m², or one part in a hundred. */
  private static final double LEAST_HECTARES = 0.002;

  private static final double LEAST_SHARE = 0.01;

  /** Pairs of boxes that are looked at, for each plot; parcels of a cadastre have some four. */
  private static final int PAIRS_FOR_EACH = 30;

  private static final int BATCH = 8192;

  /** Metres that a corner may stick out over a shared border: rounding. */
  private static final double ROUNDING = 1e-3;

  private final PlotShelf shelf;
  private final int own;
  private final long mostPairs;
  private final List<Pair> found = new ArrayList<>();
  private int[] firsts = new int[BATCH];
  private int[] seconds = new int[BATCH];
  private int waiting;
  private long pairs;

  /**
   * Two plots, the later one of the file last, or that of the release first.
   *
   * @param other number on the shelf
   * @param later number on the shelf, of the file
   * @param hectares shared; not a number when they are the same
   * @param share of the smaller
   * @param otherArea square metres; nothing for points and lines
   * @param laterArea square metres
   */
  record Pair(
      int other, int later, double hectares, double share, double otherArea, double laterArea) {
    boolean isSame() {
      return Double.isNaN(hectares);
    }
  }

  /**
   * @param shelf plots of the file first, then those of the release
   * @param own how many are of the file
   */
  Neighbours(PlotShelf shelf, int own) {
    this.shelf = shelf;
    this.own = own;
    this.mostPairs = Math.max(1_000_000L, (long) PAIRS_FOR_EACH * shelf.size());
  }

  /** All pairs, in no order. */
  List<Pair> find() {
    for (int slot = 0; slot < shelf.slots().size(); slot++) {
      sweep(fromWestToEast(slot));
    }
    compareWaiting();
    return found;
  }

  /** Whether there were too many pairs to look at all of them. */
  boolean stopped() {
    return pairs > mostPairs;
  }

  long pairs() {
    return Math.min(pairs, mostPairs);
  }

  /** Numbers of the plots of a slot, by the western edge of their boxes. */
  private int[] fromWestToEast(int slot) {
    long[] keys =
        IntStream.range(0, shelf.size())
            .filter(i -> shelf.slotIndex(i) == slot)
            .mapToLong(i -> ((long) shelf.minX(i) << 32) | i)
            .toArray();
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
  }

  private void sweep(int... order) {
    int[] active = new int[64];
    int count = 0;
    for (int i : order) {
      int kept = 0;
      for (int at = 0; at < count; at++) {
        int other = active[at];
        if (shelf.maxX(other) < shelf.minX(i)) {
          continue;
        }
        active[kept++] = other;
        boolean meet = shelf.minY(other) <= shelf.maxY(i) && shelf.maxY(other) >= shelf.minY(i);
        if (meet && (i < own || other < own)) {
          add(i, other);
        }
      }
      count = kept;
      if (count == active.length) {
        active = Arrays.copyOf(active, 2 * count);
      }
      active[count++] = i;
    }
  }

  private void add(int i, int j) {
    if (++pairs > mostPairs) {
      return;
    }
    boolean bothInFile = i < own && j < own;
    firsts[waiting] = bothInFile ? Math.min(i, j) : Math.max(i, j);
    seconds[waiting] = bothInFile ? Math.max(i, j) : Math.min(i, j);
    if (++waiting == BATCH) {
      compareWaiting();
    }
  }

  private void compareWaiting() {
    found.addAll(
        IntStream.range(0, waiting)
            .parallel()
            .mapToObj(at -> compare(firsts[at], seconds[at]))
            .filter(pair -> pair != null)
            .toList());
    waiting = 0;
  }

  /** The pair when it matters, null when not. */
  private Pair compare(int other, int later) {
    if (shelf.shape(other) == shelf.shape(later)) {
      double area = EqualAreaFrame.project(shelf.geometry(other)).getArea();
      return new Pair(other, later, Double.NaN, 1, area, area);
    }
    Geometry first = shelf.geometry(other);
    Geometry second = shelf.geometry(later);
    if (first.getDimension() < 2 || second.getDimension() < 2) {
      return null;
    }
    Geometry one = EqualAreaFrame.project(first);
    Geometry two = EqualAreaFrame.project(second);
    if (isParted(one, two) || isParted(two, one)) {
      return null;
    }
    double shared = OverlayNGRobust.overlay(one, two, OverlayNG.INTERSECTION).getArea() / 10_000;
    double smaller = Math.min(one.getArea(), two.getArea()) / 10_000;
    double share = shared / smaller;
    return shared > LEAST_HECTARES && share > LEAST_SHARE
        ? new Pair(other, later, shared, share, one.getArea(), two.getArea())
        : null;
  }

  /** Whether an edge of the one has all of it on one side and all of the other beyond. */
  private static boolean isParted(Geometry one, Geometry other) {
    if (!(one instanceof Polygon polygon)) {
      return false;
    }
    Coordinate[] ring = polygon.getExteriorRing().getCoordinates();
    Coordinate[] mine = ring;
    Coordinate[] theirs = other.getCoordinates();
    for (int i = 1; i < ring.length; i++) {
      double dx = ring[i].x - ring[i - 1].x;
      double dy = ring[i].y - ring[i - 1].y;
      double length = Math.hypot(dx, dy);
      if (length > 0
          && (allBeyond(ring[i], dx / length, dy / length, mine, theirs)
              || allBeyond(ring[i], -dx / length, -dy / length, mine, theirs))) {
        return true;
      }
    }
    return false;
  }

  private static boolean allBeyond(
      Coordinate at, double dx, double dy, Coordinate[] left, Coordinate[] right) {
    for (Coordinate point : right) {
      if (dx * (point.y - at.y) - dy * (point.x - at.x) > ROUNDING) {
        return false;
      }
    }
    for (Coordinate point : left) {
      if (dx * (point.y - at.y) - dy * (point.x - at.x) < -ROUNDING) {
        return false;
      }
    }
    return true;
  }
}
