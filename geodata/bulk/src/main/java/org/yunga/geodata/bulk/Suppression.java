package org.yunga.geodata.bulk;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Complementary suppression of one kind and year, by the rule of a release's public totals ({@code
 * core.disclosure}) with regions as the least ground: what is too little to be told joins what else
 * is too little in the region around it and what lies in none of its regions; if that is not
 * enough, it joins the least that is told there too. A region is told when it is made of whole such
 * groups. So no sum or difference of what is told is of fewer than {@value #FEWEST} plots, and
 * where something is withheld regions without plots are too.
 */
final class Suppression {

  /** Fewest plots that are told; three is the usual least count of statistical offices. */
  static final int FEWEST = 3;

  /** What rounding may leave, as a share of the whole. */
  private static final double ROUNDING = 1e-9;

  /** Ground that is told as one; {@code home} is the region it lies in and is not all of. */
  private record Atom(long count, int home) {}

  private final List<Integer> parents;
  private final List<List<Integer>> children;
  private final List<Sums> sums;
  private final BitSet withheld = new BitSet();

  private Suppression(Nesting tree, List<Sums> sums) {
    this.parents = tree.parents();
    this.children = tree.children();
    this.sums = sums;
  }

  /**
   * Which nodes are not told.
   *
   * @param sums of all nodes; the first is everything
   */
  static BitSet of(Nesting tree, List<Sums> sums) {
    Suppression suppression = new Suppression(tree, sums);
    suppression.atoms(0);
    return suppression.withheld;
  }

  private List<Atom> atoms(int node) {
    List<Atom> told = new ArrayList<>();
    List<Integer> empty = new ArrayList<>();
    Sums rest = sums.get(node);
    long few = 0;
    boolean any = false;
    for (int child : children.get(node)) {
      rest = rest.minus(sums.get(child));
      if (sums.get(child).equals(Sums.ZERO)) {
        empty.add(child);
        continue;
      }
      for (Atom atom : atoms(child)) {
        if (atom.count >= FEWEST) {
          told.add(atom);
        } else {
          few += atom.count;
          any = true;
          withholdAll(child);
        }
      }
    }
    // a share of a plot that counts elsewhere tells of that plot
    if (rest.count() >= FEWEST) {
      told.add(new Atom(rest.count(), node));
    } else if (!isNothing(rest)) {
      few += rest.count();
      any = true;
    }
    while (any && few < FEWEST && !told.isEmpty()) {
      Atom least = told.stream().min(Comparator.comparingLong(Atom::count)).orElseThrow();
      told.remove(least);
      few += least.count;
      for (int at = least.home; at != node; at = parents.get(at)) {
        withheld.set(at);
      }
    }
    if (any) {
      told.add(new Atom(few, node));
      empty.forEach(this::withholdAll);
    }
    return told;
  }

  private boolean isNothing(Sums rest) {
    Sums all = sums.get(0);
    return rest.count() == 0
        && Math.abs(rest.size()) <= ROUNDING * all.size()
        && Math.abs(rest.value()) <= ROUNDING * all.value();
  }

  private void withholdAll(int node) {
    withheld.set(node);
    children.get(node).forEach(this::withholdAll);
  }
}
