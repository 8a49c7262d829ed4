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
 * Outlines for the map: fewer vertices, shared borders still shared, so that neighbours leave no
 * gap and do not overlap; islands and small regions stay. Never for areas or sums. There are two
 * levels, this one and all vertices: a map of the country needs no coarser one (districts 30 KB
 * compressed), and whoever looks closer asks for a region as it is.
 *
 * <p>Algorithm: Visvalingam-Whyatt on the edges of the whole coverage ({@link CoverageSimplifier}).
 */
final class Generalisation {

  /** Share of a typical region's width that a detail must have to stay: a pixel of 100. */
  private static final double SHARE_OF_WIDTH = 0.01;

  /** Degrees; some 280 m, below which a map of a valley would show the loss. */
  private static final double FINEST = 0.0025;

  /** Degrees; some 1.1 km, half a pixel when the whole country fills a laptop's screen. */
  private static final double COARSEST = 0.01;

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
    CoverageSimplifier simplifier = new CoverageSimplifier(outlines.toArray(Geometry[]::new));
    simplifier.setRemovableRingSizeFactor(0);
    Geometry[] simple = simplifier.simplify(toleranceDegrees(outlines));
    Map<RegionRef, Geometry> result = new HashMap<>();
    for (int i = 0; i < simple.length; i++) {
      boolean whole = !simple[i].isEmpty() && simple[i].isValid();
      result.put(refs.get(i), whole ? simple[i] : outlines.get(i));
    }
    return result;
  }

  /** From the median region of the set: districts keep finer detail than departments. */
  private static double toleranceDegrees(List<Geometry> outlines) {
    double[] areas = outlines.stream().mapToDouble(Geometry::getArea).sorted().toArray();
    double width = areas.length == 0 ? 0 : Math.sqrt(areas[areas.length / 2]);
    return Math.min(COARSEST, Math.max(FINEST, width * SHARE_OF_WIDTH));
  }
}
