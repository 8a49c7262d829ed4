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
public record RegionTotals(List<SlotTotals> regions, Optional<SlotTotals> outside) {}
