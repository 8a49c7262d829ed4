package org.yunga.web.staging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.intake.IntakeKind;
import org.yunga.geodata.intake.IntakeOptions;
import org.yunga.web.http.Problem;
import org.yunga.web.http.ProblemException;

/**
 * What somebody says of a file, as JSON: a text a member, {@code mapping} and {@code constants}.
 */
public final class OptionsJson {

  /** Members that are texts. */
  public static final List<String> TEXTS =
      List.of("as", "name", "title", "source", "licence", "crs", "encoding", "layer");

  /** Values for all rows that can be said along with the file, each by its role. */
  public static final List<String> ROLES =
      List.of(
          "indicator",
          "series",
          "period",
          "unit",
          "measure",
          "region_set",
          "classes",
          "fractions",
          "year",
          "set_name",
          "set_name_en",
          "set_one",
          "set_one_en",
          "set_definition",
          "set_definition_en",
          "set_parent");

  /** Columns by role: a text or a list of texts each. */
  public static final String MAPPING = "mapping";

  /** Values that hold for all rows, by role. */
  public static final String CONSTANTS = "constants";

  private OptionsJson() {}

  /** What is said, as JSON. */
  static ObjectNode of(IntakeOptions options) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("as", options.as().map(IntakeKind::text).orElse(null));
    json.put("name", options.name());
    json.put("title", options.title().orElse(null));
    json.put("source", options.source().orElse(null));
    json.put("licence", options.licence());
    json.put("crs", options.crs().orElse(null));
    json.put("encoding", options.encoding().map(Charset::name).orElse(null));
    json.put("layer", options.layer().orElse(null));
    ObjectNode mapping = json.putObject(MAPPING);
    options.mapping().forEach((role, columns) -> columns.forEach(mapping.withArray(role)::add));
    ObjectNode constants = json.putObject(CONSTANTS);
    options.constants().forEach(constants::put);
    return json;
  }

  /**
   * Reads what is said.
   *
   * @param name of the dataset where none is given
   * @throws ProblemException 400 when a member is unknown, or is not what it should be
   */
  public static IntakeOptions read(JsonNode json, String name) {
    for (var members = json.fieldNames(); members.hasNext(); ) {
      String member = members.next();
      if (!TEXTS.contains(member) && !member.equals(MAPPING) && !member.equals(CONSTANTS)) {
        throw unknown(member);
      }
    }
    return new IntakeOptions(
        text(json, "as").map(IntakeKind::parse),
        mapping(json.path(MAPPING)),
        constants(json.path(CONSTANTS)),
        text(json, "encoding").map(OptionsJson::charset),
        text(json, "crs"),
        text(json, "layer"),
        text(json, "name").orElse(name),
        text(json, "title"),
        text(json, "source"),
        text(json, "licence").orElse(IntakeOptions.UNKNOWN_LICENCE),
        true,
        true);
  }

  /** The members of one in the place of those of another. */
  static ObjectNode changed(ObjectNode before, JsonNode changes) {
    ObjectNode all = before.deepCopy();
    changes.fields().forEachRemaining(member -> all.set(member.getKey(), member.getValue()));
    return all;
  }

  private static Optional<String> text(JsonNode json, String member) {
    JsonNode value = json.path(member);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    return Optional.of(plain(value, member).strip()).filter(given -> !given.isEmpty());
  }

  private static String plain(JsonNode value, String member) {
    if (!value.isTextual()) {
      throw wrong(member, value.toString(), "un texto", "a text");
    }
    return value.textValue();
  }

  private static Map<String, List<String>> mapping(JsonNode json) {
    Map<String, List<String>> mapping = new LinkedHashMap<>();
    object(json, MAPPING)
        .fields()
        .forEachRemaining(
            role -> {
              List<String> columns = new ArrayList<>();
              if (role.getValue().isArray()) {
                role.getValue().forEach(column -> columns.add(plain(column, MAPPING)));
              } else if (!role.getValue().isNull()) {
                columns.add(plain(role.getValue(), MAPPING));
              }
              if (!columns.isEmpty()) {
                mapping.put(role.getKey(), columns);
              }
            });
    return mapping;
  }

  private static Map<String, String> constants(JsonNode json) {
    Map<String, String> constants = new LinkedHashMap<>();
    object(json, CONSTANTS)
        .fields()
        .forEachRemaining(
            role -> {
              if (!role.getValue().isNull()) {
                constants.put(role.getKey(), plain(role.getValue(), CONSTANTS));
              }
            });
    return constants;
  }

  private static JsonNode object(JsonNode json, String member) {
    if (json.isMissingNode() || json.isNull()) {
      return JsonNodeFactory.instance.objectNode();
    }
    if (!json.isObject()) {
      throw wrong(member, json.toString(), "un objeto {\"rol\": ...}", "an object {\"role\": ...}");
    }
    return json;
  }

  private static Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw wrong("encoding", name, "UTF-8, ISO-8859-1...", "UTF-8, ISO-8859-1...");
    }
  }

  private static ProblemException unknown(String member) {
    List<String> allowed = new ArrayList<>(TEXTS);
    allowed.addAll(List.of(MAPPING, CONSTANTS));
    return new ProblemException(
        Problem.parameter(
            "unknown_member",
            new Bilingual(
                "'" + member + "' no se puede indicar. Se admite: " + String.join(", ", allowed),
                "'" + member + "' cannot be said. Allowed are: " + String.join(", ", allowed)),
            member,
            null,
            allowed));
  }

  private static ProblemException wrong(String member, String given, String es, String en) {
    return new ProblemException(
        Problem.parameter(
            "invalid_member",
            new Bilingual(
                "'" + given + "' no vale para '" + member + "'. Se admite: " + es + ".",
                "'" + given + "' is not a value of '" + member + "'. Allowed: " + en + "."),
            member,
            given,
            List.of()));
  }
}
