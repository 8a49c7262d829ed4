package org.yunga.geodata.load;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;
import org.yunga.core.region.Validity;
import org.yunga.geodata.table.Row;

/**
 * Makes zones of a list of their members, and keeps what it finds. The zones have no boundary of
 * their own: their outline is the union of the members that the release holds.
 */
final class MembershipCheck {

  private final BoundaryTable table;
  private final MembershipLayout layout;
  private final String regionSet;
  private final KnownRegions known;
  private final List<BoundaryProblem> problems = new ArrayList<>();
  private final Map<String, Zone> zones = new LinkedHashMap<>();
  private final Map<RegionRef, List<Entry>> entries = new HashMap<>();
  private int refused;

  private record Zone(String name, List<Region.Member> members) {}

  private record Entry(String zone, Validity validity, long row) {}

  MembershipCheck(
      BoundaryTable table, MembershipLayout layout, String regionSet, KnownRegions known) {
    this.table = table;
    this.layout = layout;
    this.regionSet = regionSet;
    this.known = known;
  }

  /** The zones, in the order in which they are first named; one without any good row is missing. */
  List<Region> zones() {
    for (Row row : table.rows()) {
      if (!add(row)) {
        refused++;
      }
    }
    return zones.entrySet().stream().map(e -> region(e.getKey(), e.getValue())).toList();
  }

  /** How many rows were left out. */
  int refused() {
    return refused;
  }

  List<BoundaryProblem> problems() {
    return problems;
  }

  private Region region(String code, Zone zone) {
    return new Region(
        new RegionRef(regionSet, code),
        zone.name,
        Optional.empty(),
        Optional.empty(),
        new Place.Unknown(),
        zone.members);
  }

  private boolean add(Row row) {
    Optional<String> givenCode = layout.zoneCode().flatMap(column -> table.text(row, column));
    Optional<String> givenName = layout.zoneName().flatMap(column -> table.text(row, column));
    FeaturePlace place =
        new FeaturePlace(table.file(), OptionalLong.of(row.number()), givenCode, givenName);
    Optional<String> zone = zoneCode(place);
    Optional<RegionRef> member = zone.flatMap(code -> member(row, place));
    Optional<Validity> validity =
        member.flatMap(ref -> layout.validity().of(table, row, place, problems::add));
    return validity.isPresent() && add(place, zone.get(), member.get(), validity.get());
  }

  private boolean add(FeaturePlace place, String zone, RegionRef member, Validity validity) {
    List<Entry> named = entries.computeIfAbsent(member, ref -> new ArrayList<>());
    long row = place.row().orElseThrow();
    for (Entry entry : named) {
      if (entry.validity.meets(validity)) {
        return tellTwice(place, zone, member.code(), entry);
      }
    }
    if (known.hectares(member).isEmpty() && named.isEmpty()) {
      problems.add(
          new MembershipProblem.MemberWithoutBoundary(place, layout.member(), member.code()));
    }
    named.add(new Entry(zone, validity, row));
    zones
        .computeIfAbsent(zone, code -> new Zone(zoneName(place, code), new ArrayList<>()))
        .members
        .add(
            new Region.Member(
                Optional.of(member),
                known.name(member.regionSet(), member.code()).orElse(member.code()),
                validity));
    return true;
  }

  /** Whether nothing is lost by leaving the row out. */
  private boolean tellTwice(FeaturePlace place, String zone, String member, Entry first) {
    if (first.zone.equals(zone)) {
      problems.add(
          new MembershipProblem.DuplicateMember(place, layout.member(), member, first.row));
      return true;
    }
    problems.add(
        new MembershipProblem.MemberOfTwoZones(
            place, layout.member(), member, zones.get(first.zone).name, first.row));
    return false;
  }

  /** The code given, that of the known zone of the name, or one made of the name. */
  private Optional<String> zoneCode(FeaturePlace place) {
    Optional<String> code =
        place
            .code()
            .or(() -> place.name().flatMap(this::knownZone))
            .or(() -> place.name().map(MembershipCheck::slug))
            .filter(text -> CodeCheck.isSlug(text));
    if (code.isEmpty()) {
      String column = layout.zoneCode().or(layout::zoneName).orElseThrow();
      problems.add(
          new RegionCodeProblem.UnknownCode(
              place, column, place.code().or(place::name).orElse(""), CodeCheck.SLUG_FORM));
    }
    return code;
  }

  private Optional<String> knownZone(String name) {
    List<RegionRef> found = known.named(regionSet, name, Optional.empty());
    return found.size() == 1 ? Optional.of(found.get(0).code()) : Optional.empty();
  }

  private String zoneName(FeaturePlace place, String code) {
    return place
        .name()
        .map(SpanishNames::titleCase)
        .or(() -> known.name(regionSet, code))
        .orElse(code);
  }

  private static String slug(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
  }

  private Optional<RegionRef> member(Row row, FeaturePlace place) {
    String set = layout.memberSet().id();
    String given = table.text(row, layout.member()).orElse("");
    Optional<String> name = layout.memberName().flatMap(column -> table.text(row, column));
    Optional<String> knownName = known.name(set, given);
    String code = given;
    if (knownName.isEmpty() && known.name(set, "0" + given).isPresent()) {
      code = "0" + given;
      knownName = known.name(set, code);
      boolean confirmed = name.isPresent() && SpanishNames.agree(name.get(), knownName.get());
      problems.add(
          new RegionCodeProblem.LeadingZeroLost(place, layout.member(), given, code, confirmed));
    }
    if (knownName.isEmpty()) {
      problems.add(new MembershipProblem.UnknownMember(place, layout.member(), given, set));
      return Optional.empty();
    }
    if (name.isPresent() && !SpanishNames.agree(name.get(), knownName.get())) {
      problems.add(
          new RegionCodeProblem.NameDisagrees(
              place, layout.memberName().orElseThrow(), name.get(), knownName.get()));
    }
    return Optional.of(new RegionRef(set, code));
  }
}
