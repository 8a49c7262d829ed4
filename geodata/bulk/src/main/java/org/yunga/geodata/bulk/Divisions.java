package org.yunga.geodata.bulk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yunga.core.aggregate.SharedGround;
import org.yunga.core.space.CheckedUnion;
import org.yunga.core.work.Patience;

/**
 * Which cells make up what the regions of a division cover: those of its regions, and those of the
 * union of regions that lie over each other, as outlines that were generalised one by one do. What
 * is left of the whole lies outside; the same rule as in a release.
 *
 * @param codes of the regions of each set, in the order of the file
 * @param cover for each division, what covers its ground once: set and code, as in cells
 * @param unions to be counted besides the regions
 */
record Divisions(
    Map<String, List<String>> codes, Map<String, List<Part>> cover, List<RegionList.One> unions) {

  /** Sets that divide the country: what is in none of their regions is outside. */
  private static final Set<String> DIVISIONS =
      Set.of("country", "departments", "provinces", "districts");

  /** Before the set, in cells of unions: no set is named so. */
  private static final String UNION = "\u0001";

  /** Where a total is looked up. */
  record Part(String set, String code) {}

  static Divisions of(List<RegionList.One> regions) {
    Map<String, List<RegionList.One>> bySet = new LinkedHashMap<>();
    for (RegionList.One region : regions) {
      bySet.computeIfAbsent(region.set(), set -> new ArrayList<>()).add(region);
    }
    Map<String, List<String>> codes = new LinkedHashMap<>();
    Map<String, List<Part>> cover = new LinkedHashMap<>();
    List<RegionList.One> unions = new ArrayList<>();
    bySet.forEach(
        (set, own) -> {
          codes.put(set, own.stream().map(RegionList.One::code).toList());
          if (DIVISIONS.contains(set)) {
            cover.put(set, cover(set, own, unions));
          }
        });
    return new Divisions(codes, cover, unions);
  }

  private static List<Part> cover(
      String set, List<RegionList.One> own, List<RegionList.One> unions) {
    List<Part> parts = new ArrayList<>(own.stream().map(one -> new Part(set, one.code())).toList());
    for (List<Integer> group :
        SharedGround.overlapping(own.stream().map(RegionList.One::metres).toList())) {
      group.forEach(place -> parts.set(place, null));
      RegionList.One union =
          RegionList.One.of(
              UNION + set,
              String.valueOf(parts.size()),
              CheckedUnion.of(
                  group.stream().map(place -> own.get(place).metres()).toList(), Patience.ENDLESS));
      unions.add(union);
      parts.add(new Part(union.set(), union.code()));
    }
    parts.removeIf(part -> part == null);
    return parts;
  }
}
