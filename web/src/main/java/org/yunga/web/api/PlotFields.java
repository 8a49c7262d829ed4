package org.yunga.web.api;

import static org.yunga.web.api.Answers.object;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yunga.core.aggregate.FixedPoint;
import org.yunga.core.figure.ValueState;
import org.yunga.core.monitor.Monitor;
import org.yunga.core.monitor.PlotTotals;
import org.yunga.core.text.Bilingual;

/** How totals of plots look in answers. */
final class PlotFields {

  /** How every total of plots is made. */
  static final Bilingual METHOD =
      new Bilingual(
          "Hectáreas en la proyección cilíndrica de áreas iguales de WGS 84, recortadas en el"
              + " borde; una parcela se cuenta donde está su punto interior; menos de tres se"
              + " reservan.",
          "Hectares in the cylindrical equal-area projection of WGS 84, clipped at the border; a"
              + " plot counts where its interior point lies; fewer than three are withheld.");

  /** Square metres to four decimals: beyond that lies the noise of the coordinates. */
  private static final double KEPT = 1e8;

  private PlotFields() {}

  static List<Map<String, Object>> rows(PlotTotals totals) {
    return totals.rows().stream().map(PlotFields::row).toList();
  }

  /** One kind and year; numbers are null unless the state has them. */
  static Map<String, Object> row(PlotTotals.Row row) {
    boolean told = row.state() != ValueState.WITHHELD;
    Map<String, Object> fields =
        object(
            "kind", row.slot().kind(),
            "year", row.slot().year(),
            "state", Fields.text(row.state()),
            "count", told ? row.count() : null);
    if (row.kilometres().isEmpty()) {
      fields.put("hectares", told ? hectares(row.hectares()) : null);
      fields.put("border_hectares", told ? hectares(row.borderHectares()) : null);
    }
    fields.putAll(measures(row));
    return fields;
  }

  /** Hectares, kilometres, value: those that the kind has. Of a row that is told. */
  static Map<String, Number> sums(PlotTotals.Row row) {
    Map<String, Number> fields = new LinkedHashMap<>();
    if (row.kilometres().isEmpty()) {
      fields.put("hectares", hectares(row.hectares()));
    }
    row.kilometres().ifPresent(length -> fields.put("kilometres", rounded(length.total())));
    row.value().ifPresent(value -> fields.put("value", rounded(value.total())));
    return fields;
  }

  /** Lengths and values, where the kind has them; null unless the state has them. */
  static Map<String, Number> measures(PlotTotals.Row row) {
    if (row.kilometres().isEmpty() && row.value().isEmpty()) {
      return Map.of();
    }
    boolean told = row.state() != ValueState.WITHHELD;
    Map<String, Number> fields = new LinkedHashMap<>();
    row.kilometres().ifPresent(length -> measure("kilometres", length, told, fields));
    row.value().ifPresent(value -> measure("value", value, told, fields));
    return fields;
  }

  private static void measure(
      String name, PlotTotals.Measure measure, boolean told, Map<String, Number> fields) {
    fields.put(name, told ? rounded(measure.total()) : null);
    fields.put("border_" + name, told ? rounded(measure.border()) : null);
  }

  /** To the unit in which sums are exact. */
  private static Number rounded(double value) {
    return Fields.number(Math.round(value * FixedPoint.UNITS) / FixedPoint.UNITS);
  }

  /** How many plots the border cuts; null where that would tell of the few that are withheld. */
  static Long borderPlots(PlotTotals totals) {
    boolean tells =
        totals.borderPlots() > 0
            && totals.borderPlots() < Monitor.FEWEST_PLOTS_TOLD
            && totals.rows().stream().anyMatch(row -> row.state() == ValueState.WITHHELD);
    return tells ? null : (Long) totals.borderPlots();
  }

  static Number hectares(double value) {
    return Fields.number(Math.round(value * KEPT) / KEPT);
  }
}
