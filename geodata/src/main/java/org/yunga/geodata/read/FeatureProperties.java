package org.yunga.geodata.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The properties of one feature, in the order of the file. */
public final class FeatureProperties {

  private final Map<String, JsonNode> values;

  FeatureProperties(JsonNode node) {
    Map<String, JsonNode> read = new LinkedHashMap<>();
    node.properties().forEach(entry -> read.put(entry.getKey(), entry.getValue()));
    values = read;
  }

  /** Names of all properties, those with null values too. */
  public List<String> names() {
    return List.copyOf(values.keySet());
  }

  /** A value as it stands; null when absent. */
  public JsonNode json(String name) {
    return values.get(name);
  }

  /**
   * A value as text, without blanks at its ends; numbers without a needless decimal point (GIS
   * programs write the code 101 as 101.0). Empty when absent, null or blank.
   */
  public Optional<String> text(String name) {
    JsonNode value = values.get(name);
    if (value == null || value.isNull()) {
      return Optional.empty();
    }
    String text;
    if (value.isNumber()) {
      text = value.decimalValue().stripTrailingZeros().toPlainString();
    } else {
      text = value.isValueNode() ? value.asText() : value.toString();
    }
    return Optional.of(text.strip()).filter(t -> !t.isEmpty());
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
