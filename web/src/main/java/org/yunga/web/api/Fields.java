package org.yunga.web.api;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.yunga.core.figure.Figure;
import org.yunga.core.figure.Measure;
import org.yunga.core.monitor.Cell;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.export.FigureColumns;

/**
 * How values of the domain look in answers. The fields of a figure are the same in JSON, CSV and
 * GeoJSON, in the same order.
 */
final class Fields {

  /** The columns of a figure. */
  static final List<String> FIGURE = FigureColumns.names(FigureColumns.LONG);

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

  /** Area of a boundary to a tenth of a hectare; null without a boundary. */
  static Number areaHectares(Place place) {
    Double hectares = FigureColumns.areaHectares(place);
    return hectares == null ? null : number(hectares);
  }

  /** The columns of a reported figure, notes in two columns. */
  static Map<String, Object> figure(Snapshot snapshot, Figure figure) {
    Region region = snapshot.region(figure.region());
    Cell cell =
        new Cell(
            region,
            figure.period(),
            figure.series(),
            figure.state(),
            Optional.of(figure),
            OptionalInt.empty());
    return cell(snapshot, figure.indicator(), figure.measure(), cell);
  }

  /** The columns of a cell: those of its figure, or only the state with all that is known. */
  static Map<String, Object> cell(Snapshot snapshot, String indicator, Measure measure, Cell cell) {
    List<Object> values =
        FigureColumns.values(
            snapshot.catalogue().indicator(indicator), measure, snapshot.release(), cell);
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      Object value = values.get(i);
      fields.put(FIGURE.get(i), value instanceof Double number ? number((double) number) : value);
    }
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
