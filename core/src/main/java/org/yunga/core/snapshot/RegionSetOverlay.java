package org.yunga.core.snapshot;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.yunga.core.aggregate.SharedGround;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.space.EqualAreaFrame;

/**
 * The ground that the regions of two sets share.
 *
 * @param regions those of the first set that have a boundary, in the order of the set
 * @param with those of the second
 * @param ground what they share, by their places in these lists
 */
public record RegionSetOverlay(List<Region> regions, List<Region> with, SharedGround ground) {

  /** Lays two lists of regions over each other; those without boundary are left out. */
  public static RegionSetOverlay of(List<Region> regions, List<Region> with) {
    List<Region> first = bounded(regions);
    List<Region> second = bounded(with);
    return new RegionSetOverlay(first, second, SharedGround.of(plane(first), plane(second)));
  }

  private static List<Region> bounded(List<Region> regions) {
    return regions.stream().filter(region -> region.place() instanceof Place.Boundary).toList();
  }

  private static List<Geometry> plane(List<Region> regions) {
    return regions.stream()
        .map(region -> EqualAreaFrame.project(((Place.Boundary) region.place()).geometry()))
        .toList();
  }
}
