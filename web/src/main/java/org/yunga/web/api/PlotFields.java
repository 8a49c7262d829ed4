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
              + " borde; una parcela se cuenta donde está su punto interior.",
          "Hectares in the cylindrical equal-area projection of WGS 84, clipped at the border; a"
              + " plot counts where its interior point lies.");

  /** How totals of real plots are made for everybody. */
  static final Bilingual PUBLIC_METHOD =
      new Bilingual(
          "Parcelas reales: cada una está, entera, donde está su punto interior. Todo número público"
              + " sale de grupos fijos de tres o más parcelas en cuadrados de 1,024 m o mayores:"
              + " departamentos, provincias y distritos se dan exactos o se reservan; un polígono o"
              + " una zona se estima por la parte del suelo de cada grupo que cubre, con su mínimo y"
              + " su máximo. Con un token los totales son exactos y recortados en el borde.",
          "Real plots: each lies, whole, where its interior point lies. Every public number is made"
              + " of fixed groups of three or more plots on squares of 1,024 m or larger:"
              + " departments, provinces and districts are told exactly or withheld; a polygon or a"
              + " zone is estimated by the share of each group's ground that it covers, with the"
              + " least and the most there may be. With a token totals are exact and clipped at the"
              + " border.");

  /** Square metres to four decimals: beyond that lies the noise of the coordinates. */
  private static final double KEPT = 1e8;

  private PlotFields() {}

  /** How the totals of a monitor are made. */
  static Bilingual method(Monitor monitor) {
    return monitor.isExact() ? METHOD : PUBLIC_METHOD;
  }

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
      boolean clipped = told && row.bounds().isEmpty();
      fields.put("border_hectares", clipped ? hectares(row.borderHectares()) : null);
    }
    fields.putAll(measures(row));
    fields.putAll(bounds(row));
    return fields;
  }

  /** The names that {@link #row} gives, for tables; a kind of lines has no hectares. */
  static final List<String> COLUMNS =
      List.of(
          "kind",
          "year",
          "state",
          "count",
          "hectares",
          "border_hectares",
          "kilometres",
          "border_kilometres",
          "value",
          "border_value");

  /** The names of {@link #bounds}. */
  static final List<String> BOUNDS =
      List.of(
          "estimated",
          "count_low",
          "count_high",
          "hectares_low",
          "hectares_high",
          "kilometres_low",
          "kilometres_high",
          "value_low",
          "value_high");

  /** Whether a public row is an estimate, and between what; nothing of an exact answer. */
  static Map<String, Object> bounds(PlotTotals.Row row) {
    if (row.bounds().isEmpty()) {
      return Map.of();
    }
    PlotTotals.Bounds bounds = row.bounds().get();
    boolean told = row.state() != ValueState.WITHHELD;
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("estimated", told ? !bounds.isExact() : null);
    fields.put("count_low", told ? bounds.low().count() : null);
    fields.put("count_high", told ? bounds.high().count() : null);
    String size = row.kilometres().isPresent() ? "kilometres" : "hectares";
    fields.put(size + "_low", told ? hectares(bounds.low().size()) : null);
    fields.put(size + "_high", told ? hectares(bounds.high().size()) : null);
    if (row.value().isPresent()) {
      fields.put("value_low", told ? rounded(bounds.low().value()) : null);
      fields.put("value_high", told ? rounded(bounds.high().value()) : null);
    }
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
    boolean clipped = told && row.bounds().isEmpty();
    row.kilometres().ifPresent(length -> measure("kilometres", length, told, clipped, fields));
    row.value().ifPresent(value -> measure("value", value, told, clipped, fields));
    return fields;
  }

  private static void measure(
      String name,
      PlotTotals.Measure measure,
      boolean told,
      boolean clipped,
      Map<String, Number> fields) {
    fields.put(name, told ? rounded(measure.total()) : null);
    fields.put("border_" + name, clipped ? rounded(measure.border()) : null);
  }

  /** To the unit in which sums are exact. */
  static Number rounded(double value) {
    return Fields.number(Math.round(value * FixedPoint.UNITS) / FixedPoint.UNITS);
  }

  /** How many plots the border cuts; null where nothing is told of them. */
  static Long borderPlots(PlotTotals totals) {
    boolean clipped = totals.rows().isEmpty() || totals.rows().get(0).bounds().isEmpty();
    return clipped ? (Long) totals.borderPlots() : null;
  }

  static Number hectares(double value) {
    return Fields.number(Math.round(value * KEPT) / KEPT);
  }
}
