package org.yunga.geodata.format.geojson;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.yunga.geodata.read.GeoJsonFeature;
import org.yunga.geodata.read.GeoJsonFlaw;
import org.yunga.geodata.table.FileExceptions;

/** The texts of a sequence; what is no JSON comes as a feature with a flaw. */
final class SequenceFeatures implements Features {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final SequenceTexts texts;
  private int count;

  SequenceFeatures(Path file) {
    this.file = file;
    this.texts = new SequenceTexts(file);
  }

  @Override
  public GeoJsonFeature next() {
    byte[] text = texts.next();
    if (text == null) {
      return null;
    }
    String place = "line " + texts.line();
    int index = count++;
    try {
      // Jackson puts question marks for bytes that are not UTF-8: fail on them instead
      String utf8 = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString();
      return GeoJsonFeature.of(JSON.readTree(utf8), index, place);
    } catch (CharacterCodingException e) {
      return broken(index, place, new String(text, StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      return broken(index, place, new String(text, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw FileExceptions.unreadable(file, e);
    }
  }

  private static GeoJsonFeature broken(int index, String place, String text) {
    JsonNode nothing = MissingNode.getInstance();
    GeoJsonFeature empty = GeoJsonFeature.of(nothing, index, place);
    return new GeoJsonFeature(
        index,
        Optional.empty(),
        empty.properties(),
        Optional.empty(),
        List.of(
            new GeoJsonFlaw.NotAFeature(place, text.substring(0, Math.min(40, text.length())))));
  }

  @Override
  public Optional<String> crs() {
    return Optional.empty();
  }

  @Override
  public void close() {
    texts.close();
  }
}
