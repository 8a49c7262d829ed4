package org.yunga.core.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;
import org.yunga.core.aggregate.QueryPolygon;
import org.yunga.core.plot.PlotIndex;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;
import org.yunga.core.region.RegionSet;
import org.yunga.core.snapshot.Snapshot;

/**
 * What everybody may know of the real plots of a release: for each kind and year a table of atoms
 * that share no plot. An atom holds {@value #FEWEST_PLOTS} plots or more, of which none makes up
 * more than 85 % of a sum, on ground of a square of {@value #LEAST_METRES} m (that part of it which
 * lies in one of the innermost regions) or more. Every answer is computed from this table and
 * public geometry alone. So it is the same wherever on the ground of its square a field lies, and
 * no number of answers, however they are compared, tells more than the table.
 *
 * <p>Immutable; made once for a release.
 */
public final class PublicPlots {

  /** Fewest plots that are told; three is the usual least count of statistical offices. */
  public static final int FEWEST_PLOTS = 3;

  /** Side of the least square. */
  public static final int LEAST_METRES = (int) Piece.Square.LEAST_METRES;

  private final RegionTree regions;
  private final Grounds grounds;
  private final List<Slot> slots = new ArrayList<>();

  /** The table of one kind and year. */
  private static final class Slot {
    private final List<Atom> atoms;
    private final BitSet withheld;

    /** Numbers of the pieces of each atom's ground. */
    private final List<int[]> pieces = new ArrayList<>();

    /** What each node holds, as far as it is told. */
    private final Map<Integer, Holding> byNode = new HashMap<>();

    Slot(List<Atom> atoms, BitSet withheld, RegionTree regions) {
      this.atoms = atoms;
      this.withheld = withheld;
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

    boolean isTold() {
      return atoms.isEmpty() || atoms.get(0).isSafe();
    }
  }

  private PublicPlots(Snapshot snapshot, PlotIndex plots) {
    regions = new RegionTree(snapshot);
    grounds = new Grounds(regions);
    PlotSquares squares = new PlotSquares(snapshot, plots, regions);
    for (int number = 0; number < plots.slots().size(); number++) {
      AtomMaker maker = new AtomMaker(regions, squares.of(number));
      Slot slot = new Slot(maker.make(), maker.withheld(), regions);
      for (Atom atom : slot.atoms) {
        slot.pieces.add(atom.ground().stream().mapToInt(grounds::number).toArray());
      }
      slots.add(slot);
    }
    grounds.pack();
  }

  /**
   * The table of a release, made when first asked for.
   *
   * @param plots of that release
   */
  public static PublicPlots of(Snapshot snapshot, PlotIndex plots) {
    return snapshot.kept(PublicPlots.class, "", () -> new PublicPlots(snapshot, plots));
  }

  /** Sets whose regions are told exactly or withheld; those of others are estimated. */
  public boolean isExact(RegionSet set) {
    return regions.sets().contains(set);
  }

  /** Totals of a region by slot: exact, or withheld, or for zones that cut across an estimate. */
  public List<PublicTotal> of(Region region, QueryPolygon polygon) {
    OptionalInt node = regions.node(region.ref());
    if (node.isPresent()) {
      return slots.stream().map(slot -> ofNodes(slot, List.of(node.getAsInt()))).toList();
    }
    Optional<List<Integer>> members = members(region);
    List<PublicTotal> totals = new ArrayList<>();
    double[] shares = null;
    for (Slot slot : slots) {
      PublicTotal sum = members.map(nodes -> ofNodes(slot, nodes)).orElse(PublicTotal.WITHHELD);
      if (sum.withheld()) {
        shares = shares == null ? grounds.shares(polygon) : shares;
        sum = estimate(slot, shares);
      }
      totals.add(sum);
    }
    return totals;
  }

  /** The nodes that a zone is a list of; empty when it is no list of them. */
  private Optional<List<Integer>> members(Region region) {
    List<Integer> nodes = new ArrayList<>();
    for (Region.Member member : region.members()) {
      OptionalInt node = member.ref().map(this::node).orElse(OptionalInt.empty());
      if (node.isEmpty() || nodes.stream().anyMatch(other -> overlap(other, node.getAsInt()))) {
        return Optional.empty();
      }
      nodes.add(node.getAsInt());
    }
    return nodes.isEmpty() ? Optional.empty() : Optional.of(nodes);
  }

  private OptionalInt node(RegionRef ref) {
    return regions.node(ref);
  }

  private boolean overlap(int one, int other) {
    return regions.isWithin(one, other) || regions.isWithin(other, one);
  }

  private static PublicTotal ofNodes(Slot slot, List<Integer> nodes) {
    if (!slot.isTold() || nodes.stream().anyMatch(slot.withheld::get)) {
      return PublicTotal.WITHHELD;
    }
    Totalling sum = new Totalling();
    nodes.stream()
        .filter(slot.byNode::containsKey)
        .forEach(node -> sum.add(slot.byNode.get(node), 1));
    return sum.total();
  }

  /** What lies in no region of a set, by slot; empty for sets that cut across. */
  public Optional<List<PublicTotal>> outside(RegionSet set) {
    if (!isExact(set)) {
      return Optional.empty();
    }
    List<Integer> nodes =
        IntStream.range(0, regions.size())
            .filter(node -> regions.children(node).isEmpty() && !regions.isWithin(node, set))
            .boxed()
            .toList();
    return Optional.of(slots.stream().map(slot -> ofNodes(slot, nodes)).toList());
  }

  /**
   * Totals by slot of what lies inside a polygon in the equal-area frame: estimates with bounds.
   */
  public List<PublicTotal> within(QueryPolygon polygon) {
    double[] shares = grounds.shares(polygon);
    return slots.stream().map(slot -> estimate(slot, shares)).toList();
  }

  private PublicTotal estimate(Slot slot, double... shares) {
    if (!slot.isTold()) {
      return PublicTotal.WITHHELD;
    }
    Totalling sum = new Totalling();
    for (int i = 0; i < slot.atoms.size(); i++) {
      double share = share(slot.pieces.get(i), shares);
      if (share > 0) {
        sum.add(slot.atoms.get(i).holding(), share);
      }
    }
    return sum.total();
  }

  private double share(int[] pieces, double... shares) {
    double inside = 0;
    double all = 0;
    boolean whole = true;
    for (int piece : pieces) {
      double area = grounds.area(piece);
      inside += shares[piece] * area;
      all += area;
      whole &= shares[piece] == 1;
    }
    return whole ? 1 : Math.min(inside / all, Math.nextDown(1.0));
  }

  /**
   * The squares of a map that hold atoms, by row and column.
   *
   * @param metres side, a power of two of at least {@value #LEAST_METRES}
   * @param within only squares that meet this rectangle of the equal-area frame
   */
  public Cells cells(int slot, double metres, Envelope within) {
    TreeMap<Long, Totalling> cells = new TreeMap<>();
    int spread = 0;
    Slot of = slots.get(slot);
    for (int i = 0; i < of.atoms.size(); i++) {
      Envelope box = new Envelope();
      for (int piece : of.pieces.get(i)) {
        box.expandToInclude(grounds.box(piece));
      }
      int column = (int) Math.floor(box.getMinX() / metres);
      int row = (int) Math.floor(box.getMinY() / metres);
      Envelope cell =
          new Envelope(column * metres, (column + 1) * metres, row * metres, (row + 1) * metres);
      if (of.isTold() && cell.contains(box)) {
        if (cell.intersects(within)) {
          cells
              .computeIfAbsent(AtomMaker.key(row, column), key -> new Totalling())
              .add(of.atoms.get(i).holding(), 1);
        }
      } else if (box.intersects(within)) {
        spread++;
      }
    }
    List<PublicCell> told = new ArrayList<>();
    cells.forEach(
        (key, sum) ->
            told.add(
                new PublicCell(
                    (int) (long) key, (int) (key >> Integer.SIZE), sum.total().estimate())));
    return new Cells(told, spread);
  }

  /**
   * The squares of a map.
   *
   * @param cells squares with plots
   * @param spread how many atoms near by do not lie in one square, and are in none
   */
  public record Cells(List<PublicCell> cells, int spread) {}
}
