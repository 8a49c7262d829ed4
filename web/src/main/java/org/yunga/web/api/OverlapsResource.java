package org.yunga.web.api;

import static org.yunga.web.api.Answers.object;
import static org.yunga.web.api.Fields.text;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.yunga.core.monitor.Monitor;
import org.yunga.core.monitor.Overlaps;
import org.yunga.core.monitor.OverlapsQuery;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionSet;
import org.yunga.core.text.Bilingual;
import org.yunga.web.http.Format;
import org.yunga.web.http.Parameters;
import org.yunga.web.http.Rendered;

/** {@code /api/v1/overlaps}: which regions of two sets share ground. */
public final class OverlapsResource {

  private static final Bilingual METHOD =
      new Bilingual(
          "Hectáreas en la proyección cilíndrica de áreas iguales de WGS 84. Una fila sin la otra"
              + " región es lo que no cae en ninguna del otro conjunto; lo menor que la tolerancia"
              + " se omite, se cuenta y se suma.",
          "Hectares in the cylindrical equal-area projection of WGS 84. A row without the other"
              + " region is what lies in none of the other set; what is smaller than the tolerance"
              + " is left out, counted and summed.");

  private static final List<String> COLUMNS =
      List.of(
          "region_set",
          "region_code",
          "region_name",
          "with_set",
          "with_code",
          "with_name",
          "hectares",
          "share_of_region",
          "share_of_with",
          "tolerance_ha",
          "release");

  /** Where nothing is said: less than a hectare is how two surveys drew one line. */
  private static final double TOLERANCE = 1;

  private static final double SHARE_DIGITS = 1e8;

  private final Answers answers;
  private final LargeQuestions large;

  /** Answers from these. */
  public OverlapsResource(Answers answers, LargeQuestions large) {
    this.answers = answers;
    this.large = large;
  }

  /** The pairs of regions that share ground. */
  public void list(Context context) {
    Parameters parameters =
        Parameters.of(context, "region-set", "with", "tolerance_ha", "region", Answers.RELEASE);
    Format format = Format.of(context, Format.JSON, Format.CSV, Format.CSV_EXCEL);
    Monitor monitor = answers.monitor(context);
    List<String> sets =
        monitor.snapshot().catalogue().regionSets().stream().map(RegionSet::id).toList();
    OverlapsQuery query =
        new OverlapsQuery(
            parameters.oneOf("region-set", sets),
            parameters.oneOf("with", sets),
            parameters.number("tolerance_ha", 0, OverlapsQuery.MOST_TOLERANCE).orElse(TOLERANCE),
            parameters.find("region"));
    Answers.fileName(context, "yunga-overlaps-" + query.regionSet() + "-" + query.with(), format);
    answers.send(
        context,
        monitor.snapshot().release().number(),
        format,
        () -> render(large.run(() -> monitor.overlaps(query)), query, format));
  }

  private static Rendered render(Overlaps overlaps, OverlapsQuery query, Format format) {
    List<Map<String, Object>> rows = overlaps.rows().stream().map(OverlapsResource::row).toList();
    if (format != Format.JSON) {
      for (Map<String, Object> row : rows) {
        row.put("region_set", overlaps.regionSet().id());
        row.put("with_set", overlaps.with().id());
        row.put("tolerance_ha", Fields.number(query.toleranceHectares()));
        row.put("release", overlaps.release().id());
      }
      return Answers.csv(format, COLUMNS, rows);
    }
    return Answers.json(
        object(
            "release",
            overlaps.release().id(),
            "region_set",
            overlaps.regionSet().id(),
            "with",
            overlaps.with().id(),
            "tolerance_ha",
            Fields.number(query.toleranceHectares()),
            "method",
            text(METHOD),
            "overlaps",
            rows,
            "slivers",
            object(
                "count",
                overlaps.slivers(),
                "hectares",
                PlotFields.hectares(overlaps.sliverHectares())),
            "without_boundary",
            overlaps.withoutBoundary().stream()
                .map(
                    region ->
                        object(
                            "region_set", region.ref().regionSet(),
                            "code", region.code(),
                            "name", region.name()))
                .toList()));
  }

  private static Map<String, Object> row(Overlaps.Row row) {
    return object(
        "region_code", row.region().map(Region::code).orElse(null),
        "region_name", row.region().map(Region::name).orElse(null),
        "with_code", row.with().map(Region::code).orElse(null),
        "with_name", row.with().map(Region::name).orElse(null),
        "hectares", PlotFields.hectares(row.hectares()),
        "share_of_region", share(row.shareOfRegion()),
        "share_of_with", share(row.shareOfWith()));
  }

  private static Number share(OptionalDouble share) {
    return share.isEmpty()
        ? null
        : Fields.number(Math.round(share.getAsDouble() * SHARE_DIGITS) / SHARE_DIGITS);
  }
}
