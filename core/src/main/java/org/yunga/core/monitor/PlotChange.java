package org.yunga.core.monitor;

import java.util.Optional;
import org.yunga.core.plot.PlotSlot;
import org.yunga.core.region.Region;

/**
 * A total of plots that is not the same in two releases.
 *
 * @param slot kind and year
 * @param region the region, named as it is, or was; empty for what lies in no region of the set
 * @param before the total that there was; empty where the release had no such kind and year, or
 *     region
 * @param after the total that there is
 */
public record PlotChange(
    PlotSlot slot,
    Optional<Region> region,
    Optional<PlotTotals.Row> before,
    Optional<PlotTotals.Row> after) {}
