package org.yunga.geodata.format.geojson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yunga.geodata.table.Column;
import org.yunga.geodata.table.ColumnType;
import org.yunga.geodata.table.FileExceptions;
import org.yunga.geodata.table.GeometryType;

/** What the features of a file have in common: found by a pass that builds nothing. */
final class Schema {

  private static final JsonFactory JSON = new ObjectMapper().getFactory();
  private static final String ID = "id";

  private final Map<String, TypeGuess> properties = new LinkedHashMap<>();
  private boolean hasIds;
  private boolean mixed;
  private GeometryType geometryType;
  private long features;

  /**
   * Of a feature collection. Says nothing where the file is broken: the second pass comes to the
   * same place and says it better.
   */
  static Schema ofCollection(Path file) {
    Schema schema = new Schema();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        JsonParser parser = JSON.createParser(in)) {
      schema.collection(parser);
    } catch (JsonProcessingException e) {
      return schema;
    } catch (IOException e) {
      throw FileExceptions.unreadable(file, e);
    }
    return schema;
  }

  /** Of a sequence; texts that are no JSON are passed over. */
  static Schema ofSequence(Path file) {
    Schema schema = new Schema();
    try (SequenceTexts texts = new SequenceTexts(file)) {
      for (byte[] text = texts.next(); text != null; text = texts.next()) {
        schema.text(text);
      }
    }
    return schema;
  }

  private void text(byte[] text) {
    try (JsonParser parser = JSON.createParser(text)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        feature(parser);
      }
    } catch (IOException e) {
      features++; // the second pass tells what is wrong with it
    }
  }

  private void collection(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      return;
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean isFeatures = parser.currentName().equals("features");
      if (parser.nextToken() == JsonToken.START_ARRAY && isFeatures) {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
          feature(parser);
        }
      } else {
        parser.skipChildren();
      }
    }
  }

  private void feature(JsonParser parser) throws IOException {
    features++;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String member = parser.currentName();
      JsonToken value = parser.nextToken();
      if (member.equals("properties") && value == JsonToken.START_OBJECT) {
        properties(parser);
      } else if (member.equals("geometry") && value == JsonToken.START_OBJECT) {
        geometry(parser);
      } else {
        hasIds |= member.equals(ID) && value.isScalarValue() && value != JsonToken.VALUE_NULL;
        parser.skipChildren();
      }
    }
  }

  private void properties(JsonParser parser) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      TypeGuess guess = properties.computeIfAbsent(parser.currentName(), name -> new TypeGuess());
      guess.see(parser.nextToken(), parser);
      parser.skipChildren();
    }
  }

  private void geometry(JsonParser parser) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean isType = parser.currentName().equals("type");
      if (parser.nextToken() == JsonToken.VALUE_STRING && isType) {
        GeometryType type = GeometryType.ofWktName(parser.getText()).orElse(GeometryType.GEOMETRY);
        mixed |= geometryType != null && geometryType != type;
        geometryType = type;
      }
      parser.skipChildren();
    }
  }

  /** The member {@code id} comes first, where no property has its name. */
  List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    if (hasIds && !properties.containsKey(ID)) {
      columns.add(new Column(ID, ColumnType.TEXT));
    }
    properties.forEach((name, guess) -> columns.add(new Column(name, guess.type())));
    return columns;
  }

  /** Whether the first column is the member {@code id}. */
  boolean idIsColumn() {
    return hasIds && !properties.containsKey(ID);
  }

  GeometryType geometryType() {
    return mixed || geometryType == null ? GeometryType.GEOMETRY : geometryType;
  }

  long features() {
    return features;
  }
}
