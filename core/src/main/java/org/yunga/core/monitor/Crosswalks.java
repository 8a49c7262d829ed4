package org.yunga.core.monitor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.yunga.core.aggregate.FixedPoint;
import org.yunga.core.aggregate.SharedGround;
import org.yunga.core.monitor.Crosswalk.Change;
import org.yunga.core.monitor.Crosswalk.Piece;
import org.yunga.core.monitor.Crosswalk.PieceFate;
import org.yunga.core.monitor.Crosswalk.RegionFate;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.snapshot.RegionSetOverlay;
import org.yunga.core.space.EqualAreaFrame;

/**
 * Lays two versions of a region set over each other and tells a change of the law from a line drawn
 * anew. A piece that went from one region to another moved when a circle as wide as the tolerance
 * fits into it, or when it is half of either region; else it is a strip along a border. Used once.
 */
public final class Crosswalks {

  /** So much of a region is more than its border, however small the region is. */
  private static final double HALF = 0.5;

  /** Less than this share of a region, given and taken, is the noise of writing coordinates. */
  private static final double SAME = 1e-4;

  /** Less of the smaller region is the rounding of vertices that one of two neighbours lacks. */
  private static final double NOISE = 1e-9;

  private final double lineMetres;
  private final RegionSetOverlay overlay;
  private final List<Region> before;
  private final List<Region> after;
  private final List<Piece> pieces = new ArrayList<>();
  private final Map<String, double[]> redrawn = new LinkedHashMap<>();
  private final Map<String, double[]> moved = new LinkedHashMap<>();

  private Crosswalks(List<Region> before, List<Region> after, double lineMetres) {
    this.lineMetres = lineMetres;
    this.before = before;
    this.after = after;
    this.overlay = RegionSetOverlay.of(before, after);
  }

  /**
   * Compares two versions.
   *
   * @param before regions of one set, as they were; those without boundary are not compared
   * @param after regions of the same set
   * @param lineMetres see {@link CrosswalkQuery}
   */
  public static Crosswalk between(List<Region> before, List<Region> after, double lineMetres) {
    return new Crosswalks(before, after, lineMetres).crosswalk();
  }

  private Crosswalk crosswalk() {
    SharedGround ground = overlay.ground();
    int next = 0;
    for (int i = 0; i < overlay.regions().size(); i++) {
      List<Geometry> met = new ArrayList<>();
      for (; next < ground.pairs().size() && ground.pairs().get(next).first() == i; next++) {
        SharedGround.Pair pair = ground.pairs().get(next);
        met.add(outline(overlay.with().get(pair.second())));
        add(i, pair.second(), pair.area(), List.of());
      }
      add(i, -1, ground.firstRests().get(i), met);
    }
    for (int j = 0; j < overlay.with().size(); j++) {
      add(-1, j, ground.secondRests().get(j), metBy(j));
    }
    return new Crosswalk(lineMetres, pieces, changes());
  }

  private List<Geometry> metBy(int j) {
    return overlay.ground().pairs().stream()
        .filter(pair -> pair.second() == j)
        .map(pair -> outline(overlay.regions().get(pair.first())))
        .toList();
  }

  private static Geometry outline(Region region) {
    return ((Place.Boundary) region.place()).geometry();
  }

  /**
   * Adds a piece; -1 stands for no region.
   *
   * @param met of a piece that is the rest of a region: what it is the rest from
   */
  private void add(int i, int j, long area, List<Geometry> met) {
    if (area <= NOISE * smaller(i, j)) {
      return;
    }
    Optional<Region> was = i < 0 ? Optional.empty() : Optional.of(overlay.regions().get(i));
    Optional<Region> is = j < 0 ? Optional.empty() : Optional.of(overlay.with().get(j));
    double hectares = FixedPoint.hectares(area);
    OptionalDouble shareOfBefore = share(area, i, overlay.ground().firstAreas());
    OptionalDouble shareOfAfter = share(area, j, overlay.ground().secondAreas());
    PieceFate fate = PieceFate.KEPT;
    Optional<Coordinate> place = Optional.empty();
    if (was.isEmpty() || is.isEmpty() || !was.get().code().equals(is.get().code())) {
      boolean half = shareOfBefore.orElse(0) >= HALF || shareOfAfter.orElse(0) >= HALF;
      Optional<Geometry> shape =
          half || mayHoldACircle(hectares) ? Optional.of(shape(was, is, met)) : Optional.empty();
      boolean wide = half || shape.isPresent() && holdsACircle(shape.get());
      fate = wide ? PieceFate.MOVED : PieceFate.REDRAWN;
      place = wide ? shape.map(piece -> piece.getInteriorPoint().getCoordinate()) : place;
      Map<String, double[]> sums = wide ? moved : redrawn;
      was.ifPresent(region -> sum(sums, region, hectares));
      is.ifPresent(region -> sum(sums, region, hectares));
    }
    pieces.add(new Piece(was, is, hectares, shareOfBefore, shareOfAfter, fate, place));
  }

  private long smaller(int i, int j) {
    long first = i < 0 ? Long.MAX_VALUE : overlay.ground().firstAreas().get(i);
    long second = j < 0 ? Long.MAX_VALUE : overlay.ground().secondAreas().get(j);
    return Math.min(first, second);
  }

  private static void sum(Map<String, double[]> sums, Region region, double hectares) {
    sums.computeIfAbsent(region.code(), code -> new double[1])[0] += hectares;
  }

  private static OptionalDouble share(long area, int number, List<Long> areas) {
    return number < 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) area / areas.get(number));
  }

  private boolean mayHoldACircle(double hectares) {
    return hectares * 1e4 >= Math.PI / 4 * lineMetres * lineMetres;
  }

  private boolean holdsACircle(Geometry degrees) {
    return !EqualAreaFrame.project(degrees).buffer(-lineMetres / 2).isEmpty();
  }

  /** Cut in degrees, where both outlines were drawn. */
  private static Geometry shape(Optional<Region> was, Optional<Region> is, List<Geometry> met) {
    if (was.isPresent() && is.isPresent()) {
      return polygons(
          OverlayNGRobust.overlay(outline(was.get()), outline(is.get()), OverlayNG.INTERSECTION));
    }
    Geometry whole = outline(was.or(() -> is).orElseThrow());
    if (met.isEmpty()) {
      return whole;
    }
    Geometry others = OverlayNGRobust.union(whole.getFactory().buildGeometry(met));
    return polygons(OverlayNGRobust.overlay(whole, others, OverlayNG.DIFFERENCE));
  }

  /** Without points and lines along which regions only touch. */
  private static Geometry polygons(Geometry geometry) {
    List<Geometry> parts = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i).getDimension() == 2) {
        parts.add(geometry.getGeometryN(i));
      }
    }
    return geometry.getFactory().buildGeometry(parts);
  }

  private List<Change> changes() {
    Map<String, Region> old = byCode(before);
    Map<String, Region> now = byCode(after);
    List<Change> changes = new ArrayList<>();
    old.forEach((code, region) -> changes.add(change(code, region, now.get(code))));
    now.forEach(
        (code, region) -> {
          if (!old.containsKey(code)) {
            changes.add(change(code, null, region));
          }
        });
    return changes;
  }

  private static Map<String, Region> byCode(List<Region> regions) {
    Map<String, Region> byCode = new LinkedHashMap<>();
    regions.forEach(region -> byCode.put(region.code(), region));
    return byCode;
  }

  private Change change(String code, Region was, Region is) {
    double redrawnHectares = redrawn.getOrDefault(code, new double[1])[0];
    double movedHectares = moved.getOrDefault(code, new double[1])[0];
    return new Change(
        code,
        Optional.ofNullable(was),
        Optional.ofNullable(is),
        fate(was, is, redrawnHectares, movedHectares),
        redrawnHectares,
        movedHectares);
  }

  private static RegionFate fate(Region was, Region is, double redrawn, double moved) {
    if (was == null) {
      return RegionFate.CREATED;
    }
    if (is == null) {
      return RegionFate.ENDED;
    }
    if (!(was.place() instanceof Place.Boundary boundary && is.place() instanceof Place.Boundary)) {
      return RegionFate.NOT_COMPARED;
    }
    if (moved > 0) {
      return RegionFate.CHANGED_BY_LAW;
    }
    return redrawn < SAME * boundary.areaHectares() ? RegionFate.SAME : RegionFate.REDRAWN;
  }
}
