package org.yunga.geodata.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.yunga.core.aggregate.FixedPoint;
import org.yunga.core.aggregate.SharedGround;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.snapshot.RegionSetOverlay;
import org.yunga.core.space.EqualAreaFrame;

/**
 * Finds ground that two regions of a set claim, and ground between regions that none has. In a
 * political division both are faults, unless a gap is a lake; zones may lie over each other and
 * apart, so that of them only narrow gaps are told, where two borders should be one.
 */
final class CoverageCheck {

  /** Less common ground of two regions is a sliver: counted, not told one by one. */
  static final double SLIVER_HECTARES = 1;

  /** A gap into which no circle this wide fits lies between two drawings of one border. */
  static final double NARROW_METRES = 500;

  /** More than this share of the ground claimed twice is no political division: refused. */
  static final double MOST_OVERLAP = 0.05;

  /** Of each kind so many are told one by one, the largest ones; the others with the slivers. */
  static final int MOST_TOLD = 50;

  private final FeaturePlace where;
  private final boolean political;
  private final List<Region> regions;
  private final List<Geometry> outlines;
  private final List<BoundaryProblem> problems = new ArrayList<>();

  private record Spot(String one, String other, double hectares, Coordinate at) {}

  private CoverageCheck(String file, boolean political, List<Region> regions) {
    this.where = FeaturePlace.wholeFile(file);
    this.political = political;
    this.regions =
        regions.stream().filter(region -> region.place() instanceof Place.Boundary).toList();
    this.outlines = this.regions.stream().map(CoverageCheck::outline).toList();
  }

  /** What is wrong with these regions beside each other. */
  static List<BoundaryProblem> of(String file, String regionSet, List<Region> regions) {
    boolean political = UbigeoSet.byId(regionSet).isPresent();
    CoverageCheck check = new CoverageCheck(file, political, regions);
    if (check.outlines.size() > 1) {
      check.run();
    }
    return check.problems;
  }

  private static Geometry outline(Region region) {
    return ((Place.Boundary) region.place()).geometry();
  }

  private void run() {
    Geometry[] all = outlines.toArray(Geometry[]::new);
    boolean clean = CoverageValidator.isValid(all);
    if (!clean) {
      overlaps();
    }
    Geometry union =
        clean
            ? CoverageUnion.union(all)
            : OverlayNGRobust.union(all[0].getFactory().createGeometryCollection(all));
    gaps(union);
  }

  private void overlaps() {
    SharedGround ground = RegionSetOverlay.of(regions, regions).ground();
    List<SharedGround.Pair> pairs =
        ground.pairs().stream()
            .filter(pair -> pair.first() < pair.second())
            .filter(pair -> isMoreThanNoise(pair, ground.firstAreas()))
            .sorted(Comparator.comparingLong(SharedGround.Pair::area).reversed())
            .toList();
    if (pairs.isEmpty()) {
      return;
    }
    double shared = pairs.stream().mapToDouble(p -> FixedPoint.hectares(p.area())).sum();
    double whole = ground.firstAreas().stream().mapToDouble(FixedPoint::hectares).sum();
    if (political && shared > MOST_OVERLAP * whole) {
      Coordinate at = spot(pairs.get(0)).at;
      problems.add(new CoverageProblem.OverlapTooLarge(where, shared, shared / whole, at));
    }
    int told = 0;
    while (told < Math.min(MOST_TOLD, pairs.size())
        && FixedPoint.hectares(pairs.get(told).area()) >= SLIVER_HECTARES) {
      Spot spot = spot(pairs.get(told++));
      problems.add(
          new CoverageProblem.RegionsOverlap(where, spot.one, spot.other, spot.hectares, spot.at));
    }
    List<SharedGround.Pair> rest = pairs.subList(told, pairs.size());
    if (!rest.isEmpty()) {
      double hectares = rest.stream().mapToDouble(p -> FixedPoint.hectares(p.area())).sum();
      Coordinate at = spot(rest.get(0)).at;
      problems.add(new CoverageProblem.SliverOverlaps(where, rest.size(), hectares, at));
    }
  }

  /** Vertices that one border has and its neighbour lacks give a few square metres. */
  private static boolean isMoreThanNoise(SharedGround.Pair pair, List<Long> areas) {
    return pair.area() > 1e-9 * Math.min(areas.get(pair.first()), areas.get(pair.second()));
  }

  private Spot spot(SharedGround.Pair pair) {
    Geometry common =
        OverlayNGRobust.overlay(
            outlines.get(pair.first()), outlines.get(pair.second()), OverlayNG.INTERSECTION);
    return new Spot(
        label(regions.get(pair.first())),
        label(regions.get(pair.second())),
        FixedPoint.hectares(pair.area()),
        common.getInteriorPoint().getCoordinate());
  }

  private static String label(Region region) {
    return region.code() + " " + region.name();
  }

  private void gaps(Geometry union) {
    List<Spot> wide = new ArrayList<>();
    List<Spot> narrow = new ArrayList<>();
    for (int i = 0; i < union.getNumGeometries(); i++) {
      Polygon part = (Polygon) union.getGeometryN(i);
      for (int k = 0; k < part.getNumInteriorRing(); k++) {
        Polygon gap = part.getFactory().createPolygon(part.getInteriorRingN(k));
        double hectares = EqualAreaFrame.hectares(gap);
        Spot spot = new Spot("", "", hectares, gap.getInteriorPoint().getCoordinate());
        (isNarrow(gap) ? narrow : wide).add(spot);
      }
    }
    Comparator<Spot> largestFirst = Comparator.comparingDouble((Spot s) -> -s.hectares);
    if (political) {
      wide.stream()
          .sorted(largestFirst)
          .limit(MOST_TOLD)
          .map(gap -> new CoverageProblem.GapFound(where, gap.hectares, gap.at))
          .forEach(problems::add);
    }
    narrow.sort(largestFirst);
    if (!narrow.isEmpty()) {
      double hectares = narrow.stream().mapToDouble(Spot::hectares).sum();
      problems.add(
          new CoverageProblem.SliverGaps(where, narrow.size(), hectares, narrow.get(0).at));
    }
  }

  private static boolean isNarrow(Geometry gap) {
    return EqualAreaFrame.project(gap).buffer(-NARROW_METRES / 2).isEmpty();
  }
}
