package org.yunga.web.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;

/**
 * Gives generalised outlines the detail of surveyed ones: edges are broken at their middle, which
 * is moved aside, again and again. The move depends on the edge only, so neighbours keep their
 * common border.
 */
final class Detail {

  /** Leaves edges as they are. */
  static final Detail NONE = new Detail(Double.POSITIVE_INFINITY);

  /** Pieces of at most 400 m. */
  static final Detail SURVEYED = new Detail(400);

  private static final double ROUGHNESS = 0.16;

  private final double longest;

  private Detail(double longest) {
    this.longest = longest;
  }

  List<Coordinate> refine(List<Coordinate> ring) {
    List<Coordinate> refined = new ArrayList<>();
    refined.add(ring.get(0));
    for (int i = 1; i < ring.size(); i++) {
      Coordinate a = ring.get(i - 1);
      Coordinate b = ring.get(i);
      List<Coordinate> between = new ArrayList<>();
      boolean forward = a.compareTo(b) < 0;
      split(forward ? a : b, forward ? b : a, between);
      for (int k = 0; k < between.size(); k++) {
        refined.add(between.get(forward ? k : between.size() - 1 - k));
      }
      refined.add(b);
    }
    return refined;
  }

  private void split(Coordinate a, Coordinate b, List<Coordinate> between) {
    double length = a.distance(b);
    if (length <= longest) {
      return;
    }
    double aside = ROUGHNESS * (random(a, b) - 0.5);
    double x = (a.x + b.x) / 2 - aside * (b.y - a.y);
    double y = (a.y + b.y) / 2 + aside * (b.x - a.x);
    Coordinate middle = new Coordinate(Math.rint(x * 1_000) / 1_000, Math.rint(y * 1_000) / 1_000);
    split(a, middle, between);
    between.add(middle);
    split(middle, b, between);
  }

  private static double random(Coordinate a, Coordinate b) {
    long seed = Double.doubleToLongBits(a.x) * 31 + Double.doubleToLongBits(a.y);
    seed = seed * 31 + Double.doubleToLongBits(b.x);
    return new SplittableRandom(seed * 31 + Double.doubleToLongBits(b.y)).nextDouble();
  }
}
