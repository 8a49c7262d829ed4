package org.yunga.geodata.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.geodata.intake.IntakeCounts;
import org.yunga.geodata.intake.RegionEffect;

/**
 * What publishing the regions of a file would do to a release.
 *
 * @param added regions that the release has not, or without boundary and members
 * @param changed regions with another outline, other members or other dates
 * @param unchanged how many are as they are
 * @param gone regions that the edition before draws, or lists, and the file lacks
 * @param effects areas of added, changed and gone regions, the first of them
 */
record BoundaryEdition(
    int added, int changed, int unchanged, List<Region> gone, List<RegionEffect> effects) {

  private static final int MOST_EFFECTS = 200;
  private static final int EXAMPLES = 5;

  /** Of a set that the release may not know. */
  static BoundaryEdition of(String regionSet, List<Region> regions, Snapshot release) {
    boolean known =
        release.catalogue().regionSets().stream().anyMatch(set -> set.id().equals(regionSet));
    Map<RegionRef, Region> before = new HashMap<>();
    if (known) {
      release.regions(regionSet).forEach(region -> before.put(region.ref(), region));
    }
    int added = 0;
    int changed = 0;
    List<RegionEffect> effects = new ArrayList<>();
    Set<RegionRef> given = new HashSet<>();
    for (Region region : regions) {
      Region was = before.get(region.ref());
      given.add(region.ref());
      if (was == null || !isDefined(was)) {
        added++;
        effects.add(effect(was, region));
      } else if (!same(was, region)) {
        changed++;
        effects.add(effect(was, region));
      }
    }
    boolean hasEdition =
        release.release().datasets().stream()
            .anyMatch(dataset -> dataset.key().equals(Dataset.BOUNDARIES + regionSet));
    List<Region> gone =
        hasEdition
            ? before.values().stream()
                .filter(region -> isDefined(region) && !given.contains(region.ref()))
                .toList()
            : List.of();
    gone.forEach(region -> effects.add(effect(region, null)));
    return new BoundaryEdition(
        added,
        changed,
        regions.size() - added - changed,
        gone,
        effects.subList(0, Math.min(MOST_EFFECTS, effects.size())));
  }

  private static boolean isDefined(Region region) {
    return region.place() instanceof Place.Boundary || !region.members().isEmpty();
  }

  /** Its polygons, each begun at the same vertex; a store makes a list of one of a polygon. */
  private static Set<Geometry> parts(Geometry geometry) {
    Set<Geometry> parts = new HashSet<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      parts.add(geometry.getGeometryN(i).norm());
    }
    return parts;
  }

  /** Outlines as drawn, in whatever order of parts; a listed zone by its members. */
  private static boolean same(Region was, Region is) {
    boolean sameGround =
        is.place() instanceof Place.Boundary to
            ? was.place() instanceof Place.Boundary from
                && parts(from.geometry()).equals(parts(to.geometry()))
            : Set.copyOf(was.members()).equals(Set.copyOf(is.members()));
    return sameGround && was.validity().equals(is.validity());
  }

  private static RegionEffect effect(Region was, Region is) {
    Region region = is == null ? was : is;
    return new RegionEffect(
        Optional.of(region.ref()),
        region.name(),
        "area",
        "",
        "ha",
        hectares(was),
        hectares(is),
        was == null ? 0 : 1,
        is == null ? 0 : 1);
  }

  private static OptionalDouble hectares(Region region) {
    return region != null && region.place() instanceof Place.Boundary boundary
        ? OptionalDouble.of(boundary.areaHectares())
        : OptionalDouble.empty();
  }

  IntakeCounts counts(BoundaryReport report) {
    return new IntakeCounts(
        report.features(),
        report.features() - report.refused(),
        report.refused(),
        added,
        changed,
        unchanged,
        gone.size());
  }

  BoundaryProblem regionsGone(String file, boolean allowed) {
    String examples =
        gone.stream()
            .limit(EXAMPLES)
            .map(region -> region.code() + " " + region.name())
            .collect(Collectors.joining(", "));
    return new BoundaryFileProblem.RegionsGone(
        FeaturePlace.wholeFile(file), gone.size(), examples, allowed);
  }
}
