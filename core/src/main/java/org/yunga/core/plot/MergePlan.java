package org.yunga.core.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which trees to merge, so that there are few and big ones are rarely built again: a tree joins the
 * smaller ones of its form unless it has more than twice their plots. What stays are trees of which
 * each is more than twice as large as all smaller ones together, at most one for each power of
 * three of the number of plots.
 */
final class MergePlan {

  private static final int MUCH_LARGER = 2;

  private MergePlan() {}

  /** Groups of trees to become one each; empty when all is well. */
  static List<List<IndexedTree>> of(List<IndexedTree> trees) {
    List<List<IndexedTree>> groups = new ArrayList<>();
    for (PlotForm form : PlotForm.values()) {
      List<IndexedTree> sorted =
          trees.stream()
              .filter(tree -> tree.tree().dimension() == form.dimension())
              .sorted(Comparator.comparingInt(IndexedTree::live))
              .toList();
      addGroups(sorted, groups);
    }
    return groups;
  }

  private static void addGroups(List<IndexedTree> sorted, List<List<IndexedTree>> groups) {
    List<IndexedTree> group = new ArrayList<>();
    long plots = 0;
    for (IndexedTree tree : sorted) {
      if (tree.live() > MUCH_LARGER * plots) {
        add(group, groups);
        group = new ArrayList<>();
      }
      group.add(tree);
      plots += tree.live();
    }
    add(group, groups);
  }

  /** A tree alone is built again when most of it is masked. */
  private static void add(List<IndexedTree> group, List<List<IndexedTree>> groups) {
    boolean mostlyRetired =
        group.size() == 1 && group.get(0).tree().size() > MUCH_LARGER * group.get(0).live();
    if (group.size() > 1 || mostlyRetired) {
      groups.add(group);
    }
  }
}
