package org.yunga.geodata.bulk;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which totals of real plots are not told in figures, which are public once they are loaded.
 *
 * @param cells that would tell of a few plots, by themselves or beside others
 * @param sets that are not told at all: their regions cut across others, so that differences would
 *     tell
 */
record FewPlots(Set<Cell> cells, Set<String> sets) {

  /** Nothing, for plots that are made up. */
  static final FewPlots NONE = new FewPlots(Set.of(), Set.of());

  /** By {@link Suppression}, for each kind and year. */
  static FewPlots of(BulkTotals totals, Nesting nesting) {
    Set<Cell> cells = new TreeSet<>();
    totals
        .wholes()
        .forEach(
            (whole, all) -> {
              List<Cell> nodes = new ArrayList<>(List.of(whole));
              List<Sums> sums = new ArrayList<>(List.of(all));
              for (RegionList.One region : nesting.regions()) {
                Cell cell = whole.at(region.set(), region.code());
                nodes.add(cell);
                sums.add(totals.cells().get(cell));
              }
              BitSet withheld = Suppression.of(nesting, sums);
              withheld.stream().filter(node -> node > 0).mapToObj(nodes::get).forEach(cells::add);
            });
    return new FewPlots(cells, nesting.crossing());
  }

  boolean isTold(Cell cell) {
    return !sets.contains(cell.regionSet()) && !cells.contains(cell);
  }
}
