package org.yunga.core.aggregate;

/** Keeps retired plots from a visitor. */
final class LiveRanges implements PlotVisitor {

  private final AggregateTree tree;
  private final PlotVisitor visitor;

  LiveRanges(AggregateTree tree, PlotVisitor visitor) {
    this.tree = tree;
    this.visitor = visitor;
  }

  @Override
  public void whole(int from, int to) {
    int first = from;
    for (int place = from; place <= to; place++) {
      if (place == to || tree.retired(place)) {
        if (first < place) {
          visitor.whole(first, place);
        }
        first = place + 1;
      }
    }
  }

  @Override
  public void cut(int place, long inside, boolean counts) {
    if (!tree.retired(place)) {
      visitor.cut(place, inside, counts);
    }
  }
}
