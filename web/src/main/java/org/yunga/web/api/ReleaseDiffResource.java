package org.yunga.web.api;

import static org.yunga.web.api.Answers.object;
import static org.yunga.web.api.Fields.number;
import static org.yunga.web.api.Fields.text;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.figure.Figure;
import org.yunga.core.monitor.Monitor;
import org.yunga.core.monitor.ReleaseDiff;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionSet;
import org.yunga.web.http.Format;
import org.yunga.web.http.Parameters;
import org.yunga.web.http.Problem;
import org.yunga.web.http.ProblemException;
import org.yunga.web.http.Rendered;
import org.yunga.web.http.Responder;

/** {@code /api/v1/releases/{id}/diff}: what changed from one release to another. */
public final class ReleaseDiffResource {

  /** Tables of the answer, one of them as CSV. */
  private enum Part {
    FIGURES(
        List.of(
            "fate",
            "region_set",
            "region_code",
            "region_name",
            "indicator",
            "measure",
            "series",
            "period",
            "state_before",
            "value_before",
            "state_after",
            "value_after",
            "difference",
            "dataset_before",
            "dataset_after")),
    SUMS(
        List.of(
            "indicator",
            "measure",
            "series",
            "region_set",
            "period",
            "sum_before",
            "regions_before",
            "sum_after",
            "regions_after",
            "difference")),
    REGIONS(
        List.of(
            "fate",
            "region_set",
            "region_code",
            "region_name",
            "name_before",
            "area_ha_before",
            "area_ha_after",
            "moved_ha")),
    DATASETS(List.of("fate", "id", "title", "source", "licence")),
    PLOTS(PlotChanges.COLUMNS);

    private final List<String> columns;

    Part(List<String> columns) {
      this.columns = columns;
    }
  }

  private static final String REGION_SET = "region-set";

  /** Plots are compared by these where nothing else is said. */
  private static final String DEPARTMENTS = "departments";

  private final Answers answers;
  private final PlotAccess access;

  /**
   * Answers from these.
   *
   * @param access who may know how plots changed
   */
  public ReleaseDiffResource(Answers answers, PlotAccess access) {
    this.answers = answers;
    this.access = access;
  }

  /** What changed from the release in the path to that in {@code to}, or to the one in force. */
  public void get(Context context) {
    Parameters parameters = Parameters.of(context, "to", "indicator", "part", REGION_SET);
    Format format = Format.of(context, Format.JSON, Format.CSV, Format.CSV_EXCEL);
    Part part = parameters.constant("part", Part.class, Part.FIGURES);
    Optional<String> indicator = parameters.find("indicator");
    Optional<String> to = parameters.find("to");
    Monitor before = answers.monitor("id", context.pathParam("id"));
    Monitor after = to.map(id -> answers.monitor("to", id)).orElseGet(answers::monitor);
    String name =
        "yunga-diff-%s-%s-%s"
            .formatted(
                before.snapshot().release().id(), after.snapshot().release().id(), text(part));
    boolean ofPlots = format == Format.JSON || part == Part.PLOTS;
    PlotChanges plots =
        ofPlots
            ? plots(context, before, after, regionSet(parameters, before, after))
            : PlotChanges.UNTOLD;
    if (format != Format.JSON && part == Part.PLOTS && !plots.told()) {
      throw new ProblemException(
          Problem.of(403, "plots_are_not_public", plots.note().orElseThrow()));
    }
    Answers.fileName(context, name, format);
    Supplier<Rendered> answer =
        () -> render(after.changesSince(before.snapshot(), indicator), plots, part, format);
    boolean forAll = !plots.told() || plots == PlotChanges.NONE || isMadeUp(before, after);
    if (!forAll) {
      Responder.sendUnkept(context, answer.get());
    } else {
      answers.send(context, after.snapshot().release().number(), to.isPresent(), format, answer);
    }
  }

  private static boolean isMadeUp(Monitor before, Monitor after) {
    return before.snapshot().release().isSynthetic() && after.snapshot().release().isSynthetic();
  }

  private static String regionSet(Parameters parameters, Monitor before, Monitor after) {
    if (parameters.find(REGION_SET).isEmpty()) {
      return DEPARTMENTS;
    }
    List<String> known =
        Stream.of(after, before)
            .flatMap(monitor -> monitor.snapshot().catalogue().regionSets().stream())
            .map(RegionSet::id)
            .distinct()
            .toList();
    return parameters.oneOf(REGION_SET, known);
  }

  /** Who may see the plots of both may know how their totals changed. */
  private PlotChanges plots(Context context, Monitor before, Monitor after, String regionSet) {
    Monitor was = access.monitor(context, before);
    Monitor is = access.monitor(context, after);
    boolean held = answers.hasPlotsOf(was) && answers.hasPlotsOf(is);
    if (held && was.snapshot().plotCount() + is.snapshot().plotCount() == 0) {
      return PlotChanges.NONE;
    }
    if (!was.isExact() || !is.isExact()) {
      return PlotChanges.UNTOLD;
    }
    return held ? PlotChanges.between(was, is, regionSet) : PlotChanges.UNHELD;
  }

  private static Rendered render(ReleaseDiff diff, PlotChanges plots, Part part, Format format) {
    if (format == Format.JSON) {
      return json(diff, plots);
    }
    return Answers.csv(format, part.columns, part == Part.PLOTS ? plots.rows() : rows(diff, part));
  }

  private static Rendered json(ReleaseDiff diff, PlotChanges plots) {
    return Answers.json(
        object(
            "from", diff.before().id(),
            "to", diff.after().id(),
            "datasets", rows(diff, Part.DATASETS),
            "figures", rows(diff, Part.FIGURES),
            "same_figures", diff.sameFigures(),
            "sums", rows(diff, Part.SUMS),
            "regions", rows(diff, Part.REGIONS),
            "same_regions", diff.sameRegions(),
            "plots", plots.told() ? plots.rows() : null,
            "plots_note", plots.note().map(Fields::text).orElse(null)));
  }

  private static List<Map<String, Object>> rows(ReleaseDiff diff, Part part) {
    return switch (part) {
      case FIGURES -> diff.figures().stream().map(ReleaseDiffResource::figure).toList();
      case SUMS -> diff.sums().stream().map(ReleaseDiffResource::sum).toList();
      case REGIONS -> diff.regions().stream().map(ReleaseDiffResource::region).toList();
      case DATASETS ->
          Stream.concat(
                  diff.datasetsOut().stream().map(dataset -> dataset("removed", dataset)),
                  diff.datasetsIn().stream().map(dataset -> dataset("added", dataset)))
              .toList();
      case PLOTS -> throw new IllegalStateException("Plots are no part of what changed in figures");
    };
  }

  private static Map<String, Object> dataset(String fate, Dataset dataset) {
    return object(
        "fate", fate,
        "id", dataset.id(),
        "title", dataset.title(),
        "source", dataset.source(),
        "licence", dataset.licence());
  }

  /** A figure that is not the same. */
  public static Map<String, Object> figure(ReleaseDiff.FigureChange change) {
    Figure.Key key = change.key();
    return object(
        "fate", text(change.fate()),
        "region_set", key.region().regionSet(),
        "region_code", key.region().code(),
        "region_name", change.region().name(),
        "indicator", key.indicator(),
        "measure", text(key.measure()),
        "series", key.series(),
        "period", key.period().toString(),
        "state_before", change.before().map(f -> text(f.state())).orElse(null),
        "value_before", change.before().map(f -> number(f.value())).orElse(null),
        "state_after", change.after().map(f -> text(f.state())).orElse(null),
        "value_after", change.after().map(f -> number(f.value())).orElse(null),
        "difference", number(change.difference()),
        "dataset_before", change.before().map(Figure::dataset).orElse(null),
        "dataset_after", change.after().map(Figure::dataset).orElse(null));
  }

  private static Map<String, Object> sum(ReleaseDiff.SumChange sum) {
    return object(
        "indicator", sum.key().indicator(),
        "measure", text(sum.key().measure()),
        "series", sum.key().series(),
        "region_set", sum.key().regionSet(),
        "period", sum.key().period().toString(),
        "sum_before", number(sum.before()),
        "regions_before", sum.regionsBefore(),
        "sum_after", number(sum.after()),
        "regions_after", sum.regionsAfter(),
        "difference", number(sum.difference()));
  }

  /** A region that is not the same. */
  public static Map<String, Object> region(ReleaseDiff.RegionChange change) {
    return object(
        "fate", text(change.fate()),
        "region_set", change.region().ref().regionSet(),
        "region_code", change.region().code(),
        "region_name", change.region().name(),
        "name_before", change.before().map(Region::name).orElse(null),
        "area_ha_before", change.before().map(r -> Fields.areaHectares(r.place())).orElse(null),
        "area_ha_after", change.after().map(r -> Fields.areaHectares(r.place())).orElse(null),
        "moved_ha",
            change.movedHectares().isPresent()
                ? number(Math.round(change.movedHectares().getAsDouble() * 10) / 10.0)
                : null);
  }
}
