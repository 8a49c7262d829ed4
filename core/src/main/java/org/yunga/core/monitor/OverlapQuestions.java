package org.yunga.core.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.yunga.core.aggregate.FixedPoint;
import org.yunga.core.aggregate.SharedGround;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;
import org.yunga.core.snapshot.RegionSetOverlay;
import org.yunga.core.snapshot.Snapshot;

/** Answers which regions of two sets share ground. */
final class OverlapQuestions {

  private final Snapshot snapshot;
  private final OverlapsQuery query;
  private final List<Overlaps.Row> rows = new ArrayList<>();
  private int slivers;
  private double sliverHectares;

  OverlapQuestions(Snapshot snapshot, OverlapsQuery query) {
    this.snapshot = snapshot;
    this.query = query;
  }

  Overlaps answer() {
    query.region().ifPresent(code -> snapshot.region(new RegionRef(query.regionSet(), code)));
    RegionSetOverlay overlay = snapshot.regionSetOverlay(query.regionSet(), query.with());
    SharedGround ground = overlay.ground();
    int next = 0;
    for (int i = 0; i < overlay.regions().size(); i++) {
      boolean wanted = query.region().map(overlay.regions().get(i).code()::equals).orElse(true);
      for (; next < ground.pairs().size() && ground.pairs().get(next).first() == i; next++) {
        SharedGround.Pair pair = ground.pairs().get(next);
        if (wanted) {
          add(overlay, i, pair.second(), pair.area());
        }
      }
      if (wanted) {
        add(overlay, i, -1, ground.firstRests().get(i));
      }
    }
    for (int j = 0; query.region().isEmpty() && j < overlay.with().size(); j++) {
      add(overlay, -1, j, ground.secondRests().get(j));
    }
    return new Overlaps(
        snapshot.release(),
        snapshot.catalogue().regionSet(query.regionSet()),
        snapshot.catalogue().regionSet(query.with()),
        rows,
        slivers,
        sliverHectares,
        withoutBoundary());
  }

  /** Adds a row, or a sliver; -1 stands for no region. */
  private void add(RegionSetOverlay overlay, int i, int j, long area) {
    double hectares = FixedPoint.hectares(area);
    if (area == 0) {
      return;
    }
    if (hectares < query.toleranceHectares()) {
      slivers++;
      sliverHectares += hectares;
      return;
    }
    SharedGround ground = overlay.ground();
    rows.add(
        new Overlaps.Row(
            i < 0 ? Optional.empty() : Optional.of(overlay.regions().get(i)),
            j < 0 ? Optional.empty() : Optional.of(overlay.with().get(j)),
            hectares,
            i < 0 ? OptionalDouble.empty() : share(area, ground.firstAreas().get(i)),
            j < 0 ? OptionalDouble.empty() : share(area, ground.secondAreas().get(j))));
  }

  private static OptionalDouble share(long part, long whole) {
    return OptionalDouble.of((double) part / whole);
  }

  private List<Region> withoutBoundary() {
    Stream<Region> first = snapshot.regions(query.regionSet()).stream();
    Stream<Region> both =
        query.regionSet().equals(query.with())
            ? first
            : Stream.concat(first, snapshot.regions(query.with()).stream());
    return both.filter(region -> !(region.place() instanceof Place.Boundary)).toList();
  }
}
