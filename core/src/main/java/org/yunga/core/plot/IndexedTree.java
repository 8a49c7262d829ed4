package org.yunga.core.plot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.yunga.core.aggregate.AggregateTree;
import org.yunga.core.aggregate.Sharing;
import org.yunga.core.aggregate.TreeMerger;

/**
 * A tree with what its sources are.
 *
 * @param tree the tree
 * @param sources the datasets in it, by the number the tree has for them
 * @param live how many plots are in force
 */
record IndexedTree(AggregateTree tree, List<Source> sources, int live) {

  /**
   * The plots of one dataset that are of one form.
   *
   * @param dataset its id
   * @param slots that they are in
   * @param plots how many they are
   * @param retired whether they are masked
   */
  record Source(String dataset, List<PlotSlot> slots, int plots, boolean retired) {

    boolean inForce(Collection<String> datasets) {
      return !retired && datasets.contains(dataset);
    }
  }

  private IndexedTree(AggregateTree tree, List<Source> sources) {
    this(
        tree,
        List.copyOf(sources),
        sources.stream().filter(source -> !source.retired()).mapToInt(Source::plots).sum());
  }

  static IndexedTree read(
      String dataset, PlotPack pack, List<PlotSlot> slots, List<Sharing> sharing) {
    return new IndexedTree(
        TreeUnpacker.tree(pack, slots::indexOf, sharing),
        List.of(new Source(dataset, pack.slots(), pack.counts().plots(), false)));
  }

  /** Trees of one form and the same slots as one, without what is retired. */
  static IndexedTree merge(List<IndexedTree> trees) {
    int[][] sourceOf = new int[trees.size()][];
    List<Source> sources = new ArrayList<>();
    for (int i = 0; i < sourceOf.length; i++) {
      List<Source> own = trees.get(i).sources();
      sourceOf[i] = new int[own.size()];
      for (int j = 0; j < own.size(); j++) {
        if (!own.get(j).retired()) {
          sourceOf[i][j] = sources.size();
          sources.add(own.get(j));
        }
      }
    }
    AggregateTree merged =
        TreeMerger.merge(trees.stream().map(IndexedTree::tree).toList(), sourceOf);
    return new IndexedTree(merged, sources);
  }

  /** Ids of the datasets that are not masked. */
  List<String> datasets() {
    return sources.stream().filter(source -> !source.retired()).map(Source::dataset).toList();
  }

  boolean inForce(Collection<String> datasets) {
    return sources.stream().anyMatch(source -> source.inForce(datasets));
  }

  /** Slots of the plots that stay in force. */
  List<PlotSlot> slots(Collection<String> datasets) {
    return sources.stream()
        .filter(source -> source.inForce(datasets))
        .flatMap(source -> source.slots().stream())
        .toList();
  }

  IndexedTree relabelled(
      List<PlotSlot> before,
      List<PlotSlot> next,
      List<Sharing> sharing,
      Collection<String> datasets) {
    boolean[] retired = new boolean[sources.size()];
    List<Source> nextSources = new ArrayList<>();
    for (int i = 0; i < retired.length; i++) {
      Source source = sources.get(i);
      retired[i] = !source.inForce(datasets);
      nextSources.add(new Source(source.dataset(), source.slots(), source.plots(), retired[i]));
    }
    int[] slotOf = before.stream().mapToInt(next::indexOf).toArray();
    return new IndexedTree(tree.relabelled(slotOf, retired, sharing), nextSources);
  }

  PlotRef ref(int place) {
    return new PlotRef(sources.get(tree.source(place)).dataset(), tree.number(place));
  }
}
