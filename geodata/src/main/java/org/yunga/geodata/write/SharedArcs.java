package org.yunga.geodata.write;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.LineString;

/**
 * Rings cut where borders meet, and each piece kept once, whichever of two neighbours it came from.
 * A border meets another at a point that two rings pass with other neighbours before and after it
 * (Bostock's algorithm for TopoJSON).
 */
final class SharedArcs {

  /** Points of a grid; a ring has its first point again as the last. */
  record Line(long[] points) {

    /** A ring on a grid of so many steps to a degree, without points that fall together. */
    static Line of(LineString ring, int steps) {
      CoordinateSequence from = ring.getCoordinateSequence();
      long[] points = new long[from.size()];
      int n = 0;
      for (int i = 0; i < from.size(); i++) {
        long point = point(Math.round(from.getX(i) * steps), Math.round(from.getY(i) * steps));
        if (n == 0 || points[n - 1] != point) {
          points[n++] = point;
        }
      }
      return new Line(Arrays.copyOf(points, n));
    }

    private static long point(long x, long y) {
      return x << Integer.SIZE | y & 0xffff_ffffL;
    }

    int size() {
      return points.length;
    }

    int x(int i) {
      return (int) (points[i] >> Integer.SIZE);
    }

    int y(int i) {
      return (int) points[i];
    }

    /** Three corners at least. */
    boolean hasArea() {
      return points.length > 3;
    }

    private Line part(int from, int to) {
      return new Line(Arrays.copyOfRange(points, from, to + 1));
    }

    private Line reversed() {
      long[] back = new long[points.length];
      for (int i = 0; i < back.length; i++) {
        back[i] = points[points.length - 1 - i];
      }
      return new Line(back);
    }

    /** The same ring, begun at its least point: equal rings then are equal lines. */
    private Line begunAtLeast() {
      int least = 0;
      for (int i = 1; i < points.length - 1; i++) {
        if (points[i] < points[least]) {
          least = i;
        }
      }
      long[] turned = new long[points.length];
      for (int i = 0; i < turned.length; i++) {
        turned[i] = points[(least + i) % (points.length - 1)];
      }
      return new Line(turned);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Line line && Arrays.equals(points, line.points);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(points);
    }
  }

  private final Map<Long, long[]> neighbours = new HashMap<>();
  private final Set<Long> junctions = new HashSet<>();
  private final Map<Line, Integer> arcs = new LinkedHashMap<>();

  /** Notes where a ring passes; all rings are added before the first is cut. */
  void add(Line ring) {
    if (!ring.hasArea()) {
      return;
    }
    long[] points = ring.points();
    int n = points.length - 1;
    for (int i = 0; i < n; i++) {
      long before = points[(i + n - 1) % n];
      long after = points[i + 1];
      long[] sides = {Math.min(before, after), Math.max(before, after)};
      long[] known = neighbours.putIfAbsent(points[i], sides);
      if (known != null && !Arrays.equals(known, sides)) {
        junctions.add(points[i]);
      }
    }
  }

  /**
   * The arcs of a ring, in its direction; the complement of the number where it runs backwards.
   * None for a ring without area.
   */
  int[] of(Line ring) {
    if (!ring.hasArea()) {
      return new int[0];
    }
    List<Integer> cuts = new ArrayList<>();
    for (int i = 0; i < ring.size() - 1; i++) {
      if (junctions.contains(ring.points()[i])) {
        cuts.add(i);
      }
    }
    if (cuts.isEmpty()) {
      return new int[] {number(ring.begunAtLeast())};
    }
    int n = ring.size() - 1;
    long[] turned = new long[ring.size()];
    for (int i = 0; i <= n; i++) {
      turned[i] = ring.points()[(cuts.get(0) + i) % n];
    }
    Line begun = new Line(turned);
    int[] found = new int[cuts.size()];
    for (int i = 0; i < found.length; i++) {
      int from = cuts.get(i) - cuts.get(0);
      int to = i + 1 < found.length ? cuts.get(i + 1) - cuts.get(0) : n;
      found[i] = number(begun.part(from, to));
    }
    return found;
  }

  private int number(Line line) {
    Integer known = arcs.get(line);
    if (known != null) {
      return known;
    }
    Integer backwards = arcs.get(line.reversed());
    if (backwards != null) {
      return ~backwards;
    }
    arcs.put(line, arcs.size());
    return arcs.size() - 1;
  }

  /** Every arc once, by its number. */
  List<Line> lines() {
    return List.copyOf(arcs.keySet());
  }
}
