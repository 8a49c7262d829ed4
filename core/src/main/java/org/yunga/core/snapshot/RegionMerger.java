package org.yunga.core.snapshot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;
import org.yunga.core.region.Validity;

/**
 * Makes one region of the rows that several datasets hold for it: the first says name, parent and
 * note (reference data knows the accents); the last that has them says boundary, members and
 * validity, since loaded data comes after reference data.
 */
final class RegionMerger {

  private RegionMerger() {}

  static Map<RegionRef, Region> merge(List<Region> rows) {
    Map<RegionRef, List<Region>> byRef = new LinkedHashMap<>();
    rows.forEach(row -> byRef.computeIfAbsent(row.ref(), key -> new ArrayList<>()).add(row));
    Map<RegionRef, Region> merged = new LinkedHashMap<>();
    byRef.forEach((ref, same) -> merged.put(ref, one(ref, same)));
    return merged;
  }

  private static Region one(RegionRef ref, List<Region> rows) {
    return new Region(
        ref,
        rows.get(0).name(),
        first(rows, Region::parent, Optional::isPresent).orElse(Optional.empty()),
        first(rows, Region::note, Optional::isPresent).orElse(Optional.empty()),
        place(rows),
        last(rows, Region::members, members -> !members.isEmpty()).orElse(List.of()),
        last(rows, Region::validity, validity -> !validity.isAlways()).orElse(Validity.ALWAYS));
  }

  private static <T> Optional<T> first(
      List<Region> rows, Function<Region, T> part, Predicate<T> present) {
    return rows.stream().map(part).filter(present).findFirst();
  }

  private static <T> Optional<T> last(
      List<Region> rows, Function<Region, T> part, Predicate<T> present) {
    return rows.stream().map(part).filter(present).reduce((before, after) -> after);
  }

  private static Place place(List<Region> rows) {
    Place best = new Place.Unknown();
    for (Region row : rows) {
      boolean better =
          row.place() instanceof Place.Boundary
              || row.place() instanceof Place.ReferencePoint && best instanceof Place.Unknown;
      best = better ? row.place() : best;
    }
    return best;
  }
}
