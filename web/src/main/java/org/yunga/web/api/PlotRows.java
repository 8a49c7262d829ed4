package org.yunga.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.yunga.core.aggregate.FixedPoint;
import org.yunga.core.figure.ValueState;
import org.yunga.core.monitor.PlotTotals;
import org.yunga.core.plot.PlotSlot;

/**
 * The rows of {@link PlotFields#rows} that write themselves: the same bytes, without a map for each
 * of sixty rows in every answer. What is the same in all answers is put together once.
 */
record PlotRows(PlotTotals totals) implements JsonSerializable {

  /** What a row begins with. There are as few as kinds and years. */
  private static final Map<PlotSlot, SerializableString> HEADS = new ConcurrentHashMap<>();

  private static final Map<ValueState, SerializableString> STATES = new EnumMap<>(ValueState.class);
  private static final SerializableString HECTARES = member("hectares");
  private static final SerializableString BORDER_HECTARES = member("border_hectares");
  private static final SerializableString KILOMETRES = member("kilometres");
  private static final SerializableString BORDER_KILOMETRES = member("border_kilometres");
  private static final SerializableString VALUE = member("value");
  private static final SerializableString BORDER_VALUE = member("border_value");

  private static final int HECTARE_DECIMALS = 8;
  private static final int MEASURE_DECIMALS = (int) Math.log10(FixedPoint.UNITS);

  static {
    for (ValueState state : ValueState.values()) {
      STATES.put(state, new SerializedString('"' + Fields.text(state) + "\",\"count\":"));
    }
  }

  private static SerializableString member(String name) {
    return new SerializedString(",\"" + name + "\":");
  }

  /** Ids of kinds need no quoting. */
  private static SerializableString head(PlotSlot slot) {
    return new SerializedString(
        "{\"kind\":\"" + slot.kind() + "\",\"year\":" + slot.year() + ",\"state\":");
  }

  @Override
  public void serialize(JsonGenerator json, SerializerProvider provider) throws IOException {
    NumberText hectares = new NumberText(HECTARE_DECIMALS, PlotFields::hectares);
    NumberText measures = new NumberText(MEASURE_DECIMALS, PlotFields::rounded);
    json.writeRawValue("[");
    boolean first = true;
    for (PlotTotals.Row row : totals.rows()) {
      if (!first) {
        json.writeRaw(',');
      }
      first = false;
      json.writeRaw(HEADS.computeIfAbsent(row.slot(), PlotRows::head));
      json.writeRaw(STATES.get(row.state()));
      boolean told = row.state() != ValueState.WITHHELD;
      boolean clipped = told && row.bounds().isEmpty();
      if (told) {
        hectares.write(json, row.count());
      } else {
        json.writeRaw("null");
      }
      if (row.kilometres().isEmpty()) {
        write(json, HECTARES, row.hectares(), told, hectares);
        write(json, BORDER_HECTARES, row.borderHectares(), clipped, hectares);
      }
      write(json, row.kilometres(), KILOMETRES, BORDER_KILOMETRES, told, clipped, measures);
      write(json, row.value(), VALUE, BORDER_VALUE, told, clipped, measures);
      for (Map.Entry<String, Object> bound : PlotFields.bounds(row).entrySet()) {
        json.writeRaw(",\"" + bound.getKey() + "\":" + bound.getValue());
      }
      json.writeRaw('}');
    }
    json.writeRaw(']');
  }

  private static void write(
      JsonGenerator json,
      Optional<PlotTotals.Measure> measure,
      SerializableString name,
      SerializableString border,
      boolean told,
      boolean clipped,
      NumberText text)
      throws IOException {
    if (measure.isPresent()) {
      write(json, name, measure.get().total(), told, text);
      write(json, border, measure.get().border(), clipped, text);
    }
  }

  private static void write(
      JsonGenerator json, SerializableString name, double value, boolean told, NumberText text)
      throws IOException {
    json.writeRaw(name);
    if (told) {
      text.write(json, value);
    } else {
      json.writeRaw("null");
    }
  }

  @Override
  public void serializeWithType(
      JsonGenerator json, SerializerProvider provider, TypeSerializer type) throws IOException {
    serialize(json, provider);
  }
}
