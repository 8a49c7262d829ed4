package org.yunga.web.api;

import static org.yunga.web.api.Answers.object;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Release;
import org.yunga.core.disclosure.PublicPlots;
import org.yunga.core.monitor.AroundPlotsQuery;
import org.yunga.core.monitor.NearestQuery;
import org.yunga.core.monitor.OverlapsQuery;
import org.yunga.core.monitor.PlotListQuery;
import org.yunga.core.monitor.PlotMapQuery;
import org.yunga.core.plot.PlotKind;
import org.yunga.core.plot.PlotSlot;
import org.yunga.core.plot.PlotValue;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.core.space.GeodesicBuffer;
import org.yunga.core.space.PointDistance;
import org.yunga.web.http.Format;
import org.yunga.web.http.Parameters;
import org.yunga.web.http.Version;
import org.yunga.web.staging.StagingLimits;

/** {@code /api/v1} and {@code /api/v1/info}: where to start, and what answers are given from. */
public final class InfoResource {

  private final Answers answers;

  /** Answers from these. */
  public InfoResource(Answers answers) {
    this.answers = answers;
  }

  /** Links to the resources, with an example of each. */
  public void links(Context context) {
    Parameters.of(context);
    Format format = Format.of(context, Format.JSON);
    Release release = answers.monitor().snapshot().release();
    answers.send(
        context,
        release.number(),
        format,
        () ->
            Answers.json(
                object(
                    "release",
                    release.id(),
                    "links",
                    List.of(
                        "/api/v1/info",
                        "/api/v1/indicators",
                        "/api/v1/region-sets",
                        "/api/v1/region-sets/departments",
                        "/api/v1/figures?indicator=coca_area&region-set=departments&period=2024",
                        "/api/v1/figures/explanation?indicator=coca_area"
                            + "&region-set=departments&region=22&period=2024",
                        "/api/v1/changes?indicator=coca_area&region-set=departments"
                            + "&from=2023&to=2024",
                        "/api/v1/sheets?indicator=coca_area&region-set=departments&period=2024",
                        "/api/v1/regions/departments/22",
                        "/api/v1/totals?region-set=departments&kind=coca_field",
                        "/api/v1/overlaps?region-set=departments&with=departments",
                        "/api/v1/crosswalks?region-set=departments&from=" + release.id(),
                        "/api/v1/releases",
                        "/api/v1/datasets",
                        "/api/v1/audit",
                        "/files/latest/",
                        "/api/v1/limits",
                        "/api/v1/status"),
                    "with_plots",
                    List.of(
                        "/api/v1/plots?bbox=-77,-9,-75,-7&kind=coca_field&year=2024",
                        "/api/v1/nearest?lon=-76&lat=-8&kind=coca_field&year=2024"),
                    "post",
                    List.of("/api/v1/queries", "/api/v1/queries/plots"))));
  }

  /** Version of the program, and the datasets of the release in force. */
  public void get(Context context) {
    Parameters.of(context);
    Format format = Format.of(context, Format.JSON);
    Snapshot snapshot = answers.monitor().snapshot();
    answers.send(
        context, snapshot.release().number(), format, () -> Answers.json(members(snapshot)));
  }

  /** Version of the program, and what a release consists of. */
  public static Map<String, Object> members(Snapshot snapshot) {
    Release release = snapshot.release();
    return object(
        "version", Version.text(),
        "release", release.id(),
        "released", release.publishedAt().toString(),
        "synthetic", release.isSynthetic(),
        "plots", plots(snapshot),
        "datasets", release.datasets().stream().map(InfoResource::dataset).toList());
  }

  /** How much one request may ask for. */
  public void limits(Context context) {
    Parameters.of(context);
    Format format = Format.of(context, Format.JSON);
    answers.send(
        context,
        answers.monitor().snapshot().release().number(),
        format,
        () ->
            Answers.json(
                object(
                    "query_vertices", Limits.VERTICES,
                    "buffer_vertices", Limits.BUFFER_VERTICES,
                    "buffer_parts", Limits.BUFFER_PARTS,
                    "union_vertices", Limits.UNION_VERTICES,
                    "repaired_vertices", Limits.REPAIRED_VERTICES,
                    "edge_pairs", Limits.EDGE_PAIRS,
                    "large_questions_at_once", Limits.LARGE_AT_ONCE,
                    "large_questions_waiting", Limits.LARGE_WAITING,
                    "large_question_seconds", Limits.LARGE_SECONDS,
                    "buffer_m_least", Fields.number(GeodesicBuffer.LEAST_METRES),
                    "buffer_m_most", Fields.number(GeodesicBuffer.MOST_METRES),
                    "query_polygons", Limits.POLYGONS,
                    "query_regions", Limits.POLYGONS,
                    "plots_on_a_page", PlotListQuery.MOST_PLOTS,
                    "plots_on_a_map", PlotMapQuery.MOST_PLOTS,
                    "plots_with_buffer", AroundPlotsQuery.MOST_PLOTS,
                    "nearest_plots", NearestQuery.MOST_PLOTS,
                    "nearest_m_most", Fields.number(PointDistance.MOST_METRES),
                    "overlap_tolerance_ha_most", Fields.number(OverlapsQuery.MOST_TOLERANCE),
                    "query_bytes", Limits.BODY_BYTES,
                    "file_bytes", StagingLimits.DEFAULT.fileBytes(),
                    "files_at_a_time", StagingLimits.DEFAULT.uploads(),
                    "staged_datasets", StagingLimits.DEFAULT.waiting(),
                    "fewest_plots_told", PublicPlots.FEWEST_PLOTS,
                    "public_square_m", PublicPlots.LEAST_METRES)));
  }

  private static Map<String, Object> plots(Snapshot snapshot) {
    List<PlotSlot> slots = snapshot.plotSlots();
    return slots.isEmpty()
        ? null
        : object(
            "count", snapshot.plotCount(),
            "kinds",
                slots.stream()
                    .map(PlotSlot::kind)
                    .distinct()
                    .map(snapshot.catalogue()::plotKind)
                    .map(InfoResource::kind)
                    .toList(),
            "years", slots.stream().map(PlotSlot::year).distinct().sorted().toList());
  }

  private static Map<String, Object> kind(PlotKind kind) {
    return object(
        "id", kind.id(),
        "name", Fields.text(kind.name()),
        "palette", kind.palette(),
        "form", Fields.text(kind.form()),
        "value", kind.value().map(InfoResource::value).orElse(null));
  }

  private static Map<String, Object> value(PlotValue value) {
    return object(
        "name", Fields.text(value.name()),
        "unit", value.unit(),
        "sharing", Fields.text(value.sharing()));
  }

  static Map<String, Object> dataset(Dataset dataset) {
    return object(
        "id", dataset.id(),
        "key", dataset.key(),
        "title", dataset.title(),
        "source", dataset.source(),
        "licence", dataset.licence(),
        "file_name", dataset.fileName(),
        "sha256", dataset.sha256());
  }
}
