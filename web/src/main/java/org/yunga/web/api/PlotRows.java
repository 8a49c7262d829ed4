package org.yunga.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import java.io.IOException;
import java.util.Map;
import org.yunga.core.figure.ValueState;
import org.yunga.core.monitor.PlotTotals;

/**
 * The rows of {@link PlotFields#rows} that write themselves: the same bytes, without a map for each
 * of sixty rows in every answer.
 */
record PlotRows(PlotTotals totals) implements JsonSerializable {

  private static final SerializableString KIND = new SerializedString("kind");
  private static final SerializableString YEAR = new SerializedString("year");
  private static final SerializableString STATE = new SerializedString("state");
  private static final SerializableString COUNT = new SerializedString("count");
  private static final SerializableString HECTARES = new SerializedString("hectares");
  private static final SerializableString BORDER_HECTARES = new SerializedString("border_hectares");

  @Override
  public void serialize(JsonGenerator json, SerializerProvider provider) throws IOException {
    HectaresText text = new HectaresText();
    json.writeStartArray();
    for (PlotTotals.Row row : totals.rows()) {
      json.writeStartObject();
      json.writeFieldName(KIND);
      json.writeString(row.slot().kind());
      json.writeFieldName(YEAR);
      json.writeNumber(row.slot().year());
      json.writeFieldName(STATE);
      json.writeString(Fields.text(row.state()));
      boolean told = row.state() != ValueState.WITHHELD;
      json.writeFieldName(COUNT);
      if (told) {
        json.writeNumber(row.count());
      } else {
        json.writeNull();
      }
      if (row.kilometres().isEmpty()) {
        hectares(json, HECTARES, row.hectares(), told, text);
        boolean clipped = told && row.bounds().isEmpty();
        hectares(json, BORDER_HECTARES, row.borderHectares(), clipped, text);
      }
      for (Map.Entry<String, Number> measure : PlotFields.measures(row).entrySet()) {
        provider.defaultSerializeField(measure.getKey(), measure.getValue(), json);
      }
      if (row.bounds().isPresent()) {
        for (Map.Entry<String, Object> bound : PlotFields.bounds(row).entrySet()) {
          provider.defaultSerializeField(bound.getKey(), bound.getValue(), json);
        }
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void hectares(
      JsonGenerator json, SerializableString name, double value, boolean told, HectaresText text)
      throws IOException {
    json.writeFieldName(name);
    if (told) {
      text.write(json, value);
    } else {
      json.writeNull();
    }
  }

  @Override
  public void serializeWithType(
      JsonGenerator json, SerializerProvider provider, TypeSerializer type) throws IOException {
    serialize(json, provider);
  }
}
