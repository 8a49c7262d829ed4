package org.yunga.core.aggregate;

import java.util.List;
import java.util.Optional;

/**
 * Totals of a region set.
 *
 * @param regions a row for each region, in the order they were given in
 * @param outside what lies in no region, so that all rows add up to the whole, to the last digit;
 *     empty when regions lie over each other, by what the caller said or by what the figures show
 */
public record RegionTotals(List<SlotTotals> regions, Optional<SlotTotals> outside) {

  /** What rounding may take off the outside of a very large plot, as a share of the whole. */
  private static final double ROUNDING = 1e-9;

  /**
   * Totals of regions that share borders but no ground, with what is left of the whole.
   *
   * @param whole totals of all plots
   */
  public static RegionTotals disjoint(List<SlotTotals> regions, SlotTotals whole) {
    SlotTotals rest = SlotTotals.zero(whole.slots());
    rest.add(whole);
    regions.forEach(rest::subtract);
    for (int slot = 0; slot < rest.slots(); slot++) {
      if (rest.count(slot) < 0 || rest.sum(slot) < -ROUNDING * whole.sum(slot)) {
        return new RegionTotals(regions, Optional.empty());
      }
    }
    return new RegionTotals(regions, Optional.of(rest));
  }
}
