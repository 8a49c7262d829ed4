package org.yunga.core.disclosure;

import java.util.ArrayList;
import java.util.List;
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
  private final List<SlotAtoms> slots = new ArrayList<>();

  private PublicPlots(Snapshot snapshot, PlotIndex plots) {
    regions = new RegionTree(snapshot);
    grounds = new Grounds(regions);
    PlotSquares squares = new PlotSquares(snapshot, plots, regions);
    List<AtomMaker> makers =
        IntStream.range(0, plots.slots().size())
            .mapToObj(number -> new AtomMaker(regions, squares.of(number)))
            .toList();
    List<List<Atom>> made = makers.parallelStream().map(AtomMaker::make).toList();
    List<List<int[]>> ground = new ArrayList<>();
    for (int number = 0; number < made.size(); number++) {
      List<Atom> atoms = made.get(number);
      slots.add(new SlotAtoms(atoms, makers.get(number).withheld(), regions));
      ground.add(
          atoms.stream()
              .map(atom -> atom.ground().stream().mapToInt(grounds::number).toArray())
              .toList());
    }
    grounds.pack();
    for (int number = 0; number < made.size(); number++) {
      slots.get(number).place(ground.get(number), grounds);
    }
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
      return slots.stream().map(slot -> slot.ofNodes(List.of(node.getAsInt()))).toList();
    }
    Optional<List<Integer>> members = members(region);
    List<PublicTotal> totals = new ArrayList<>();
    GroundShares shares = null;
    for (SlotAtoms slot : slots) {
      PublicTotal sum = members.map(slot::ofNodes).orElse(PublicTotal.WITHHELD);
      if (sum.withheld()) {
        shares = shares == null ? grounds.shares(polygon) : shares;
        sum = slot.estimate(shares);
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
    return Optional.of(slots.stream().map(slot -> slot.ofNodes(nodes)).toList());
  }

  /**
   * Totals by slot of what lies inside a polygon in the equal-area frame: estimates with bounds.
   */
  public List<PublicTotal> within(QueryPolygon polygon) {
    GroundShares shares = grounds.shares(polygon);
    return slots.stream().map(slot -> slot.estimate(shares)).toList();
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
    SlotAtoms of = slots.get(slot);
    for (int i = 0; i < of.atoms(); i++) {
      Envelope box = of.box(i);
      int column = (int) Math.floor(box.getMinX() / metres);
      int row = (int) Math.floor(box.getMinY() / metres);
      Envelope cell =
          new Envelope(column * metres, (column + 1) * metres, row * metres, (row + 1) * metres);
      if (of.isTold() && cell.contains(box)) {
        if (cell.intersects(within)) {
          cells
              .computeIfAbsent(AtomMaker.key(row, column), key -> new Totalling())
              .add(of.holding(i), 1);
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
