package org.yunga.core.aggregate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.yunga.core.space.PointDistance;

/**
 * The plots of one slot that are nearest to a point, over several trees at once: nodes are opened
 * in the order of a lower bound of their distance, and a plot is found when nothing that is left
 * can be nearer (Hjaltason and Samet, <i>Distance Browsing in Spatial Databases</i>, ACM TODS 24,
 * 1999).
 */
public final class NearestPlots {

  /** Level of a plot whose distance is known. */
  private static final int MEASURED = -1;

  private final PointDistance from;
  private final int slot;
  private final PriorityQueue<Item> queue =
      new PriorityQueue<>(Comparator.comparingDouble(Item::metres));

  /** A node, or a plot at level 0, with a lower bound; or a plot with its distance. */
  private record Item(double metres, AggregateTree tree, int level, int number) {}

  /**
   * A plot.
   *
   * @param tree where it stands
   * @param place on the curve of its tree
   * @param metres on the ground to its outline; 0 when the point lies in it
   */
  public record Found(AggregateTree tree, int place, double metres) {}

  private NearestPlots(PointDistance from, int slot) {
    this.from = from;
    this.slot = slot;
  }

  /**
   * The nearest plots within {@link PointDistance#MOST_METRES}, the nearest first.
   *
   * @param most how many; more come when several lie as far away as the last
   */
  public static List<Found> of(List<AggregateTree> trees, int slot, PointDistance from, int most) {
    return new NearestPlots(from, slot).of(trees, most);
  }

  private List<Found> of(List<AggregateTree> trees, int most) {
    for (AggregateTree tree : trees) {
      if (tree.size() > 0) {
        queue.add(new Item(0, tree, tree.nodeBoxes.length, 0));
      }
    }
    List<Found> found = new ArrayList<>();
    double farthest = PointDistance.MOST_METRES;
    for (Item next = queue.poll(); next != null && next.metres() <= farthest; next = queue.poll()) {
      if (next.level() > 0) {
        open(next);
      } else if (next.level() == 0) {
        double metres = metres(next.tree(), next.number());
        queue.add(new Item(metres, next.tree(), MEASURED, next.number()));
      } else {
        found.add(new Found(next.tree(), next.number(), next.metres()));
        farthest = found.size() >= most ? found.get(most - 1).metres() : farthest;
      }
    }
    return found;
  }

  private void open(Item node) {
    AggregateTree tree = node.tree();
    int level = node.level() - 1;
    float[] boxes = level == 0 ? tree.plots.boxes : tree.nodeBoxes[level - 1];
    int first = node.number() << AggregateTree.SHIFT;
    int last = Math.min(boxes.length / 4, first + AggregateTree.FANOUT);
    for (int child = first; child < last; child++) {
      if (holdsSome(tree, level, child)) {
        int at = 4 * child;
        double least = from.atLeast(boxes[at], boxes[at + 1], boxes[at + 2], boxes[at + 3]);
        queue.add(new Item(least, tree, level, child));
      }
    }
  }

  /** Whether there may be plots of the slot below a node; of a plot, whether it is in it. */
  private boolean holdsSome(AggregateTree tree, int level, int number) {
    if (level == 0) {
      return tree.plots.slots[number] == slot;
    }
    int shift = AggregateTree.SHIFT * level;
    int to = (int) Math.min(tree.size(), (number + 1L) << shift);
    return tree.prefix.maySome(slot, number << shift, to);
  }

  private double metres(AggregateTree tree, int place) {
    PlotArrays plots = tree.plots;
    double least = Double.POSITIVE_INFINITY;
    boolean inside = false;
    for (int ring = plots.firstRing[place]; ring < plots.firstRing[place + 1]; ring++) {
      int first = plots.firstVertex[ring];
      int last = plots.firstVertex[ring + 1];
      boolean closed = plots.dimension == 2;
      inside ^= closed && odd(plots, first, last);
      least = Math.min(least, from.to(plots.xs, plots.ys, first, last, closed));
    }
    return inside ? 0 : least;
  }

  /** Whether an odd number of a ring's edges pass to the right of the point. */
  private boolean odd(PlotArrays plots, int first, int last) {
    boolean odd = false;
    int before = last - 1;
    for (int v = first; v < last; v++) {
      double ay = plots.ys[before];
      double by = plots.ys[v];
      if (ay > from.y() != by > from.y()) {
        int side = Sides.of(plots.xs[before], ay, plots.xs[v], by, from.x(), from.y());
        odd ^= side > 0 == by > ay;
      }
      before = v;
    }
    return odd;
  }
}
