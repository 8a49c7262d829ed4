package org.yunga.web.api;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.yunga.core.figure.Figure;
import org.yunga.core.monitor.Cell;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.core.text.Bilingual;

/**
 * How values of the domain look in answers. The fields of a figure are the same in JSON, CSV and
 * GeoJSON, in the same order.
 */
final class Fields {

  private Fields() {}

  /** Both languages, as an object. */
  static Map<String, Object> text(Bilingual text) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("es", text.es());
    fields.put("en", text.en());
    return fields;
  }

  /** Constants are written in lower case. */
  static String text(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** Whole numbers without a decimal point, others never with an exponent. */
  static Number number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? (Number) (long) value
        : (Number) BigDecimal.valueOf(value);
  }

  static Number number(OptionalDouble value) {
    return value.isPresent() ? number(value.getAsDouble()) : null;
  }

  /** {@code boundary}, {@code reference_point} or {@code none}. */
  static String geometryKind(Place place) {
    if (place instanceof Place.Boundary) {
      return "boundary";
    }
    return place instanceof Place.ReferencePoint ? "reference_point" : "none";
  }

  /** Area of a boundary to a tenth of a hectare; null without a boundary. */
  static Number areaHectares(Place place) {
    return place instanceof Place.Boundary boundary
        ? number(Math.round(boundary.areaHectares() * 10) / 10.0)
        : null;
  }

  /** The columns of a reported figure, notes in two columns. */
  static Map<String, Object> figure(Snapshot snapshot, Figure figure) {
    Region region = snapshot.region(figure.region());
    return cell(
        snapshot,
        figure.indicator(),
        text(figure.measure()),
        new Cell(
            region,
            figure.period(),
            figure.series(),
            figure.state(),
            Optional.of(figure),
            OptionalInt.empty()));
  }

  /** The columns of a cell: those of its figure, or only the state with all that is known. */
  static Map<String, Object> cell(Snapshot snapshot, String indicator, String measure, Cell cell) {
    Optional<Figure> figure = cell.figure();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("region_set", cell.region().ref().regionSet());
    fields.put("region_code", cell.region().code());
    fields.put("region_name", cell.region().name());
    fields.put("indicator", indicator);
    fields.put("measure", measure);
    fields.put("period", cell.period().toString());
    fields.put("value", number(cell.value()));
    fields.put("unit", snapshot.catalogue().indicator(indicator).unit());
    fields.put("state", text(cell.state()));
    fields.put("series", cell.series());
    fields.put("method", figure.map(f -> text(f.method())).orElse(null));
    fields.put("status", figure.map(f -> text(f.status())).orElse(null));
    fields.put("source_title", figure.map(f -> f.source().title()).orElse(null));
    fields.put("source_locator", figure.map(f -> f.source().locator()).orElse(null));
    fields.put("note_es", figure.flatMap(Figure::note).map(Bilingual::es).orElse(null));
    fields.put("note_en", figure.flatMap(Figure::note).map(Bilingual::en).orElse(null));
    fields.put("dataset", figure.map(Figure::dataset).orElse(null));
    fields.put("release", snapshot.release().id());
    return fields;
  }

  /** The same columns for JSON: the note as an object, the release once for the whole answer. */
  static Map<String, Object> forJson(Map<String, Object> columns) {
    Map<String, Object> fields = new LinkedHashMap<>(columns);
    Object es = fields.remove("note_es");
    Object en = fields.remove("note_en");
    fields.put("note", es == null ? null : text(new Bilingual((String) es, (String) en)));
    fields.remove("release");
    return fields;
  }
}
