package org.yunga.core.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yunga.core.disclosure.Piece.Square;

/**
 * Makes the atoms of one kind and year, from the least squares within the innermost regions
 * outwards. What is too little to be told joins what else is too little in the square or region
 * around it, together with the empty ground there, so that few and none look alike; if that is not
 * enough, it joins the smallest atom there too. A region that shares an atom with ground outside of
 * it is withheld: its total would not be a sum of whole atoms. So complementary suppression goes
 * down, and up, all levels.
 */
final class AtomMaker {

  private static final int QUARTERS = 4;

  private final RegionTree regions;
  private final Map<Integer, TreeMap<Long, Holding>> squaresByNode;
  private final BitSet occupied = new BitSet();
  private final BitSet withheld = new BitSet();

  /** What was made of some ground. */
  private static final class Part {
    /** The node it is all of; -1 for a square. */
    private final int node;

    private final List<Atom> atoms = new ArrayList<>();

    /** Ground without plots that no atom has claimed. */
    private final List<Piece> vacant = new ArrayList<>();

    Part(int node) {
      this.node = node;
    }
  }

  /**
   * A maker.
   *
   * @param squaresByNode what each least square holds within each node, by {@link #key}
   */
  AtomMaker(RegionTree regions, Map<Integer, TreeMap<Long, Holding>> squaresByNode) {
    this.regions = regions;
    this.squaresByNode = squaresByNode;
    for (int node : squaresByNode.keySet()) {
      for (int at = node; !occupied.get(at); at = regions.parent(at)) {
        occupied.set(at);
      }
    }
  }

  /** A least square as one number. */
  static long key(int column, int row) {
    return (long) column << Integer.SIZE | row & 0xffffffffL;
  }

  /** All atoms; a single one that is not safe where there is too little for any. */
  List<Atom> make() {
    Part all = region(RegionTree.ROOT);
    return all.atoms;
  }

  /** Nodes that share an atom with ground outside of them, or may. */
  BitSet withheld() {
    return withheld;
  }

  private Part region(int node) {
    List<Part> parts = new ArrayList<>();
    List<Integer> empty = new ArrayList<>();
    for (int child : regions.children(node)) {
      if (occupied.get(child)) {
        parts.add(region(child));
      } else {
        empty.add(child);
      }
    }
    int own = regions.isRest(node) ? node : regions.rest(node);
    if (!regions.isRest(node) && occupied.get(own)) {
      parts.add(region(own));
    }
    if (squaresByNode.containsKey(node)) {
      squares(node, parts);
    }
    Part joined = join(node, node, parts, empty.stream().map(n -> (Piece) new Piece.Whole(n)));
    boolean pooled = joined.atoms.stream().anyMatch(atom -> atom.home() == node);
    if (pooled) {
      empty.forEach(this::withholdAll);
    }
    return whole(joined);
  }

  /** Too little for one atom: it may lie anywhere in the region. */
  private Part whole(Part part) {
    boolean isRegion = part.node != RegionTree.ROOT && !regions.isRest(part.node);
    part.vacant.clear();
    if (isRegion && part.atoms.size() == 1 && !part.atoms.get(0).isSafe()) {
      Atom only = part.atoms.remove(0);
      part.atoms.add(new Atom(only.holding(), List.of(new Piece.Whole(part.node)), part.node));
    }
    return part;
  }

  private void squares(int node, List<Part> parts) {
    Map<Long, List<Map.Entry<Long, Holding>>> tops = new TreeMap<>();
    for (Map.Entry<Long, Holding> square : squaresByNode.get(node).entrySet()) {
      int column = (int) (square.getKey() >> Integer.SIZE) >> Square.TOP;
      int row = (int) (long) square.getKey() >> Square.TOP;
      tops.computeIfAbsent(key(column, row), key -> new ArrayList<>()).add(square);
    }
    tops.forEach(
        (key, held) ->
            parts.add(
                square(
                    node,
                    new Square(Square.TOP, (int) (key >> Integer.SIZE), (int) (long) key),
                    held)));
  }

  private Part square(int home, Square square, List<Map.Entry<Long, Holding>> held) {
    if (square.level() == 0) {
      Part part = new Part(-1);
      part.atoms.add(new Atom(held.get(0).getValue(), List.of(square), home));
      return part;
    }
    Map<Square, List<Map.Entry<Long, Holding>>> quarters = new HashMap<>();
    for (Map.Entry<Long, Holding> one : held) {
      int shift = square.level() - 1;
      int column = (int) (one.getKey() >> Integer.SIZE) >> shift;
      int row = (int) (long) one.getKey() >> shift;
      quarters.computeIfAbsent(new Square(shift, column, row), key -> new ArrayList<>()).add(one);
    }
    List<Part> parts = new ArrayList<>();
    List<Piece> empty = new ArrayList<>();
    for (int number = 0; number < QUARTERS; number++) {
      Square quarter = square.quarter(number);
      if (quarters.containsKey(quarter)) {
        parts.add(square(home, quarter, quarters.get(quarter)));
      } else {
        empty.add(quarter);
      }
    }
    Part joined = join(-1, home, parts, empty.stream());
    if (joined.vacant.isEmpty() && joined.atoms.size() == 1) {
      Atom only = joined.atoms.remove(0);
      joined.atoms.add(new Atom(only.holding(), List.of(square), home));
    }
    return joined;
  }

  private Part join(int node, int home, List<Part> parts, Stream<Piece> emptyGround) {
    Part joined = new Part(node);
    emptyGround.forEach(joined.vacant::add);
    Holding pool = new Holding();
    List<Piece> ground = new ArrayList<>();
    for (Part part : parts) {
      joined.vacant.addAll(part.vacant);
      for (Atom atom : part.atoms) {
        if (atom.isSafe()) {
          joined.atoms.add(atom);
        } else {
          pool.add(atom.holding());
          ground.addAll(atom.ground());
          if (part.node >= 0) {
            withholdAll(part.node);
          }
        }
      }
    }
    if (pool.count > 0) {
      ground.addAll(joined.vacant);
      joined.vacant.clear();
      while (!pool.isSafe() && !joined.atoms.isEmpty()) {
        Atom smallest =
            joined.atoms.stream()
                .min(Comparator.comparingLong(atom -> atom.holding().count))
                .orElseThrow();
        joined.atoms.remove(smallest);
        pool.add(smallest.holding());
        ground.addAll(smallest.ground());
        withholdUpTo(smallest.home(), home);
      }
      joined.atoms.add(new Atom(pool, List.copyOf(ground), home));
    }
    return joined;
  }

  private void withholdUpTo(int from, int home) {
    for (int at = from; at != home; at = regions.parent(at)) {
      withheld.set(at);
    }
  }

  private void withholdAll(int node) {
    withheld.set(node);
    if (!regions.isRest(node)) {
      withheld.set(regions.rest(node));
      regions.children(node).forEach(this::withholdAll);
    }
  }
}
