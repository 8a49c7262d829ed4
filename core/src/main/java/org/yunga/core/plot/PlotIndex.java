package org.yunga.core.plot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.yunga.core.aggregate.AggregateTree;
import org.yunga.core.aggregate.PlotVisitor;
import org.yunga.core.aggregate.QueryPolygon;
import org.yunga.core.aggregate.RegionOverlay;
import org.yunga.core.aggregate.RegionTotals;
import org.yunga.core.aggregate.Sharing;
import org.yunga.core.aggregate.SlotTotals;

/**
 * All plots of a release under a few aggregate trees with one list of slots. Immutable, safe for
 * any number of threads.
 *
 * <p>A dataset that is published gets a tree of its own, one for each form; one that is retired is
 * masked in its tree; later {@link #merged} makes few trees of many. Which plots stand in which
 * tree has no meaning: answers, all but the order in which plots are told, are the same to the bit.
 */
public final class PlotIndex {

  /** No plots. */
  public static final PlotIndex NONE = new PlotIndex(List.of(), List.of(), List.of());

  /** Dataset of plots that are in no store. */
  private static final String NO_DATASET = "plots";

  private final List<PlotSlot> slots;
  private final List<Sharing> sharing;
  private final List<IndexedTree> indexed;
  private final List<AggregateTree> trees;
  private final SlotTotals totals;

  /** Made when somebody first pages through the plots of a tree. */
  private final Map<AggregateTree, PlotOrder> orders = new ConcurrentHashMap<>();

  private PlotIndex(List<PlotSlot> slots, List<Sharing> sharing, List<IndexedTree> indexed) {
    this.slots = List.copyOf(slots);
    this.sharing = List.copyOf(sharing);
    this.indexed = List.copyOf(indexed);
    this.trees = indexed.stream().map(IndexedTree::tree).toList();
    this.totals = SlotTotals.zero(slots.size());
    trees.forEach(tree -> totals.add(tree.totals()));
  }

  /**
   * Builds the index of plots that are in no store.
   *
   * @param slots all kinds and years that the source holds, at least one
   * @param source the plots
   */
  public static PlotIndex of(List<PlotSlot> slots, PlotSource source) {
    List<Sharing> sharing = Collections.nCopies(slots.size(), Sharing.BY_SIZE);
    List<IndexedTree> trees = new ArrayList<>();
    for (PlotPack pack : PlotPacker.pack(source)) {
      trees.add(IndexedTree.read(NO_DATASET, pack, slots, sharing));
    }
    return new PlotIndex(slots, sharing, trees);
  }

  /**
   * The index of another release: datasets that this index lacks are read, those that are no longer
   * in force are masked, all others stay as they are.
   *
   * @param kinds what there is to know of kinds; one that is not among them has no value
   * @param inForce ids of the datasets of that release
   * @param read gives the packs of a dataset, none when it brought no plots
   */
  public PlotIndex follow(
      Collection<PlotKind> kinds,
      Collection<String> inForce,
      Function<String, List<PlotPack>> read) {
    List<IndexedTree> kept = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (IndexedTree tree : indexed) {
      if (tree.inForce(inForce)) {
        kept.add(tree);
        known.addAll(tree.datasets());
      }
    }
    record New(String dataset, PlotPack pack) {}
    List<New> added = new ArrayList<>();
    for (String dataset : inForce) {
      if (!known.contains(dataset)) {
        read.apply(dataset).forEach(pack -> added.add(new New(dataset, pack)));
      }
    }
    SortedSet<PlotSlot> all = new TreeSet<>();
    kept.forEach(tree -> all.addAll(tree.slots(inForce)));
    added.forEach(one -> all.addAll(one.pack().slots()));
    List<PlotSlot> next = List.copyOf(all);
    List<Sharing> nextSharing = next.stream().map(slot -> sharing(slot, kinds)).toList();
    List<IndexedTree> nextTrees = new ArrayList<>();
    boolean same = next.equals(slots) && nextSharing.equals(sharing);
    for (IndexedTree tree : kept) {
      boolean asItIs = same && inForce.containsAll(tree.datasets());
      nextTrees.add(asItIs ? tree : tree.relabelled(slots, next, nextSharing, inForce));
    }
    for (New one : added) {
      nextTrees.add(IndexedTree.read(one.dataset(), one.pack(), next, nextSharing));
    }
    boolean unchanged = same && added.isEmpty() && nextTrees.equals(indexed);
    return unchanged ? this : new PlotIndex(next, nextSharing, nextTrees);
  }

  private static Sharing sharing(PlotSlot slot, Collection<PlotKind> kinds) {
    return kinds.stream()
        .filter(kind -> kind.id().equals(slot.kind()))
        .flatMap(kind -> kind.value().stream())
        .map(PlotValue::sharing)
        .findFirst()
        .orElse(Sharing.BY_SIZE);
  }

  /** Whether {@link #merged} has something to do. */
  public boolean worthMerging() {
    return !MergePlan.of(indexed).isEmpty();
  }

  /** The same plots under fewer trees; takes a second for a million plots. */
  public PlotIndex merged() {
    PlotIndex index = this;
    for (var plan = MergePlan.of(indexed); !plan.isEmpty(); plan = MergePlan.of(index.indexed)) {
      List<IndexedTree> next = new ArrayList<>(index.indexed);
      for (List<IndexedTree> group : plan) {
        next.removeAll(group);
        next.add(IndexedTree.merge(group));
      }
      index = new PlotIndex(slots, sharing, next);
    }
    return index;
  }

  /** What slot number i stands for, in every tree and in all totals. */
  public List<PlotSlot> slots() {
    return slots;
  }

  /** How many plots there are, without retired ones. */
  public int size() {
    long size = 0;
    for (int slot = 0; slot < slots.size(); slot++) {
      size += totals.count(slot);
    }
    return Math.toIntExact(size);
  }

  /** Bytes of all arrays. */
  public long bytes() {
    return trees.stream().mapToLong(AggregateTree::bytes).sum();
  }

  /**
   * The trees, for questions that walk them by themselves. They may still hold plots that are
   * {@link #retired}.
   */
  public List<AggregateTree> trees() {
    return trees;
  }

  /** Whether the plot at a place of one of the trees is no longer in force. */
  public boolean retired(AggregateTree tree, int place) {
    return tree.retired(place);
  }

  /** Which plot stands at a place of one of the trees. */
  public PlotRef ref(AggregateTree tree, int place) {
    for (IndexedTree candidate : indexed) {
      if (candidate.tree() == tree) {
        return candidate.ref(place);
      }
    }
    throw new IllegalArgumentException("Not a tree of this index");
  }

  /**
   * Goes over the plots in the order of their names, by dataset and number: an order that stays
   * when trees are merged.
   *
   * @param after begins with the plot behind this one
   * @param step says when it has enough
   */
  public void walk(Optional<PlotRef> after, PlotStep step) {
    PlotWalk.over(
        indexed,
        tree ->
            orders.computeIfAbsent(tree.tree(), key -> new PlotOrder(key, tree.sources().size())),
        after,
        step);
  }

  /** Totals of all plots. */
  public SlotTotals totals() {
    SlotTotals copy = SlotTotals.zero(slots.size());
    copy.add(totals);
    return copy;
  }

  /** Totals of what lies inside a polygon in the equal-area frame. */
  public SlotTotals totals(QueryPolygon polygon) {
    SlotTotals inside = SlotTotals.zero(slots.size());
    for (AggregateTree tree : trees) {
      inside.add(tree.totals(polygon));
    }
    return inside;
  }

  /** Totals of all regions of a set at once, in parallel. */
  public RegionTotals totals(RegionOverlay overlay) {
    return overlay.totals(trees, slots.size());
  }

  /** Tells a visitor what lies inside a polygon in the equal-area frame. */
  public void ask(QueryPolygon polygon, PlotIndexVisitor visitor) {
    for (AggregateTree tree : trees) {
      tree.ask(
          polygon,
          new PlotVisitor() {
            @Override
            public void whole(int from, int to) {
              visitor.whole(tree, from, to);
            }

            @Override
            public void cut(int place, long inside, boolean counts) {
              visitor.cut(tree, place, inside, counts);
            }
          });
    }
  }
}
