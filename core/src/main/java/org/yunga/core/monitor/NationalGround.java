package org.yunga.core.monitor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.yunga.core.aggregate.AggregateTree;
import org.yunga.core.aggregate.AggregateTreeBuilder;
import org.yunga.core.aggregate.FixedPoint;
import org.yunga.core.aggregate.QueryPolygon;
import org.yunga.core.catalogue.Catalogue;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionSet;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.core.space.CheckedUnion;
import org.yunga.core.space.EqualAreaFrame;
import org.yunga.core.space.Subdivision;
import org.yunga.core.text.Bilingual;
import org.yunga.core.work.Patience;

/**
 * The ground of the political division: the outermost set that has boundaries, and what regions of
 * the sets within it claim beyond, since outlines of several sources differ at the border. It
 * stands in pieces under a tree, so that a question costs what its own outline meets of them.
 * Immutable.
 */
final class NationalGround {

  /** Vertices of a piece: what the engine clips without looking for parts of it. */
  private static final int VERTICES = 32;

  /**
   * What of a polygon's box may be lost to the rounding of vertices and of areas taken of them,
   * amply: metres are told from each other to a nanometre, and the sum of an area to 1e-15.
   */
  private static final double NOISE = 1e-12;

  /** The same of each piece that is cut, square metres. */
  private static final double LEAST_NOISE = 1e-3;

  /** No boundaries, or more ground than can be summed exactly: seven times Peru. */
  private static final NationalGround UNKNOWN = new NationalGround(Optional.empty(), List.of());

  private static final double SQUARE_METRES_PER_HECTARE = 10_000;

  private final Optional<Bilingual> name;
  private final AggregateTree pieces;

  private NationalGround(Optional<Bilingual> name, List<Polygon> ground) {
    AggregateTreeBuilder tree = new AggregateTreeBuilder(1);
    ground.forEach(piece -> tree.add(0, piece));
    this.name = name;
    this.pieces = tree.build();
  }

  /**
   * That of a release, made once for it: a moment, or a second where none but districts have
   * boundaries.
   */
  static NationalGround of(Snapshot snapshot) {
    return snapshot.kept(NationalGround.class, "", () -> NationalGround.made(snapshot));
  }

  private static NationalGround made(Snapshot snapshot) {
    List<Geometry> shapes = new ArrayList<>();
    Optional<Bilingual> name = Optional.empty();
    Optional<PreparedGeometry> outermost = Optional.empty();
    for (RegionSet set : outermostFirst(snapshot.catalogue())) {
      List<Region> regions = bounded(snapshot.regions(set.id()));
      if (outermost.isPresent()) {
        PreparedGeometry most = outermost.get();
        metres(regions).filter(shape -> !most.covers(shape)).forEach(shapes::add);
      } else if (!regions.isEmpty()) {
        boolean isOne = regions.size() == 1;
        name = Optional.of(isOne ? Bilingual.same(regions.get(0).name()) : set.name());
        Geometry union = CheckedUnion.of(metres(regions).toList(), Patience.ENDLESS);
        shapes.add(union);
        outermost = Optional.of(PreparedGeometryFactory.prepare(union));
      }
    }
    if (name.isEmpty()) {
      return UNKNOWN;
    }
    Geometry all = CheckedUnion.of(shapes, Patience.ENDLESS);
    boolean fits = all.getArea() < Long.MAX_VALUE / FixedPoint.UNITS;
    return fits ? new NationalGround(name, Subdivision.of(all, VERTICES)) : UNKNOWN;
  }

  private static List<RegionSet> outermostFirst(Catalogue catalogue) {
    return catalogue.regionSets().stream()
        .filter(set -> set.kind() == RegionSet.Kind.POLITICAL)
        .sorted(Comparator.comparingInt(set -> depth(set, catalogue)))
        .toList();
  }

  private static int depth(RegionSet set, Catalogue catalogue) {
    int depth = 0;
    Optional<String> outer = set.parent();
    while (outer.isPresent() && depth < catalogue.regionSets().size()) {
      outer = catalogue.regionSet(outer.get()).parent();
      depth++;
    }
    return depth;
  }

  private static List<Region> bounded(List<Region> regions) {
    return regions.stream().filter(region -> region.place() instanceof Place.Boundary).toList();
  }

  /** A question must not fail for a border that crosses itself by a nanometre. */
  private static Stream<Geometry> metres(List<Region> regions) {
    return regions.stream()
        .map(region -> EqualAreaFrame.project(((Place.Boundary) region.place()).geometry()))
        .map(shape -> shape.isValid() ? shape : GeometryFixer.fix(shape));
  }

  /**
   * What of a polygon lies beyond; empty where no political region has a boundary, so that nobody
   * knows. A few microseconds for what is drawn by hand.
   *
   * @param metres the polygon in the equal-area frame
   * @param query the same, made ready
   */
  Optional<OutsideGround> outside(Geometry metres, QueryPolygon query) {
    return name.map(
        of -> {
          double whole = metres.getArea();
          double inside = pieces.totals(query).sum(0) / FixedPoint.UNITS;
          double outside = whole - inside;
          boolean isAll = inside == 0;
          boolean isNone = outside <= LEAST_NOISE + NOISE * metres.getEnvelopeInternal().getArea();
          double told = isNone && !isAll ? 0 : outside;
          return new OutsideGround(told / SQUARE_METRES_PER_HECTARE, isAll, of);
        });
  }

  /** Nothing of a political region lies beyond: its ground is part of this one. */
  Optional<OutsideGround> none() {
    return name.map(of -> new OutsideGround(0, false, of));
  }
}
