package org.yunga.web.api;

import static org.yunga.web.api.Answers.object;
import static org.yunga.web.api.Fields.number;
import static org.yunga.web.api.Fields.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.yunga.core.classify.Classification;
import org.yunga.core.figure.ValueState;
import org.yunga.core.indicator.Unit;
import org.yunga.core.monitor.PlotTotals;
import org.yunga.core.monitor.RegionSetPlots;
import org.yunga.core.plot.PlotKind;
import org.yunga.core.text.Bilingual;

/** Map classes of plots by region: one scale for all years of a kind, so that years compare. */
final class PlotClasses {

  /** Hectares and kilometres are rounded alike. */
  private static final Unit SHOWN = new Unit("ha", "ha", new Bilingual("hectáreas", "hectares"));

  /** What a map may colour by, and how it is rounded on a label. */
  private static final Map<String, Function<PlotTotals.Row, OptionalDouble>> MEASURES =
      Map.of(
          "hectares",
          row ->
              row.kilometres().isPresent()
                  ? OptionalDouble.empty()
                  : OptionalDouble.of(SHOWN.rounded(row.hectares())),
          "kilometres",
          row -> of(row.kilometres(), SHOWN::rounded),
          "count",
          row -> OptionalDouble.of(row.count()),
          "value",
          row -> of(row.value(), value -> value));

  private final Map<String, Classification> classes = new TreeMap<>();
  private final String palette;

  private PlotClasses(List<PlotTotals.Row> rows, String palette) {
    MEASURES.forEach(
        (name, measure) -> classes(rows, measure).ifPresent(found -> classes.put(name, found)));
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

  private static OptionalDouble of(
      Optional<PlotTotals.Measure> measure, DoubleUnaryOperator shown) {
    return measure.stream().mapToDouble(m -> shown.applyAsDouble(m.total())).findFirst();
  }

  private static Optional<Classification> classes(
      List<PlotTotals.Row> rows, Function<PlotTotals.Row, OptionalDouble> measure) {
    double[] values =
        rows.stream()
            .filter(row -> row.state() == ValueState.VALUE)
            .flatMapToDouble(row -> measure.apply(row).stream())
            .toArray();
    return Classification.quantile(values).or(() -> classOfTinyValues(values));
  }

  /** Values that all are shown as zero still are values: they make one class. */
  private static Optional<Classification> classOfTinyValues(double[] values) {
    return values.length == 0
        ? Optional.empty()
        : Optional.of(new Classification(Classification.ClassMethod.QUANTILE, List.of(0.0)));
  }

  /** The bounds and colours of each measure that has a value. */
  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    classes.forEach((name, found) -> fields.put(name, described(found)));
    return fields;
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

  /** Which class a row falls into by each measure: {@code hectares_class}; none without a value. */
  Map<String, Object> of(PlotTotals.Row row) {
    Map<String, Object> fields = new LinkedHashMap<>();
    if (row.state() == ValueState.VALUE) {
      classes.forEach(
          (name, found) ->
              MEASURES
                  .get(name)
                  .apply(row)
                  .ifPresent(value -> fields.put(name + "_class", found.classOf(value))));
    }
    return fields;
  }
}
