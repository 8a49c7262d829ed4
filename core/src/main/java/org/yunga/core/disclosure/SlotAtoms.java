package org.yunga.core.disclosure;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;

/**
 * The table of one kind and year: what each atom holds, and which piece of ground belongs to which
 * atom, so that a question costs as much as the pieces that it meets.
 */
final class SlotAtoms {

  private final List<Holding> holdings;
  private final BitSet withheld;

  /** What each node holds, as far as it is told. */
  private final Map<Integer, Holding> byNode = new HashMap<>();

  /**
   * The atoms of piece i: atomsOf[first[i]] to atomsOf[first[i + 1] - 1]; several where the border
   * of a region cuts a square.
   */
  private int[] first;

  private int[] atomsOf;

  private final int[] pieces;
  private final double[] areas;
  private final Envelope[] boxes;

  SlotAtoms(List<Atom> atoms, BitSet withheld, RegionTree regions) {
    this.holdings = atoms.stream().map(Atom::holding).toList();
    this.withheld = withheld;
    this.pieces = new int[atoms.size()];
    this.areas = new double[atoms.size()];
    this.boxes = new Envelope[atoms.size()];
    for (Atom atom : atoms) {
      int node = atom.home();
      add(node, atom.holding());
      while (node != RegionTree.ROOT) {
        node = regions.parent(node);
        add(node, atom.holding());
      }
    }
  }

  private void add(int node, Holding holding) {
    byNode.computeIfAbsent(node, key -> new Holding()).add(holding);
  }

  /**
   * Takes in where the atoms lie.
   *
   * @param ground numbers of the pieces of each atom
   * @param of all pieces, packed
   */
  void place(List<int[]> ground, Grounds of) {
    first = new int[of.size() + 1];
    ground.forEach(numbers -> Arrays.stream(numbers).forEach(piece -> first[piece + 1]++));
    Arrays.parallelPrefix(first, Integer::sum);
    int[] next = first.clone();
    atomsOf = new int[first[of.size()]];
    for (int atom = 0; atom < boxes.length; atom++) {
      boxes[atom] = new Envelope();
      for (int piece : ground.get(atom)) {
        atomsOf[next[piece]++] = atom;
        pieces[atom]++;
        areas[atom] += of.area(piece);
        boxes[atom].expandToInclude(of.box(piece));
      }
    }
  }

  boolean isTold() {
    return holdings.isEmpty() || holdings.get(0).isSafe();
  }

  int atoms() {
    return boxes.length;
  }

  Holding holding(int atom) {
    return holdings.get(atom);
  }

  /** Box of the ground of an atom, metres. */
  Envelope box(int atom) {
    return boxes[atom];
  }

  /** Totals of some nodes: exact, or withheld. */
  PublicTotal ofNodes(List<Integer> nodes) {
    if (!isTold() || nodes.stream().anyMatch(withheld::get)) {
      return PublicTotal.WITHHELD;
    }
    Totalling sum = new Totalling();
    nodes.stream().filter(byNode::containsKey).forEach(node -> sum.add(byNode.get(node), 1));
    return sum.total();
  }

  /** Totals of some ground: an estimate with bounds. */
  PublicTotal estimate(GroundShares shares) {
    if (!isTold()) {
      return PublicTotal.WITHHELD;
    }
    int[] atoms = met(shares);
    double[] inside = new double[atoms.length];
    int[] whole = new int[atoms.length];
    for (int i = 0; i < shares.size(); i++) {
      for (int k = first[shares.piece(i)]; k < first[shares.piece(i) + 1]; k++) {
        int at = Arrays.binarySearch(atoms, atomsOf[k]);
        inside[at] += shares.area(i);
        whole[at] += shares.isWhole(i) ? 1 : 0;
      }
    }
    Totalling sum = new Totalling();
    for (int at = 0; at < atoms.length; at++) {
      int atom = atoms[at];
      boolean all = whole[at] == pieces[atom];
      sum.add(holding(atom), all ? 1 : Math.min(inside[at] / areas[atom], Math.nextDown(1.0)));
    }
    return sum.total();
  }

  /** The atoms of some ground, each once, in their order. */
  private int[] met(GroundShares shares) {
    IntStream.Builder met = IntStream.builder();
    for (int i = 0; i < shares.size(); i++) {
      for (int k = first[shares.piece(i)]; k < first[shares.piece(i) + 1]; k++) {
        met.add(atomsOf[k]);
      }
    }
    return met.build().sorted().distinct().toArray();
  }
}
