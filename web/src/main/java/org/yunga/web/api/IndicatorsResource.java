package org.yunga.web.api;

import static org.yunga.web.api.Answers.object;
import static org.yunga.web.api.Fields.text;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.yunga.core.catalogue.Catalogue;
import org.yunga.core.figure.SeriesBreak;
import org.yunga.core.indicator.Indicator;
import org.yunga.core.indicator.Unit;
import org.yunga.core.monitor.Availability;
import org.yunga.core.monitor.Monitor;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.web.http.Format;
import org.yunga.web.http.Parameters;
import org.yunga.web.http.Rendered;

/** {@code /api/v1/indicators}: what is counted, by whom, and what there is of it. */
public final class IndicatorsResource {

  private final Answers answers;

  /** Answers from these. */
  public IndicatorsResource(Answers answers) {
    this.answers = answers;
  }

  /** The catalogue, with the region sets, measures, series and periods that have figures. */
  public void list(Context context) {
    Parameters.of(context, Answers.RELEASE);
    Format format = Format.of(context, Format.JSON, Format.CSV, Format.CSV_EXCEL);
    Monitor monitor = answers.monitor(context);
    Answers.fileName(context, "yunga-indicators", format);
    answers.send(
        context,
        monitor.snapshot().release().number(),
        format,
        () -> format == Format.JSON ? json(monitor) : csv(monitor, format));
  }

  private static Rendered json(Monitor monitor) {
    return Answers.json(members(monitor.snapshot(), monitor::availability));
  }

  /**
   * The catalogue with what there is of each indicator.
   *
   * @param available says so
   */
  public static Map<String, Object> members(
      Snapshot snapshot, Function<String, List<Availability>> available) {
    Catalogue catalogue = snapshot.catalogue();
    return object(
        "release", snapshot.release().id(),
        "themes",
            catalogue.themes().stream()
                .map(theme -> object("id", theme.id(), "name", text(theme.name())))
                .toList(),
        "indicators",
            catalogue.indicators().stream()
                .map(i -> indicator(catalogue, i, available.apply(i.id())))
                .toList(),
        "series",
            catalogue.series().stream()
                .map(
                    series ->
                        object(
                            "id", series.id(),
                            "name", text(series.name()),
                            "definition", text(series.definition()),
                            "status", text(series.status()),
                            "rank", series.rank()))
                .toList(),
        "breaks", catalogue.breaks().stream().map(IndicatorsResource::seriesBreak).toList());
  }

  private static Map<String, Object> indicator(
      Catalogue catalogue, Indicator indicator, List<Availability> available) {
    Unit unit = catalogue.unit(indicator.unit());
    return object(
        "id",
        indicator.id(),
        "theme",
        indicator.theme(),
        "name",
        text(indicator.name()),
        "sentence",
        object(
            "es", object("lead", indicator.lead().es(), "short", indicator.shortName().es()),
            "en", object("lead", indicator.lead().en(), "short", indicator.shortName().en())),
        "unit",
        unit.id(),
        "unit_symbol",
        unit.symbol(),
        "unit_name",
        text(unit.name()),
        "kind",
        text(indicator.kind()),
        "space_rule",
        text(indicator.space()),
        "time_rule",
        text(indicator.time()),
        "direction",
        text(indicator.direction()),
        "absent",
        text(indicator.absence()),
        "display",
        text(indicator.display()),
        "palette",
        indicator.palette(),
        "definition",
        text(indicator.definition()),
        "source",
        indicator.source(),
        "availability",
        available.stream().map(IndicatorsResource::availability).toList());
  }

  private static Map<String, Object> availability(Availability a) {
    return object(
        "region_set", a.regionSet(),
        "measure", text(a.measure()),
        "series", a.series(),
        "periods", a.periods().stream().map(Object::toString).toList(),
        "counts", a.counts(),
        "figures", a.figures());
  }

  static Map<String, Object> seriesBreak(SeriesBreak b) {
    return object(
        "indicator", b.indicator(),
        "after", b.after().toString(),
        "before", b.before().toString(),
        "kind", text(b.kind()),
        "label", text(b.label()),
        "explanation", text(b.explanation()),
        "source", b.source());
  }

  private static Rendered csv(Monitor monitor, Format format) {
    List<String> columns =
        List.of(
            "id",
            "theme",
            "name_es",
            "name_en",
            "unit",
            "kind",
            "space_rule",
            "time_rule",
            "direction",
            "definition_es",
            "definition_en",
            "source",
            "release");
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Indicator i : monitor.snapshot().catalogue().indicators()) {
      rows.add(
          object(
              "id", i.id(),
              "theme", i.theme(),
              "name_es", i.name().es(),
              "name_en", i.name().en(),
              "unit", i.unit(),
              "kind", text(i.kind()),
              "space_rule", text(i.space()),
              "time_rule", text(i.time()),
              "direction", text(i.direction()),
              "definition_es", i.definition().es(),
              "definition_en", i.definition().en(),
              "source", i.source(),
              "release", monitor.snapshot().release().id()));
    }
    return Answers.csv(format, columns, rows);
  }
}
