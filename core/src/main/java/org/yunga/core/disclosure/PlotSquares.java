package org.yunga.core.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yunga.core.aggregate.AggregateTree;
import org.yunga.core.aggregate.QueryPolygon;
import org.yunga.core.disclosure.Piece.Square;
import org.yunga.core.plot.PlotIndex;
import org.yunga.core.plot.PlotIndexVisitor;
import org.yunga.core.region.RegionSet;
import org.yunga.core.snapshot.Snapshot;

/** In which innermost region and least square each plot's interior point lies. */
final class PlotSquares {

  private final List<Map<Integer, TreeMap<Long, Holding>>> bySlot = new ArrayList<>();

  PlotSquares(Snapshot snapshot, PlotIndex plots, RegionTree regions) {
    plots.slots().forEach(slot -> bySlot.add(new HashMap<>()));
    Map<AggregateTree, int[]> nodes = nodes(snapshot, plots, regions);
    for (AggregateTree tree : plots.trees()) {
      int[] nodeOf = nodes.get(tree);
      for (int place = 0; place < tree.size(); place++) {
        if (!tree.retired(place)) {
          add(tree, place, leaf(regions, nodeOf[place]));
        }
      }
    }
  }

  /** The squares by node of one kind and year. */
  Map<Integer, TreeMap<Long, Holding>> of(int slot) {
    return bySlot.get(slot);
  }

  private static int leaf(RegionTree regions, int node) {
    return regions.children(node).isEmpty() ? node : regions.rest(node);
  }

  /** The innermost set first: a plot there is in the regions around it, whatever their outlines. */
  private static Map<AggregateTree, int[]> nodes(
      Snapshot snapshot, PlotIndex plots, RegionTree regions) {
    Map<AggregateTree, int[]> nodes = new HashMap<>();
    plots.trees().forEach(tree -> nodes.put(tree, new int[tree.size()]));
    for (int set = regions.sets().size() - 1; set >= 0; set--) {
      RegionSet of = regions.sets().get(set);
      for (var region : snapshot.regions(of.id())) {
        QueryPolygon polygon = snapshot.queryPolygon(region.ref()).orElse(null);
        if (polygon != null) {
          plots.ask(polygon, new Assigning(nodes, regions.node(region.ref()).getAsInt()));
        }
      }
    }
    return nodes;
  }

  private record Assigning(Map<AggregateTree, int[]> nodes, int node) implements PlotIndexVisitor {

    @Override
    public void whole(AggregateTree tree, int from, int to) {
      int[] nodeOf = nodes.get(tree);
      for (int place = from; place < to; place++) {
        nodeOf[place] = nodeOf[place] == RegionTree.ROOT ? node : nodeOf[place];
      }
    }

    @Override
    public void cut(AggregateTree tree, int place, long inside, boolean counts) {
      if (counts) {
        whole(tree, place, place + 1);
      }
    }
  }

  private void add(AggregateTree tree, int place, int node) {
    int column = (int) Math.floor(tree.insideX(place) / Square.LEAST_METRES);
    int row = (int) Math.floor(tree.insideY(place) / Square.LEAST_METRES);
    bySlot
        .get(tree.slot(place))
        .computeIfAbsent(node, key -> new TreeMap<>())
        .computeIfAbsent(AtomMaker.key(column, row), key -> new Holding())
        .add(tree.plotSize(place), tree.value(place).orElse(0));
  }
}
