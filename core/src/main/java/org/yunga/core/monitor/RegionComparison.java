package org.yunga.core.monitor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.yunga.core.monitor.ReleaseDiff.RegionChange;
import org.yunga.core.monitor.ReleaseDiff.RegionFate;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.core.space.EqualAreaFrame;

/** Compares the regions of two releases. */
final class RegionComparison {

  private final List<RegionChange> changes = new ArrayList<>();
  private int same;

  RegionComparison(Snapshot before, Snapshot after) {
    Map<RegionRef, Region> old = regions(before);
    for (Region is : regions(after).values()) {
      Region was = old.remove(is.ref());
      if (was == null) {
        changes.add(change(RegionFate.ADDED, null, is));
      } else {
        compare(was, is);
      }
    }
    old.values().forEach(was -> changes.add(change(RegionFate.REMOVED, was, null)));
  }

  private static Map<RegionRef, Region> regions(Snapshot snapshot) {
    Map<RegionRef, Region> regions = new LinkedHashMap<>();
    snapshot.catalogue().regionSets().stream()
        .flatMap(set -> snapshot.regions(set.id()).stream())
        .forEach(region -> regions.put(region.ref(), region));
    return regions;
  }

  private void compare(Region was, Region is) {
    Optional<Geometry> from = outline(was);
    Optional<Geometry> to = outline(is);
    boolean sameOutline =
        from.isPresent() == to.isPresent() && (from.isEmpty() || from.get().equalsExact(to.get()));
    if (!sameOutline) {
      changes.add(
          new RegionChange(
              RegionFate.OUTLINE_CHANGED, Optional.of(was), Optional.of(is), moved(from, to)));
    } else if (!was.name().equals(is.name())) {
      changes.add(change(RegionFate.RENAMED, was, is));
    } else {
      same++;
    }
  }

  private static Optional<Geometry> outline(Region region) {
    return region.place() instanceof Place.Boundary boundary
        ? Optional.of(boundary.geometry())
        : Optional.empty();
  }

  /** Cut in degrees, where both outlines were drawn; only then taken into the frame of areas. */
  private static OptionalDouble moved(Optional<Geometry> from, Optional<Geometry> to) {
    return from.isEmpty() || to.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            EqualAreaFrame.hectares(
                OverlayNGRobust.overlay(from.get(), to.get(), OverlayNG.SYMDIFFERENCE)));
  }

  private static RegionChange change(RegionFate fate, Region was, Region is) {
    return new RegionChange(
        fate, Optional.ofNullable(was), Optional.ofNullable(is), OptionalDouble.empty());
  }

  List<RegionChange> changes() {
    return changes;
  }

  int same() {
    return same;
  }
}
