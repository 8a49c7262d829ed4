package org.yunga.web.api;

import static org.yunga.web.api.Answers.object;
import static org.yunga.web.api.Fields.number;
import static org.yunga.web.api.Fields.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.yunga.core.classify.Classification;
import org.yunga.core.figure.ValueState;
import org.yunga.core.indicator.Unit;
import org.yunga.core.monitor.PlotTotals;
import org.yunga.core.monitor.RegionSetPlots;
import org.yunga.core.plot.PlotKind;
import org.yunga.core.text.Bilingual;

/** Map classes of plots by region: one scale for all years of a kind, so that years compare. */
final class PlotClasses {

  /** Rounds as labels do. */
  private static final Unit HECTARES = new Unit("ha", "ha", new Bilingual("hectáreas", "hectares"));

  private final Optional<Classification> hectares;
  private final Optional<Classification> counts;
  private final String palette;

  private PlotClasses(List<PlotTotals.Row> rows, String palette) {
    this.hectares = classes(rows, row -> HECTARES.rounded(row.hectares()));
    this.counts = classes(rows, PlotTotals.Row::count);
    this.palette = palette;
  }

  /** The classes of one kind over the regions of an answer; what lies outside has no colour. */
  static PlotClasses of(RegionSetPlots answer, PlotKind kind) {
    List<PlotTotals.Row> rows =
        answer.regions().stream()
            .flatMap(region -> region.totals().stream())
            .flatMap(totals -> totals.rows().stream())
            .filter(row -> row.slot().kind().equals(kind.id()))
            .toList();
    return new PlotClasses(rows, kind.palette());
  }

  private static Optional<Classification> classes(
      List<PlotTotals.Row> rows, ToDoubleFunction<PlotTotals.Row> value) {
    double[] values =
        rows.stream().filter(row -> row.state() == ValueState.VALUE).mapToDouble(value).toArray();
    return Classification.quantile(values).or(() -> classOfTinyValues(values));
  }

  /** Values that all are shown as zero still are values: they make one class. */
  private static Optional<Classification> classOfTinyValues(double[] values) {
    return values.length == 0
        ? Optional.empty()
        : Optional.of(new Classification(Classification.ClassMethod.QUANTILE, List.of(0.0)));
  }

  /** The bounds and colours of both measures; null where there is no value. */
  Map<String, Object> fields() {
    return object(
        "hectares", hectares.map(this::described).orElse(null),
        "count", counts.map(this::described).orElse(null));
  }

  private Map<String, Object> described(Classification classes) {
    List<Number> bounds = new ArrayList<>();
    classes.lowerBounds().forEach(bound -> bounds.add(number(bound)));
    bounds.add(null);
    return object(
        "method", text(classes.method()),
        "bounds", bounds,
        "colours", Palettes.colours(palette, classes.size()));
  }

  /** Which classes a row falls into; null unless it has a value. */
  Map<String, Object> of(PlotTotals.Row row) {
    boolean told = row.state() == ValueState.VALUE;
    return object(
        "class",
        told ? hectares.map(c -> c.classOf(HECTARES.rounded(row.hectares()))).orElse(null) : null,
        "count_class",
        told ? counts.map(c -> c.classOf(row.count())).orElse(null) : null);
  }
}
