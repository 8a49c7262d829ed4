package org.yunga.core.monitor;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.yunga.core.dataset.Release;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionSet;

/**
 * The ground that the regions of two sets share. The rows of a region and the slivers it was spared
 * add up to it, unless regions of the other set lie over each other.
 *
 * @param release what it was answered from
 * @param regionSet the first set
 * @param with the second set
 * @param rows pairs by the order of the first set, then of the second; the rest of a region after
 *     its pairs, the rests of the second set last
 * @param slivers how many rows were left out as smaller than the tolerance
 * @param sliverHectares their ground
 * @param withoutBoundary regions of either set that cannot be compared
 */
public record Overlaps(
    Release release,
    RegionSet regionSet,
    RegionSet with,
    List<Row> rows,
    int slivers,
    double sliverHectares,
    List<Region> withoutBoundary) {

  /** Copies the lists. */
  public Overlaps {
    rows = List.copyOf(rows);
    withoutBoundary = List.copyOf(withoutBoundary);
  }

  /**
   * Ground that two regions share, or that one region shares with none of the other set.
   *
   * @param region of the first set; empty for the rest of a region of the second
   * @param with of the second set; empty for the rest of a region of the first
   * @param hectares in the equal-area frame
   * @param shareOfRegion 0 to 1; empty without a region
   * @param shareOfWith 0 to 1; empty without a region
   */
  public record Row(
      Optional<Region> region,
      Optional<Region> with,
      double hectares,
      OptionalDouble shareOfRegion,
      OptionalDouble shareOfWith) {}
}
