package org.yunga.core.aggregate;

import java.util.List;

/** Makes one tree of several, without the plots that are retired. */
public final class TreeMerger {

  private TreeMerger() {}

  /**
   * Merges trees of one dimension and the same slots. Answers of the merged tree are those of the
   * trees together, to the bit.
   *
   * @param trees at least one
   * @param sourceOf for each tree, the numbers that its sources have in the merged one
   */
  public static AggregateTree merge(List<AggregateTree> trees, int[]... sourceOf) {
    PlotCounts counts = PlotCounts.NONE;
    boolean valued = false;
    for (AggregateTree tree : trees) {
      counts = counts.plus(live(tree));
      valued |= tree.plots.values != null;
    }
    int[] treeOf = new int[counts.plots()];
    int[] placeOf = new int[counts.plots()];
    double[] x = new double[counts.plots()];
    double[] y = new double[counts.plots()];
    int count = 0;
    for (int t = 0; t < trees.size(); t++) {
      float[] boxes = trees.get(t).plots.boxes;
      for (int place = 0; place < trees.get(t).size(); place++) {
        if (!trees.get(t).retired(place)) {
          treeOf[count] = t;
          placeOf[count] = place;
          x[count] = ((double) boxes[4 * place] + boxes[4 * place + 2]) / 2;
          y[count] = ((double) boxes[4 * place + 1] + boxes[4 * place + 3]) / 2;
          count++;
        }
      }
    }
    TreeLoader loader = new TreeLoader(trees.get(0).plots.dimension, counts, valued, true);
    TreeLoader.Part all = loader.part(PlotCounts.NONE, counts);
    for (int i : CurveOrder.of(count, x, y)) {
      copy(trees.get(treeOf[i]), placeOf[i], sourceOf[treeOf[i]], all);
    }
    all.close();
    return loader.build(trees.get(0).sharing());
  }

  private static PlotCounts live(AggregateTree tree) {
    int plots = 0;
    int rings = 0;
    int vertices = 0;
    for (int place = 0; place < tree.size(); place++) {
      if (!tree.retired(place)) {
        int first = tree.plots.firstRing[place];
        int last = tree.plots.firstRing[place + 1];
        plots++;
        rings += last - first;
        vertices += tree.plots.firstVertex[last] - tree.plots.firstVertex[first];
      }
    }
    return new PlotCounts(plots, rings, vertices);
  }

  private static void copy(AggregateTree tree, int place, int[] sourceOf, TreeLoader.Part into) {
    PlotArrays from = tree.plots;
    for (int ring = from.firstRing[place]; ring < from.firstRing[place + 1]; ring++) {
      for (int v = from.firstVertex[ring]; v < from.firstVertex[ring + 1]; v++) {
        into.vertex(from.xs[v], from.ys[v]);
      }
      into.endRing();
    }
    into.endPlot(
        from.slots[place],
        sourceOf[tree.source(place)],
        from.ids[place],
        from.sizes[place],
        from.insideX[place],
        from.insideY[place],
        from.values == null ? TreeLoader.NO_VALUE : from.values[place]);
  }
}
