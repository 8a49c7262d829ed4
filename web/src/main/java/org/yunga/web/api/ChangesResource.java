package org.yunga.web.api;

import static org.yunga.web.api.Answers.object;
import static org.yunga.web.api.Fields.number;
import static org.yunga.web.api.Fields.text;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.yunga.core.classify.DivergingClasses;
import org.yunga.core.monitor.Monitor;
import org.yunga.core.monitor.PeriodChanges;
import org.yunga.core.monitor.PeriodChangesQuery;
import org.yunga.core.period.Period;
import org.yunga.core.region.Region;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.core.text.Bilingual;
import org.yunga.web.http.Format;
import org.yunga.web.http.Parameters;
import org.yunga.web.http.Rendered;

/**
 * {@code /api/v1/changes}: how the figures of one series changed from one period to another, region
 * by region, with what is change told from what is wider coverage.
 */
public final class ChangesResource {

  private static final String FROM = "from";
  private static final String TO = "to";

  /**
   * Less is orange, more is violet; red and green would judge, and not all eyes tell them apart.
   */
  private static final String PALETTE = "PuOr";

  private static final Bilingual METHOD =
      new Bilingual(
          "Diferencia: valor posterior menos anterior, solo en regiones con valor en ambos períodos"
              + " de la misma serie. Porcentaje: sobre el valor anterior.",
          "Difference: later value less earlier one, only in regions with a value at both periods"
              + " of the same series. Percent: of the earlier value.");

  private static final List<String> COLUMNS =
      List.of(
          "region_set",
          "region_code",
          "region_name",
          "indicator",
          "measure",
          "series",
          "unit",
          FROM,
          "value_from",
          "state_from",
          TO,
          "value_to",
          "state_to",
          "difference",
          "percent",
          "release");

  private final Answers answers;

  /** Answers from these. */
  public ChangesResource(Answers answers) {
    this.answers = answers;
  }

  /** The changes that the parameters select. */
  public void list(Context context) {
    Parameters parameters =
        Parameters.of(
            context, "indicator", "region-set", "measure", "series", FROM, TO, Answers.RELEASE);
    Format format = Format.of(context, Format.JSON, Format.GEOJSON, Format.CSV, Format.CSV_EXCEL);
    Monitor monitor = answers.monitor(context);
    AskedFigures asked = AskedFigures.of(parameters, monitor, Optional.empty());
    List<String> periods = asked.available().periods().stream().map(Period::toString).toList();
    PeriodChangesQuery query =
        new PeriodChangesQuery(
            asked.indicator(),
            asked.regionSet(),
            asked.measure(),
            asked.available().series(),
            Period.parse(parameters.oneOf(FROM, periods)),
            Period.parse(parameters.oneOf(TO, periods)));
    String name =
        String.join(
            "-",
            "yunga-changes",
            query.indicator(),
            query.regionSet(),
            query.from().toString(),
            query.to().toString(),
            query.series());
    Answers.fileName(context, name, format);
    answers.send(
        context,
        monitor.snapshot().release().number(),
        format,
        () -> render(monitor.snapshot(), monitor.changesBetween(query), format));
  }

  private static Rendered render(Snapshot snapshot, PeriodChanges changes, Format format) {
    return switch (format) {
      case JSON -> json(changes);
      case GEOJSON -> geoJson(snapshot, changes);
      default ->
          Answers.csv(
              format, COLUMNS, changes.rows().stream().map(row -> columns(changes, row)).toList());
    };
  }

  private static Map<String, Object> columns(PeriodChanges changes, PeriodChanges.Row row) {
    Region region = row.after().region();
    return object(
        "region_set",
        region.ref().regionSet(),
        "region_code",
        region.code(),
        "region_name",
        region.name(),
        "indicator",
        changes.indicator().id(),
        "measure",
        text(changes.query().measure()),
        "series",
        changes.query().series(),
        "unit",
        changes.unit().id(),
        FROM,
        changes.query().from().toString(),
        "value_from",
        number(row.before().value()),
        "state_from",
        text(row.before().state()),
        TO,
        changes.query().to().toString(),
        "value_to",
        number(row.after().value()),
        "state_to",
        text(row.after().state()),
        "difference",
        number(row.difference()),
        "percent",
        number(row.percent()),
        "release",
        changes.release().id());
  }

  private static Rendered json(PeriodChanges changes) {
    PeriodChangesQuery query = changes.query();
    return Answers.json(
        object(
            "release",
            changes.release().id(),
            "indicator",
            query.indicator(),
            "region_set",
            query.regionSet(),
            "measure",
            text(query.measure()),
            "series",
            query.series(),
            "unit",
            changes.unit().id(),
            FROM,
            query.from().toString(),
            TO,
            query.to().toString(),
            "method",
            text(METHOD),
            "changes",
            changes.rows().stream().map(ChangesResource::row).toList(),
            "sums",
            changes.sums().map(ChangesResource::sums).orElse(null),
            "breaks",
            changes.breaks().stream().map(IndicatorsResource::seriesBreak).toList(),
            "classes",
            changes.classes().map(ChangesResource::classes).orElse(null),
            "percent_classes",
            changes.percentClasses().map(ChangesResource::classes).orElse(null),
            "colours",
            Palettes.colours(PALETTE, DivergingClasses.CLASSES)));
  }

  private static Map<String, Object> row(PeriodChanges.Row row) {
    return object(
        "region_code", row.after().region().code(),
        "region_name", row.after().region().name(),
        "value_from", number(row.before().value()),
        "state_from", text(row.before().state()),
        "value_to", number(row.after().value()),
        "state_to", text(row.after().state()),
        "difference", number(row.difference()),
        "percent", number(row.percent()),
        "class", index(row.classIndex()),
        "percent_class", index(row.percentClass()));
  }

  private static Integer index(OptionalInt index) {
    return index.isPresent() ? index.getAsInt() : null;
  }

  private static Map<String, Object> sums(PeriodChanges.Sums sums) {
    return object(
        "regions", sums.regions(),
        "value_from", number(sums.before()),
        "value_to", number(sums.after()),
        "difference", number(sums.difference()),
        "percent", number(sums.percent()),
        "only_from", object("regions", sums.onlyBefore(), "value", number(sums.onlyBeforeSum())),
        "only_to", object("regions", sums.onlyAfter(), "value", number(sums.onlyAfterSum())));
  }

  private static Map<String, Object> classes(DivergingClasses classes) {
    return object("inner", number(classes.inner()), "outer", number(classes.outer()));
  }

  private static Rendered geoJson(Snapshot snapshot, PeriodChanges changes) {
    Map<Region, Map<String, Object>> properties = new LinkedHashMap<>();
    changes.rows().forEach(row -> properties.put(row.after().region(), columns(changes, row)));
    return Features.collection(
        snapshot,
        Features.Detail.FULL,
        object("release", changes.release().id(), "method", text(METHOD)),
        properties);
  }
}
