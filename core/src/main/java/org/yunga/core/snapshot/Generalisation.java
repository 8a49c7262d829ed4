package org.yunga.core.snapshot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Geometry;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;

/**
 * Outlines for the map: fewer vertices, shared borders still shared. Never for areas or sums.
 *
 * <p>Algorithm: Visvalingam-Whyatt on the edges of the whole coverage ({@link CoverageSimplifier}).
 */
final class Generalisation {

  /**
   * Degrees; the square of it is the area a vertex must span to stay. 0.005° is some 550 m, half a
   * pixel when the whole country fills a laptop's screen.
   */
  private static final double TOLERANCE_DEGREES = 0.005;

  private Generalisation() {}

  /** Map outlines of the regions of one set that have a boundary. */
  static Map<RegionRef, Geometry> of(List<Region> regions) {
    List<RegionRef> refs = new ArrayList<>();
    List<Geometry> outlines = new ArrayList<>();
    for (Region region : regions) {
      if (region.place() instanceof Place.Boundary boundary) {
        refs.add(region.ref());
        outlines.add(boundary.geometry());
      }
    }
    Geometry[] simple =
        CoverageSimplifier.simplify(outlines.toArray(Geometry[]::new), TOLERANCE_DEGREES);
    Map<RegionRef, Geometry> result = new HashMap<>();
    for (int i = 0; i < simple.length; i++) {
      result.put(refs.get(i), simple[i].isEmpty() ? outlines.get(i) : simple[i]);
    }
    return result;
  }
}
