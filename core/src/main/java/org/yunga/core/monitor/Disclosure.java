package org.yunga.core.monitor;

import java.util.ArrayList;
import java.util.List;
import org.yunga.core.figure.ValueState;

/**
 * Keeps withheld totals from being worked out: where one part alone is withheld, it is the whole
 * less the others. Then the smallest other part is withheld with it.
 *
 * <p>This guards one division of the ground into parts. It does not guard against comparing several
 * divisions, or drawn polygons, with each other.
 */
final class Disclosure {

  private Disclosure() {}

  /**
   * The parts of a whole, with a second one withheld wherever one stood alone.
   *
   * @param parts totals of regions that share no ground, and of what lies outside of them; each
   *     with the same kinds and years in the same order
   */
  static List<PlotTotals> guarded(List<PlotTotals> parts) {
    List<List<PlotTotals.Row>> rows = new ArrayList<>();
    parts.forEach(part -> rows.add(new ArrayList<>(part.rows())));
    int slots = parts.isEmpty() ? 0 : parts.get(0).rows().size();
    for (int slot = 0; slot < slots; slot++) {
      guard(rows, slot);
    }
    List<PlotTotals> guarded = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      guarded.add(new PlotTotals(rows.get(i), parts.get(i).borderPlots()));
    }
    return guarded;
  }

  private static void guard(List<List<PlotTotals.Row>> rows, int slot) {
    int withheld = 0;
    int smallest = -1;
    for (int i = 0; i < rows.size(); i++) {
      PlotTotals.Row row = rows.get(i).get(slot);
      if (row.state() == ValueState.WITHHELD) {
        withheld++;
      } else if (row.state() == ValueState.VALUE
          && (smallest < 0 || row.count() < rows.get(smallest).get(slot).count())) {
        smallest = i;
      }
    }
    if (withheld == 1 && smallest >= 0) {
      PlotTotals.Row row = rows.get(smallest).get(slot);
      rows.get(smallest).set(slot, row.without(ValueState.WITHHELD));
    }
  }
}
