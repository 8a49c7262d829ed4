package org.yunga.geodata.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;

/** Reads the folder {@code regions}, and puts outlines, points and members in their places. */
final class RegionFiles {

  private static final RegionRef COUNTRY = new RegionRef("country", "PE");

  private static final CsvTable REGIONS =
      new CsvTable(
          "regions/regions.csv",
          List.of("region_set", "code", "name", "parent_set", "parent_code", "note_es", "note_en"),
          List.of("region_set", "code"));

  private static final CsvTable POINTS =
      new CsvTable(
          "regions/reference_points.csv",
          List.of("region_set", "code", "longitude", "latitude", "basis_es", "basis_en"),
          List.of("region_set", "code"));

  private static final CsvTable MEMBERS =
      new CsvTable(
          "regions/members.csv",
          List.of(
              "region_set",
              "code",
              "member_set",
              "member_code",
              "member_name",
              "source_title",
              "source_locator",
              "note_es",
              "note_en"),
          List.of("region_set", "code", "member_set", "member_code", "member_name"));

  private RegionFiles() {}

  static List<Region> read() {
    Map<RegionRef, Place> places = places();
    Map<RegionRef, List<Region.Member>> members = members();
    List<Region> regions =
        REGIONS.read(
            row -> {
              RegionRef ref = ref(row);
              return new Region(
                  ref,
                  row.text("name"),
                  row.optional("parent_set")
                      .map(set -> new RegionRef(set, row.text("parent_code"))),
                  row.optionalBilingual("note"),
                  Optional.ofNullable(places.remove(ref)).orElseGet(Place.Unknown::new),
                  Optional.ofNullable(members.remove(ref)).orElseGet(List::of));
            });
    checkUsed("place", places);
    checkUsed("members", members);
    return regions;
  }

  private static Map<RegionRef, Place> places() {
    Map<RegionRef, Place> places = new HashMap<>();
    Map<String, Geometry> outlines = DepartmentFile.read();
    outlines.forEach(
        (code, outline) ->
            places.put(new RegionRef("departments", code), DepartmentFile.boundary(outline)));
    places.put(COUNTRY, DepartmentFile.boundary(DepartmentFile.union(outlines.values())));
    POINTS.read(row -> places.put(ref(row), point(row)));
    return places;
  }

  private static Place point(CsvRow row) {
    return new Place.ReferencePoint(
        row.number("longitude"), row.number("latitude"), row.bilingual("basis"));
  }

  private static Map<RegionRef, List<Region.Member>> members() {
    Map<RegionRef, List<Region.Member>> members = new HashMap<>();
    MEMBERS.read(
        row ->
            members
                .computeIfAbsent(ref(row), key -> new ArrayList<>())
                .add(
                    new Region.Member(
                        row.optional("member_code")
                            .map(code -> new RegionRef(row.text("member_set"), code)),
                        row.text("member_name"))));
    return members;
  }

  private static RegionRef ref(CsvRow row) {
    return new RegionRef(row.text("region_set"), row.text("code"));
  }

  private static void checkUsed(String what, Map<RegionRef, ?> left) {
    if (!left.isEmpty()) {
      throw new IllegalStateException(
          "Reference data: regions/regions.csv lacks regions that have "
              + what
              + ": "
              + left.keySet());
    }
  }
}
