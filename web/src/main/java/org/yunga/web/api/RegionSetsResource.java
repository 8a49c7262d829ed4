package org.yunga.web.api;

import static org.yunga.web.api.Answers.object;
import static org.yunga.web.api.Fields.text;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionSet;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.geodata.export.BoundaryTerms;
import org.yunga.geodata.export.ExportTable;
import org.yunga.geodata.export.ReleaseExport;
import org.yunga.web.http.Format;
import org.yunga.web.http.Parameters;
import org.yunga.web.http.Rendered;

/** {@code /api/v1/region-sets} and {@code /api/v1/region-sets/{id}}. */
public final class RegionSetsResource {

  private static final List<String> COLUMNS =
      List.of(
          "region_set",
          "code",
          "name",
          "parent",
          "area_ha",
          "geometry_kind",
          "valid_from",
          "valid_to",
          "release");

  private static final Format[] PLACES =
      Arrays.stream(Answers.TABLES_AND_PLACES)
          .filter(format -> format != Format.JSON)
          .toArray(Format[]::new);

  private final Answers answers;

  /** Answers from these. */
  public RegionSetsResource(Answers answers) {
    this.answers = answers;
  }

  /** All sets, with what is known of where their regions lie. */
  public void list(Context context) {
    Parameters.of(context, Answers.RELEASE);
    Format format = Format.of(context, Format.JSON, Format.CSV, Format.CSV_EXCEL);
    Snapshot snapshot = answers.monitor(context).snapshot();
    Answers.fileName(context, "yunga-region-sets", format);
    answers.send(
        context,
        snapshot.release().number(),
        format,
        () -> format == Format.JSON ? json(snapshot) : csv(snapshot, format));
  }

  private static Rendered json(Snapshot snapshot) {
    return Answers.json(
        object(
            "release",
            snapshot.release().id(),
            "region_sets",
            snapshot.catalogue().regionSets().stream()
                .map(set -> set(snapshot, set, snapshot.regions(set.id())))
                .toList()));
  }

  /** What is said of a set, with what is known of where these regions of it lie. */
  public static Map<String, Object> set(Snapshot snapshot, RegionSet set, List<Region> regions) {
    Envelope extent = Features.extent(snapshot, regions, Features.Detail.FULL);
    BoundaryTerms boundaries = BoundaryTerms.of(snapshot.release(), set);
    return object(
        "id", set.id(),
        "kind", text(set.kind()),
        "name", text(set.name()),
        "one", text(set.one()),
        "definition", text(set.definition()),
        "regions", regions.size(),
        "with_boundary", count(regions, Place.Boundary.class),
        "with_point", count(regions, Place.ReferencePoint.class),
        "bbox",
            extent.isNull()
                ? null
                : List.of(extent.getMinX(), extent.getMinY(), extent.getMaxX(), extent.getMaxY()),
        "source", boundaries.source(),
        "licence", boundaries.licence(),
        "href", "/api/v1/region-sets/" + set.id());
  }

  private static long count(List<Region> regions, Class<? extends Place> kind) {
    return regions.stream().filter(region -> kind.isInstance(region.place())).count();
  }

  private static Rendered csv(Snapshot snapshot, Format format) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (RegionSet set : snapshot.catalogue().regionSets()) {
      List<Region> regions = snapshot.regions(set.id());
      BoundaryTerms boundaries = BoundaryTerms.of(snapshot.release(), set);
      rows.add(
          object(
              "id", set.id(),
              "kind", text(set.kind()),
              "name_es", set.name().es(),
              "name_en", set.name().en(),
              "regions", regions.size(),
              "with_boundary", count(regions, Place.Boundary.class),
              "with_point", count(regions, Place.ReferencePoint.class),
              "source", boundaries.source(),
              "licence", boundaries.licence(),
              "release", snapshot.release().id()));
    }
    return Answers.csv(format, List.copyOf(rows.get(0).keySet()), rows);
  }

  /**
   * One set: every region, or those that are so by law on a day, with its outline, point or null as
   * geometry.
   */
  public void get(Context context) {
    Parameters parameters = Parameters.of(context, "detail", "date", Answers.RELEASE);
    Features.Detail detail =
        parameters.constant("detail", Features.Detail.class, Features.Detail.MAP);
    Format format = Format.of(context, PLACES);
    Snapshot snapshot = answers.monitor(context).snapshot();
    RegionSet set = snapshot.catalogue().regionSet(context.pathParam("set"));
    Optional<LocalDate> day = parameters.day("date");
    List<Region> regions =
        snapshot.regions(set.id()).stream()
            .filter(region -> day.isEmpty() || region.validity().holdsOn(day.get()))
            .toList();
    if (format.isFile()) {
      String name = "yunga-" + set.id() + day.map(date -> "-" + date).orElse("");
      answers.sendFile(
          context, snapshot, format, name, () -> files(snapshot, set, regions, format));
      return;
    }
    answers.send(
        context,
        snapshot.release().number(),
        format,
        () ->
            format == Format.GEOJSON
                ? geoJson(snapshot, set, regions, detail)
                : csv(snapshot, set, regions, format));
  }

  /** Boundaries as they are stored; a workbook has no place for them. */
  private static List<ExportTable> files(
      Snapshot snapshot, RegionSet set, List<Region> some, Format format) {
    ExportTable regions = new ReleaseExport(snapshot).regions(set, some);
    return List.of(format == Format.XLSX ? regions.withoutPlaces() : regions);
  }

  private static Rendered geoJson(
      Snapshot snapshot, RegionSet set, List<Region> regions, Features.Detail detail) {
    Map<Region, Map<String, Object>> properties = new LinkedHashMap<>();
    for (Region region : regions) {
      properties.put(region, Features.properties(region));
    }
    BoundaryTerms boundaries = BoundaryTerms.of(snapshot.release(), set);
    return Features.collection(
        snapshot,
        detail,
        object(
            "release", snapshot.release().id(),
            "region_set", set.id(),
            "title", text(set.name()),
            "detail", text(detail),
            "source", boundaries.source(),
            "licence", boundaries.licence()),
        properties);
  }

  private static Rendered csv(
      Snapshot snapshot, RegionSet set, List<Region> regions, Format format) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Region region : regions) {
      Map<String, Object> row = new LinkedHashMap<>(Features.properties(region));
      row.put("region_set", set.id());
      row.put("release", snapshot.release().id());
      rows.add(row);
    }
    return Answers.csv(format, COLUMNS, rows);
  }
}
