package org.yunga.geodata.bulk;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a job found.
 *
 * @param cells a total for each region and each kind and year that there are, zeros too; and, for
 *     sets whose regions share no ground, what lies outside of all
 * @param wholes all plots of each kind and year, wherever they lie
 * @param flaws rows that are no plots
 */
record BulkTotals(
    SortedMap<Cell, Sums> cells, SortedMap<Cell, Sums> wholes, Map<PlotFlaw, FlawedRows> flaws) {

  /** What rounding may take off the outside, as a share of the whole; as in a release. */
  private static final double ROUNDING = 1e-9;

  /**
   * Completes what the parts gave.
   *
   * @param found sums of cells, without zeros
   * @param divisions the regions of each set
   */
  static BulkTotals of(Map<Cell, Sums> found, Divisions divisions) {
    SortedSet<Cell> wholes = new TreeSet<>(found.keySet().stream().filter(Cell::isWhole).toList());
    SortedMap<Cell, Sums> all = new TreeMap<>();
    wholes.forEach(whole -> all.put(whole, found.get(whole)));
    SortedMap<Cell, Sums> cells = new TreeMap<>();
    for (Cell whole : wholes) {
      divisions
          .codes()
          .forEach(
              (set, regions) ->
                  regions.forEach(
                      region -> {
                        Cell cell = whole.at(set, region);
                        cells.put(cell, found.getOrDefault(cell, Sums.ZERO));
                      }));
    }
    divisions.cover().forEach((set, parts) -> cells.putAll(outside(found, wholes, set, parts)));
    return new BulkTotals(cells, all, PlotFlaw.in(found));
  }

  /** Nothing when the parts hold more than the whole, since then they do share ground. */
  private static Map<Cell, Sums> outside(
      Map<Cell, Sums> found, SortedSet<Cell> wholes, String set, List<Divisions.Part> parts) {
    Map<Cell, Sums> outside = new TreeMap<>();
    for (Cell whole : wholes) {
      Sums all = found.get(whole);
      Sums rest = all;
      for (Divisions.Part part : parts) {
        rest = rest.minus(found.getOrDefault(whole.at(part.set(), part.code()), Sums.ZERO));
      }
      if (rest.count() < 0 || rest.size() < -ROUNDING * all.size()) {
        return Map.of();
      }
      outside.put(whole.at(set, ""), rest);
    }
    return outside;
  }
}
