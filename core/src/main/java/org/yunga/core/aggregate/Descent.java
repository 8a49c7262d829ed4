package org.yunga.core.aggregate;

/**
 * One walk from the root to the plots that a border cuts. Carries down the list of edges that meet
 * the node, and the state that goes with it ({@link EdgeList}): a node without edges is all inside
 * or all outside, known without a search. Keeps its working space, used again and again.
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
    boolean inside = Parity.inside(query, box[0], box[1]);
    int end = list.narrow(query, 0, blocks, box[0], box[1], box[0], box[1], box[2], box[3], false);
    inside ^= list.settled();
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
   * @param inside the state there, as {@link EdgeList} tells it
   */
  private void open(int level, int node, int from, int to, double x, double y, boolean inside) {
    if (list.isLine(from, to)) {
      openAlong(level, node, from, inside);
      return;
    }
    float[] own = tree.nodeBoxes[level - 1];
    if (list.isCorner(
        query, from, to, own[4 * node], own[4 * node + 1], own[4 * node + 2], own[4 * node + 3])) {
      openCorner(level, node, from, x, y, inside);
      return;
    }
    float[] boxes = level == 1 ? plots.boxes : tree.nodeBoxes[level - 2];
    int last = lastChild(boxes, node);
    boolean state = inside;
    double fromX = x;
    double fromY = y;
    for (int child = node << AggregateTree.SHIFT; child < last; child++) {
      double minX = boxes[4 * child];
      double minY = boxes[4 * child + 1];
      double maxX = boxes[4 * child + 2];
      double maxY = boxes[4 * child + 3];
      if (query.beyond(minX, minY, maxX, maxY)) {
        continue;
      }
      int end = list.narrow(query, from, to, fromX, fromY, minX, minY, maxX, maxY, level == 1);
      // the next child lies nearby on the curve, so the way goes on from here
      state ^= list.crossed();
      fromX = minX;
      fromY = minY;
      meet(level, child, to, end, minX, minY, state ^ list.settled());
    }
  }

  /** Goes on with a child of a node, whose list is from..to, perhaps empty. */
  private void meet(int level, int child, int from, int to, double x, double y, boolean state) {
    if (from == to) {
      if (state) {
        whole(level, child);
      }
    } else if (level == 1) {
      plot(child, from, to, state);
    } else {
      open(level - 1, child, from, to, x, y, state);
    }
  }

  /** Opens a node that a single line meets, the common case. */
  private void openAlong(int level, int node, int line, boolean state) {
    int edge = list.edge(line);
    double ax = query.ax(edge);
    double ay = query.ay(edge);
    double bx = query.bx(edge);
    double by = query.by(edge);
    float[] boxes = level == 1 ? plots.boxes : tree.nodeBoxes[level - 2];
    // where in a box the coordinates of the corner furthest to the right of the line stand
    int x = by > ay ? 2 : 0;
    int y = bx > ax ? 1 : 3;
    int last = 4 * lastChild(boxes, node);
    for (int at = 4 * node << AggregateTree.SHIFT; at < last; at += 4) {
      boolean left;
      if (Sides.of(ax, ay, bx, by, boxes[at + x], boxes[at + y]) > 0) {
        left = true;
      } else if (Sides.of(ax, ay, bx, by, boxes[at + 2 - x], boxes[at + 4 - y]) < 0) {
        left = false;
      } else {
        if (level == 1) {
          plot(at / 4, line, line + 1, state);
        } else {
          openAlong(level - 1, at / 4, line, state);
        }
        continue;
      }
      if (left ^ state) {
        whole(level, at / 4);
      }
    }
  }

  /**
   * Opens a node that two edges meet, and their common end: a corner of the polygon, the next most
   * common case. What lies left of both lines (of one, where the polygon turns right) is one side.
   */
  private void openCorner(int level, int node, int from, double x, double y, boolean inside) {
    int to = from + 2;
    int first = list.edge(from);
    int second = list.edge(from + 1);
    boolean turnsLeft = turnsLeft(first, second);
    boolean leftHere =
        turnsLeft
            ? isLeft(first, x, y) && isLeft(second, x, y)
            : isLeft(first, x, y) || isLeft(second, x, y);
    boolean state = inside ^ leftHere;
    int deciding = turnsLeft ? -1 : 1;
    float[] boxes = level == 1 ? plots.boxes : tree.nodeBoxes[level - 2];
    int last = lastChild(boxes, node);
    for (int child = node << AggregateTree.SHIFT; child < last; child++) {
      double minX = boxes[4 * child];
      double minY = boxes[4 * child + 1];
      double maxX = boxes[4 * child + 2];
      double maxY = boxes[4 * child + 3];
      int one = EdgeList.sideOfBox(query, first, minX, minY, maxX, maxY);
      int other = one == deciding ? one : EdgeList.sideOfBox(query, second, minX, minY, maxX, maxY);
      int side = turnsLeft ? Math.min(one, other) : Math.max(one, other);
      if (side != 0) {
        if (side > 0 ^ state) {
          whole(level, child);
        }
      } else if (one != other) {
        list.putLine(to, one == 0 ? first : second);
        meet(level, child, to, to + 1, minX, minY, state);
      } else {
        int end = list.narrow(query, from, to, x, y, minX, minY, maxX, maxY, level == 1);
        meet(level, child, to, end, minX, minY, inside ^ list.crossed() ^ list.settled());
      }
    }
  }

  private boolean turnsLeft(int first, int second) {
    return isLeft(first, query.bx(second), query.by(second));
  }

  private boolean isLeft(int edge, double x, double y) {
    return Sides.of(query.ax(edge), query.ay(edge), query.bx(edge), query.by(edge), x, y) > 0;
  }

  private static int lastChild(float[] boxes, int node) {
    return Math.min(boxes.length / 4, (node + 1) << AggregateTree.SHIFT);
  }

  /** Adds all plots below a child of a node of this level. */
  private void whole(int level, int child) {
    int shift = AggregateTree.SHIFT * (level - 1);
    range(child << shift, Math.min(plots.count(), (child + 1) << shift));
  }

  private void plot(int place, int from, int to, boolean state) {
    boolean counts = inside(place, from, to, plots.insideX[place], plots.insideY[place], state);
    long inside = plots.dimension == 0 ? 0 : clip(place, from, to, state);
    if (counts && inside == plots.sizes[place]) {
      range(place, place + 1);
    } else if (counts || inside > 0) {
      flush();
      visitor.cut(place, inside, counts);
    }
  }

  private long clip(int place, int from, int to, boolean state) {
    int firstRing = plots.firstRing[place];
    int rings = plots.firstRing[place + 1] - firstRing;
    if (rings == 1 && plots.dimension == 2 && list.isLine(from, to)) {
      return clipper.insideLine(query, list.edge(from), plots, place, state);
    }
    if (rings > ringInside.length) {
      ringInside = new boolean[rings * 2];
    }
    for (int r = 0; r < rings; r++) {
      int v = plots.firstVertex[firstRing + r];
      ringInside[r] = inside(place, from, to, plots.xs[v], plots.ys[v], state);
    }
    return clipper.inside(query, list, from, to, plots, place, ringInside);
  }

  /** Whether a point of a plot lies inside. */
  private boolean inside(int place, int from, int to, double x, double y, boolean state) {
    return list.inside(
        query, from, to, plots.boxes[4 * place], plots.boxes[4 * place + 1], x, y, state);
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
