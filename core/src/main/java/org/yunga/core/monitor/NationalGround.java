package org.yunga.core.monitor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.yunga.core.aggregate.AggregateTree;
import org.yunga.core.aggregate.AggregateTreeBuilder;
import org.yunga.core.aggregate.FixedPoint;
import org.yunga.core.aggregate.InnerCells;
import org.yunga.core.aggregate.PlotVisitor;
import org.yunga.core.aggregate.QueryPolygon;
import org.yunga.core.catalogue.Catalogue;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionSet;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.core.space.CheckedUnion;
import org.yunga.core.space.EqualAreaFrame;
import org.yunga.core.text.Bilingual;
import org.yunga.core.work.Patience;

/**
 * The ground of the political division: the outermost set that has boundaries, and what regions of
 * the sets within it claim beyond, since outlines of several sources differ at the border. What is
 * drawn inland is known to lie inside by its box; of the rest the engine clips the polygon as it
 * clips a plot. Immutable.
 */
final class NationalGround {

  /**
   * What of a polygon's box may be lost to the rounding of vertices and of areas taken of them,
   * amply: metres are told from each other to a nanometre, and the sum of an area to 1e-15.
   */
  private static final double NOISE = 1e-12;

  /** The same at least, square metres. */
  private static final double LEAST_NOISE = 1e-3;

  /** Less of a region than this does not lie beyond: vertices that one outline has more. */
  private static final double REGION_NOISE = 1e-9;

  /** What the engine clips, square metres: seven times Peru. */
  private static final double MOST = Long.MAX_VALUE / FixedPoint.UNITS;

  private static final double SQUARE_METRES_PER_HECTARE = 10_000;

  private final Optional<Bilingual> name;
  private final Geometry shape;
  private final QueryPolygon ground;
  private final InnerCells cells;

  private NationalGround(Optional<Bilingual> name, Geometry shape) {
    this.name = name;
    this.shape = shape;
    this.ground = QueryPolygon.of(shape);
    this.cells = InnerCells.of(ground);
  }

  /** That of a release, made once for it: a moment, or a second with all districts. */
  static NationalGround of(Snapshot snapshot) {
    return snapshot.kept(NationalGround.class, "", () -> NationalGround.made(snapshot));
  }

  private static NationalGround made(Snapshot snapshot) {
    List<RegionSet> sets = outermostFirst(snapshot.catalogue());
    for (int outermost = 0; outermost < sets.size(); outermost++) {
      List<Region> regions = bounded(snapshot.regions(sets.get(outermost).id()));
      if (!regions.isEmpty()) {
        Bilingual name =
            regions.size() == 1
                ? Bilingual.same(regions.get(0).name())
                : sets.get(outermost).name();
        List<Geometry> inner =
            sets.stream()
                .skip(outermost + 1)
                .flatMap(set -> metres(bounded(snapshot.regions(set.id()))))
                .toList();
        Geometry outer = united(metres(regions).toList());
        List<Geometry> all = new ArrayList<>(beyond(QueryPolygon.of(outer), inner));
        all.add(outer);
        return new NationalGround(Optional.of(name), united(all));
      }
    }
    return new NationalGround(Optional.empty(), new GeometryFactory().createPolygon());
  }

  /** A question must not fail for a border that crosses itself by a nanometre. */
  private static Geometry united(List<Geometry> shapes) {
    return shapes.size() == 1
        ? shapes.get(0)
        : CheckedUnion.of(shapes.stream().map(NationalGround::valid).toList(), Patience.ENDLESS);
  }

  private static Geometry valid(Geometry shape) {
    return shape.isValid() ? shape : GeometryFixer.fix(shape);
  }

  /** Those that do not lie inside. */
  private static List<Geometry> beyond(QueryPolygon outer, List<Geometry> inner) {
    long[] inside = new long[inner.size()];
    AggregateTreeBuilder builder = new AggregateTreeBuilder(1);
    inner.forEach(shape -> builder.add(0, shape));
    AggregateTree tree = builder.build();
    tree.ask(
        outer,
        new PlotVisitor() {
          @Override
          public void whole(int from, int to) {
            for (int place = from; place < to; place++) {
              inside[tree.number(place)] = tree.plotSize(place);
            }
          }

          @Override
          public void cut(int place, long area, boolean counts) {
            inside[tree.number(place)] = area;
          }
        });
    List<Geometry> beyond = new ArrayList<>();
    for (int i = 0; i < inside.length; i++) {
      double area = inner.get(i).getArea();
      if (inside[i] / FixedPoint.UNITS < area - REGION_NOISE * area - 1) {
        beyond.add(inner.get(i));
      }
    }
    return beyond;
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

  private static Stream<Geometry> metres(List<Region> regions) {
    return regions.stream()
        .map(region -> EqualAreaFrame.project(((Place.Boundary) region.place()).geometry()));
  }

  /**
   * What of a polygon lies beyond; empty where no political region has a boundary, so that nobody
   * knows. Nothing to speak of for what lies inland, some ten microseconds for what is drawn by
   * hand at the border.
   *
   * @param metres valid polygon or multipolygon in the equal-area frame
   */
  Optional<OutsideGround> outside(Geometry metres) {
    return name.isEmpty() || cells.hold(metres.getEnvelopeInternal())
        ? none()
        : name.map(of -> compared(metres, of));
  }

  private OutsideGround compared(Geometry metres, Bilingual of) {
    double inside = inside(metres);
    double outside = metres.getArea() - inside;
    boolean isAll = inside == 0;
    boolean isNone = outside <= LEAST_NOISE + NOISE * metres.getEnvelopeInternal().getArea();
    double told = isNone && !isAll ? 0 : outside;
    return new OutsideGround(told / SQUARE_METRES_PER_HECTARE, isAll, of);
  }

  /** Square metres. */
  private double inside(Geometry metres) {
    if (!metres.getEnvelopeInternal().intersects(shape.getEnvelopeInternal())) {
      return 0;
    }
    if (metres.getArea() >= MOST) {
      return OverlayNGRobust.overlay(metres, valid(shape), OverlayNG.INTERSECTION).getArea();
    }
    AggregateTreeBuilder one = new AggregateTreeBuilder(1);
    one.add(0, metres);
    return one.build().totals(ground).sum(0) / FixedPoint.UNITS;
  }

  /** Nothing of a political region lies beyond: its ground is part of this one. */
  Optional<OutsideGround> none() {
    return name.map(of -> new OutsideGround(0, false, of));
  }
}
