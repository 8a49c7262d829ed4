package org.yunga.web.data;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionSet;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.write.TopoJsonWriter;
import org.yunga.web.api.Features;
import org.yunga.web.http.Rendered;

/**
 * Where the regions of a set lie, generalised for a map, and what is said of each beside its
 * figures: TopoJSON at an address that holds the hash of its content, the same for every release
 * with the same places.
 */
final class PlacesFile {

  private static final String COUNTRY = "country";
  private static final String TYPE = "application/json";

  private PlacesFile() {}

  /** The file of all regions of a set, made once for a release. */
  static Rendered of(Snapshot snapshot, RegionSet set) {
    return snapshot.kept(
        Rendered.class,
        "places of " + set.id(),
        () -> Rendered.of(text(snapshot, set.id(), snapshot.regions(set.id())), TYPE));
  }

  /** The text of the file of some regions of a set. */
  static String text(Snapshot snapshot, String set, List<Region> regions) {
    TopoJsonWriter writer = new TopoJsonWriter();
    for (Region region : regions) {
      writer.add(Features.onMap(snapshot, region), said(snapshot, region));
    }
    byte[] bytes = writer.bytes(Map.of("region_set", set));
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** The address of a file with this text. */
  static String address(String set, String text) {
    return address(set, Rendered.of(text, TYPE));
  }

  /** The address of a file. */
  static String address(String set, Rendered file) {
    return "/places/" + set + "/" + file.hash();
  }

  private static Map<String, Object> said(Snapshot snapshot, Region region) {
    Map<String, Object> said = new LinkedHashMap<>(Features.properties(region));
    region
        .parent()
        .filter(parent -> !parent.regionSet().equals(COUNTRY))
        .flatMap(parent -> Scope.find(snapshot, parent))
        .ifPresent(parent -> said.put("parent_name", parent.name()));
    region.note().ifPresent(note -> said.put("note", inBoth(note)));
    return said;
  }

  private static Map<String, String> inBoth(Bilingual text) {
    Map<String, String> both = new LinkedHashMap<>();
    both.put("es", text.es());
    both.put("en", text.en());
    return both;
  }
}
