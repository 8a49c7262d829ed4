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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Geometry;
import org.yunga.core.text.ExplainedException;

/**
 * Reads a GeoJSON feature collection (RFC 7946, and the {@code crs} member of its forerunner)
 * feature by feature: memory holds one feature at a time. Coordinates stay as they are in the file.
 */
public final class GeoJsonReader {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String fileName;
  private final Consumer<GeoJsonFeature> features;
  private int count;
  private boolean isCollection;
  private boolean hasFeatures;
  private Optional<String> crs = Optional.empty();

  private GeoJsonReader(String fileName, Consumer<GeoJsonFeature> features) {
    this.fileName = fileName;
    this.features = features;
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
    return new GeoJsonReader(fileName, features).read(in);
  }

  private GeoJsonSummary read(InputStream in) {
    try (JsonParser parser = JSON.getFactory().createParser(utf8(in))) {
      parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
      readDocument(parser);
      return new GeoJsonSummary(count, crs);
    } catch (JsonProcessingException e) {
      throw GeoJsonExceptions.broken(fileName, e);
    } catch (CharacterCodingException e) {
      throw GeoJsonExceptions.notUtf8(fileName, e);
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

  private void readDocument(JsonParser parser) throws IOException {
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw GeoJsonExceptions.empty(fileName);
    }
    if (first != JsonToken.START_OBJECT) {
      throw GeoJsonExceptions.notACollection(fileName, parser.getText());
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String member = parser.currentName();
      parser.nextToken();
      readMember(parser, member);
    }
    if (!isCollection || !hasFeatures) {
      throw GeoJsonExceptions.notACollection(fileName, "{...}");
    }
    if (parser.nextToken() != null) {
      throw GeoJsonExceptions.notACollection(fileName, "{...} " + parser.getText());
    }
  }

  private void readMember(JsonParser parser, String member) throws IOException {
    switch (member) {
      case "type" -> readType(JSON.readTree(parser));
      case "features" -> readFeatures(parser);
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

  private void readFeatures(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw GeoJsonExceptions.notACollection(fileName, "\"features\": " + parser.getText());
    }
    hasFeatures = true;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      features.accept(feature(JSON.readTree(parser)));
      count++;
    }
  }

  private GeoJsonFeature feature(JsonNode node) {
    String place = "/features/" + count;
    List<GeoJsonFlaw> flaws = new ArrayList<>();
    if (!node.path("type").asText().equals("Feature")) {
      flaws.add(new GeoJsonFlaw.NotAFeature(place, GeometryNode.shown(node)));
    }
    Optional<Geometry> geometry =
        flaws.isEmpty()
            ? GeometryNode.read(node.get("geometry"), place + "/geometry", flaws)
            : Optional.empty();
    return new GeoJsonFeature(
        count,
        Optional.ofNullable(node.get("id")).filter(JsonNode::isValueNode).map(JsonNode::asText),
        new FeatureProperties(node.path("properties")),
        geometry,
        flaws);
  }

  /** The name of a named system; other forms of the old member are given back as they stand. */
  private static Optional<String> crsName(JsonNode crs) {
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
