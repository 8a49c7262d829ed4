package org.yunga.web.api;

import static org.yunga.web.api.Answers.object;
import static org.yunga.web.api.Fields.number;
import static org.yunga.web.api.Fields.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yunga.core.classify.Classification;
import org.yunga.core.figure.Figure;
import org.yunga.core.monitor.Cell;
import org.yunga.core.monitor.FiguresAnswer;
import org.yunga.core.region.Region;
import org.yunga.core.snapshot.Snapshot;

/** Figures of an indicator over a region set, as members of a JSON object. */
public final class FiguresJson {

  private FiguresJson() {}

  /** Release, figures, what is not covered, totals and classes. */
  public static Map<String, Object> members(Snapshot snapshot, FiguresAnswer answer) {
    return object(
        "release", answer.release().id(),
        "indicator", answer.indicator().id(),
        "region_set", answer.regionSet().id(),
        "measure", text(answer.measure()),
        "unit", answer.unit().id(),
        "figures", answer.cells().stream().map(c -> figure(snapshot, answer, c)).toList(),
        "not_covered", answer.notCovered().stream().map(FiguresJson::group).toList(),
        "totals", answer.totals().stream().map(FiguresJson::total).toList(),
        "classes",
            answer
                .classification()
                .map(classes -> classes(classes, answer.indicator().palette()))
                .orElse(null));
  }

  private static Map<String, Object> figure(Snapshot snapshot, FiguresAnswer answer, Cell cell) {
    Map<String, Object> fields = Fields.forJson(columns(snapshot, answer, cell));
    fields.put("class", cell.classIndex().isPresent() ? cell.classIndex().getAsInt() : null);
    return fields;
  }

  static Map<String, Object> columns(Snapshot snapshot, FiguresAnswer answer, Cell cell) {
    return Fields.cell(snapshot, answer.indicator().id(), answer.measure(), cell);
  }

  private static Map<String, Object> group(FiguresAnswer.NotCovered group) {
    return object(
        "series", group.series(),
        "state", text(group.state()),
        "explanation", group.explanation().map(Fields::text).orElse(null),
        "region_codes", group.regions().stream().map(Region::code).toList());
  }

  private static Map<String, Object> total(FiguresAnswer.Total total) {
    return object(
        "series", total.series(),
        "period", total.period().toString(),
        "sum", number(total.sum()),
        "regions", total.regions(),
        "published", total.published().map(FiguresJson::published).orElse(null),
        "difference", number(total.difference()),
        "not_drawn",
            object("regions", total.notDrawnRegions(), "value", number(total.notDrawnSum())));
  }

  private static Map<String, Object> published(Figure figure) {
    return object(
        "value", number(figure.value()),
        "source_title", figure.source().title(),
        "source_locator", figure.source().locator());
  }

  private static Map<String, Object> classes(Classification classes, String palette) {
    List<Number> bounds = new ArrayList<>();
    classes.lowerBounds().forEach(bound -> bounds.add(number(bound)));
    bounds.add(null);
    return object(
        "method", text(classes.method()),
        "bounds", bounds,
        "colours", Palettes.colours(palette, classes.size()));
  }
}
