package org.yunga.web.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Reads columns back into rows, as a reader would that knows only their description. */
public final class ColumnFiles {

  private static final ObjectMapper JSON = new ObjectMapper();

  private ColumnFiles() {}

  /** The rows of one part of a table: {@code figures} or {@code totals}. */
  public static List<JsonNode> rows(JsonNode file, JsonNode table, String part) {
    List<JsonNode> rows = new ArrayList<>();
    for (int i = 0; i < table.at("/" + part + "/rows").asInt(); i++) {
      ObjectNode row = JSON.createObjectNode();
      int at = i;
      table
          .at("/" + part + "/columns")
          .fields()
          .forEachRemaining(
              column ->
                  row.set(column.getKey(), value(file, column.getKey(), column.getValue(), at)));
      rows.add(row);
    }
    return rows;
  }

  private static JsonNode value(JsonNode file, String name, JsonNode column, int row) {
    JsonNode value = column.isArray() ? column.get(row) : column;
    JsonNode words = file.at("/words/" + name);
    return words.isMissingNode() || value.isNull() ? value : words.get(value.asInt());
  }
}
