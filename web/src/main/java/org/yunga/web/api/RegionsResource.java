package org.yunga.web.api;

import static org.yunga.web.api.Answers.object;
import static org.yunga.web.api.Fields.number;
import static org.yunga.web.api.Fields.text;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yunga.core.monitor.Monitor;
import org.yunga.core.monitor.RegionProfile;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.geodata.export.Places;
import org.yunga.web.http.Format;
import org.yunga.web.http.Parameters;
import org.yunga.web.http.Rendered;

/** {@code /api/v1/regions/{set}/{code}}: everything about one region. */
public final class RegionsResource {

  private final Answers answers;

  /** Answers from these. */
  public RegionsResource(Answers answers) {
    this.answers = answers;
  }

  /** The region, its figures of all indicators, and what its parts add up to. */
  public void get(Context context) {
    Parameters.of(context, Answers.RELEASE);
    Format format = Format.of(context, Format.JSON, Format.GEOJSON, Format.CSV, Format.CSV_EXCEL);
    Monitor monitor = answers.monitor(context);
    RegionRef ref = new RegionRef(context.pathParam("set"), context.pathParam("code"));
    RegionProfile profile = monitor.region(ref);
    Answers.fileName(context, "yunga-" + ref.regionSet() + "-" + ref.code(), format);
    answers.send(
        context,
        profile.release().number(),
        format,
        () -> render(monitor.snapshot(), profile, format));
  }

  private static Rendered render(Snapshot snapshot, RegionProfile profile, Format format) {
    return switch (format) {
      case JSON ->
          Answers.json(
              object(
                  "release", profile.release().id(),
                  "region", region(profile),
                  "figures", figures(snapshot, profile),
                  "parts", profile.parts().stream().map(RegionsResource::part).toList()));
      case GEOJSON -> geoJson(snapshot, profile);
      default ->
          Answers.csv(
              format,
              Fields.FIGURE,
              profile.figures().stream().map(f -> Fields.figure(snapshot, f)).toList());
    };
  }

  private static Map<String, Object> region(RegionProfile profile) {
    Region region = profile.region();
    Map<String, Object> fields =
        object(
            "code", region.code(),
            "name", region.name(),
            "region_set", region.ref().regionSet(),
            "parent", profile.parent().map(RegionsResource::parent).orElse(null),
            "area_ha", Fields.areaHectares(region.place()),
            "geometry_kind", Places.kind(region.place()),
            "point",
                region.place() instanceof Place.ReferencePoint point
                    ? object(
                        "longitude", point.longitude(),
                        "latitude", point.latitude(),
                        "basis", text(point.basis()))
                    : null,
            "note", region.note().map(Fields::text).orElse(null),
            "members", region.members().stream().map(RegionsResource::member).toList());
    Features.putValidity(fields, region.validity());
    return fields;
  }

  private static Map<String, Object> parent(Region parent) {
    return object(
        "region_set", parent.ref().regionSet(), "code", parent.code(), "name", parent.name());
  }

  private static Map<String, Object> member(Region.Member member) {
    Map<String, Object> fields =
        object("code", member.ref().map(RegionRef::code).orElse(null), "name", member.name());
    Features.putValidity(fields, member.validity());
    return fields;
  }

  private static List<Map<String, Object>> figures(Snapshot snapshot, RegionProfile profile) {
    return profile.figures().stream()
        .map(figure -> Fields.forJson(Fields.figure(snapshot, figure)))
        .toList();
  }

  private static Map<String, Object> part(RegionProfile.PartsSum part) {
    return object(
        "region_set", part.regionSet(),
        "indicator", part.of().indicator(),
        "measure", text(part.of().measure()),
        "period", part.of().period().toString(),
        "series", part.of().series(),
        "sum", number(part.sum()),
        "regions", part.regions(),
        "published", number(part.whole().value()),
        "difference", number(part.difference()));
  }

  private static Rendered geoJson(Snapshot snapshot, RegionProfile profile) {
    Map<String, Object> properties = new LinkedHashMap<>(Features.properties(profile.region()));
    return Features.collection(
        snapshot,
        Features.Detail.FULL,
        object("release", profile.release().id(), "figures", figures(snapshot, profile)),
        Map.of(profile.region(), properties));
  }
}
