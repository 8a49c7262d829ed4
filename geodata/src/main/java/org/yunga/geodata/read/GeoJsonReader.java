package org.yunga.geodata.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.yunga.core.text.ExplainedException;

/**
 * Reads a GeoJSON feature collection (RFC 7946, and the {@code crs} member of its forerunner)
 * feature by feature: memory holds one feature at a time. Coordinates stay as they are in the file.
 */
public final class GeoJsonReader implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String fileName;
  private final JsonParser parser;
  private int count;
  private boolean started;
  private boolean inFeatures;
  private boolean isCollection;
  private boolean hasFeatures;
  private Optional<String> crs = Optional.empty();

  private GeoJsonReader(String fileName, JsonParser parser) {
    this.fileName = fileName;
    this.parser = parser;
  }

  /**
   * Begins to read a stream, to be asked for its features by {@link #next}.
   *
   * @param in closed with the reader
   * @param fileName for messages
   */
  public static GeoJsonReader open(InputStream in, String fileName) {
    try {
      return new GeoJsonReader(fileName, JSON.getFactory().createParser(utf8(in)));
    } catch (CharacterCodingException e) {
      throw GeoJsonExceptions.notUtf8(fileName, e);
    } catch (IOException e) {
      throw GeoJsonExceptions.unreadable(fileName, e);
    }
  }

  /**
   * Reads a file.
   *
   * @param features receives each feature in the order of the file
   * @throws ExplainedException when the file cannot be opened, is empty, is not UTF-8, is broken
   *     JSON, or no feature collection; features before the place may have been handed over
   */
  public static GeoJsonSummary read(Path file, Consumer<GeoJsonFeature> features) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw GeoJsonExceptions.unreadable(file.toString(), null);
    }
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, file.getFileName().toString(), features);
    } catch (IOException e) {
      throw GeoJsonExceptions.unreadable(file.toString(), e);
    }
  }

  /**
   * Reads a stream; the caller closes it.
   *
   * @param fileName for messages
   */
  public static GeoJsonSummary read(
      InputStream in, String fileName, Consumer<GeoJsonFeature> features) {
    GeoJsonReader reader = open(in, fileName);
    reader.parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
    for (GeoJsonFeature feature = reader.next(); feature != null; feature = reader.next()) {
      features.accept(feature);
    }
    GeoJsonSummary summary = reader.summary();
    reader.close();
    return summary;
  }

  /**
   * The next feature, in the order of the file; null after the last.
   *
   * @throws ExplainedException when the file is empty, is not UTF-8, is broken JSON, or no feature
   *     collection
   */
  public GeoJsonFeature next() {
    try {
      return read();
    } catch (JsonProcessingException e) {
      throw GeoJsonExceptions.broken(fileName, e);
    } catch (CharacterCodingException e) {
      throw GeoJsonExceptions.notUtf8(fileName, e);
    } catch (IOException e) {
      throw GeoJsonExceptions.unreadable(fileName, e);
    }
  }

  /** What is known of the file so far; all of it after the last feature. */
  public GeoJsonSummary summary() {
    return new GeoJsonSummary(count, crs);
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException e) {
      throw GeoJsonExceptions.unreadable(fileName, e);
    }
  }

  /** Fails on bytes that are not UTF-8 instead of putting question marks. */
  private static Reader utf8(InputStream in) throws IOException {
    Reader reader =
        new BufferedReader(
            new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)));
    reader.mark(1);
    if (reader.read() != BYTE_ORDER_MARK) {
      reader.reset();
    }
    return reader;
  }

  private GeoJsonFeature read() throws IOException {
    if (!started) {
      begin();
    }
    while (true) {
      if (inFeatures) {
        if (parser.nextToken() != JsonToken.END_ARRAY) {
          GeoJsonFeature feature =
              GeoJsonFeature.of(JSON.readTree(parser), count, "/features/" + count);
          count++;
          return feature;
        }
        inFeatures = false;
      }
      if (parser.isClosed() || parser.nextToken() != JsonToken.FIELD_NAME) {
        end();
        return null;
      }
      String member = parser.currentName();
      parser.nextToken();
      readMember(member);
    }
  }

  private void begin() throws IOException {
    started = true;
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw GeoJsonExceptions.empty(fileName);
    }
    if (first != JsonToken.START_OBJECT) {
      throw GeoJsonExceptions.notACollection(fileName, parser.getText());
    }
  }

  private void end() throws IOException {
    if (!isCollection || !hasFeatures) {
      throw GeoJsonExceptions.notACollection(fileName, "{...}");
    }
    if (!parser.isClosed() && parser.nextToken() != null) {
      throw GeoJsonExceptions.notACollection(fileName, "{...} " + parser.getText());
    }
  }

  private void readMember(String member) throws IOException {
    switch (member) {
      case "type" -> readType(JSON.readTree(parser));
      case "features" -> beginFeatures();
      case "crs" -> crs = crsName(JSON.readTree(parser));
      default -> parser.skipChildren();
    }
  }

  private void readType(JsonNode type) {
    if (!type.asText().equals("FeatureCollection")) {
      throw GeoJsonExceptions.notACollection(fileName, "\"type\": " + type);
    }
    isCollection = true;
  }

  private void beginFeatures() throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw GeoJsonExceptions.notACollection(fileName, "\"features\": " + parser.getText());
    }
    hasFeatures = true;
    inFeatures = true;
  }

  /** The name of a named system; other forms of the old member are given back as they stand. */
  static Optional<String> crsName(JsonNode crs) {
    if (crs.isNull()) {
      return Optional.empty();
    }
    JsonNode properties = crs.path("properties");
    if (properties.path("name").isTextual()) {
      return Optional.of(properties.path("name").asText());
    }
    return Optional.of(
        properties.has("code") ? "EPSG:" + properties.path("code").asText() : crs.toString());
  }
}
