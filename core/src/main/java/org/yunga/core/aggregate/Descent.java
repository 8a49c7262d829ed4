package org.yunga.core.aggregate;

/**
 * One walk from the root to the plots that a border cuts. Carries down the list of edges that meet
 * the node, and whether the node's lower left corner lies inside: a node without edges is all
 * inside or all outside, known without a search. Keeps its working space, used again and again.
 */
final class Descent {

  private final EdgeList list = new EdgeList();
  private final Clipper clipper = new Clipper();
  private boolean[] ringInside = new boolean[8];

  private AggregateTree tree;
  private PlotArrays plots;
  private QueryPolygon query;
  private PlotVisitor visitor;

  // a range of plots known to lie inside, held back so that it can join its neighbour
  private int rangeFrom;
  private int rangeTo;

  /** Whether a walk is under way: the visitor of one may begin another. */
  boolean busy() {
    return tree != null;
  }

  void run(AggregateTree over, QueryPolygon polygon, PlotVisitor to) {
    tree = over;
    plots = over.plots;
    query = polygon;
    visitor = to;
    rangeFrom = 0;
    rangeTo = 0;
    try {
      openRoot();
      flush();
    } finally {
      // a thread outlives the releases: it must not keep an old tree alive
      tree = null;
      plots = null;
      query = null;
      visitor = null;
      clipper.release();
    }
  }

  private void openRoot() {
    int blocks = list.fill(query);
    int level = tree.nodeBoxes.length;
    float[] box = tree.nodeBoxes[level - 1];
    int end = list.narrow(query, 0, blocks, box[0], box[1], box[2], box[3], false);
    boolean inside = Parity.of(query, list, blocks, box[0], box[1]);
    if (end > blocks) {
      open(level, 0, blocks, end, box[0], box[1], inside);
    } else if (inside) {
      range(0, tree.size());
    }
  }

  /**
   * Opens a node that edges meet.
   *
   * @param level 1 for a node over plots
   * @param from list of the node's edges, to not included
   * @param x lower left corner of the node
   * @param inside whether that corner lies inside
   */
  private void open(int level, int node, int from, int to, double x, double y, boolean inside) {
    float[] boxes = level == 1 ? plots.boxes : tree.nodeBoxes[level - 2];
    int last = Math.min(boxes.length / 4, (node + 1) << AggregateTree.SHIFT);
    for (int child = node << AggregateTree.SHIFT; child < last; child++) {
      double minX = boxes[4 * child];
      double minY = boxes[4 * child + 1];
      double maxX = boxes[4 * child + 2];
      double maxY = boxes[4 * child + 3];
      boolean corner = Parity.along(query, list, from, to, x, y, minX, minY, inside);
      int end = list.narrow(query, from, to, minX, minY, maxX, maxY, level == 1);
      if (end == to) {
        if (corner) {
          range(firstPlot(level, child), firstPlot(level, child + 1));
        }
      } else if (level == 1) {
        plot(child, to, end, minX, minY, corner);
      } else {
        open(level - 1, child, to, end, minX, minY, corner);
      }
    }
  }

  /** First plot below a child of a node of this level. */
  private int firstPlot(int level, int child) {
    return Math.min(tree.size(), child << (AggregateTree.SHIFT * (level - 1)));
  }

  private void plot(int place, int from, int to, double minX, double minY, boolean corner) {
    boolean counts =
        Parity.along(
            query, list, from, to, minX, minY, plots.insideX[place], plots.insideY[place], corner);
    long inside = plots.dimension == 0 ? 0 : clip(place, from, to, minX, minY, corner);
    if (counts && inside == plots.sizes[place]) {
      range(place, place + 1);
    } else if (counts || inside > 0) {
      flush();
      visitor.cut(place, inside, counts);
    }
  }

  private long clip(int place, int from, int to, double minX, double minY, boolean corner) {
    int firstRing = plots.firstRing[place];
    int rings = plots.firstRing[place + 1] - firstRing;
    if (rings > ringInside.length) {
      ringInside = new boolean[rings * 2];
    }
    for (int r = 0; r < rings; r++) {
      int v = plots.firstVertex[firstRing + r];
      ringInside[r] =
          Parity.along(query, list, from, to, minX, minY, plots.xs[v], plots.ys[v], corner);
    }
    return clipper.inside(query, list, from, to, plots, place, ringInside);
  }

  private void range(int from, int to) {
    if (rangeTo == from && rangeTo > rangeFrom) {
      rangeTo = to;
    } else {
      flush();
      rangeFrom = from;
      rangeTo = to;
    }
  }

  private void flush() {
    if (rangeTo > rangeFrom) {
      visitor.whole(rangeFrom, rangeTo);
    }
    rangeFrom = 0;
    rangeTo = 0;
  }
}
