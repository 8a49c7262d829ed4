package org.yunga.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import org.yunga.core.text.Bilingual;
import org.yunga.web.http.Problem;
import org.yunga.web.http.ProblemException;

/** The JSON object that a question about plots comes as. */
final class QueryBody {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

  private static final Pattern GEO_JSON =
      Pattern.compile("(?i)application/(geo\\+)?json\\s*(;.*)?");

  private QueryBody() {}

  /** Reads the body of a request, at most {@link Limits#BODY_BYTES}. */
  static JsonNode read(Context context) {
    String type = context.contentType();
    if (type == null) {
      throw wrong(
          415,
          "unsupported_media_type",
          new Bilingual(
              "El cuerpo falta o vino sin Content-Type. Envíe GeoJSON con Content-Type:"
                  + " application/json.",
              "The body is missing or came without Content-Type. Send GeoJSON as Content-Type:"
                  + " application/json."));
    }
    if (!GEO_JSON.matcher(type).matches()) {
      throw wrong(
          415,
          "unsupported_media_type",
          new Bilingual(
              "El cuerpo vino como " + type + ". Envíe GeoJSON con Content-Type: application/json.",
              "The body came as " + type + ". Send GeoJSON as Content-Type: application/json."));
    }
    try {
      byte[] bytes = context.bodyInputStream().readNBytes(Limits.BODY_BYTES + 1);
      if (bytes.length > Limits.BODY_BYTES) {
        // whoever is still sending would find the connection shut instead of the answer
        drain(context.bodyInputStream());
        throw tooLarge();
      }
      JsonNode node = JSON.readTree(bytes);
      if (node == null || !node.isObject()) {
        throw notAnObject();
      }
      return node;
    } catch (JsonProcessingException e) {
      throw brokenJson(e);
    } catch (IOException e) {
      throw wrong(
          400,
          "unreadable_body",
          new Bilingual(
              "El cuerpo no llegó entero. Vuelva a enviarlo.",
              "The body did not arrive whole. Send it again."));
    }
  }

  private static ProblemException brokenJson(JsonProcessingException e) {
    int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
    int column = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getColumnNr());
    if (e.getMessage().startsWith("Duplicate field")) {
      return wrong(
          400,
          "repeated_member",
          new Bilingual(
              "Un objeto JSON trae dos veces el mismo nombre (línea "
                  + line
                  + ", columna "
                  + column
                  + "). Deje uno solo.",
              "A JSON object has the same name twice (line "
                  + line
                  + ", column "
                  + column
                  + "). Leave only one."));
    }
    return wrong(
        400,
        "broken_json",
        new Bilingual(
            "El cuerpo no se puede leer como JSON a partir de la línea "
                + line
                + ", columna "
                + column
                + ". Compruebe comillas, comas y llaves, que no haya NaN, y que no esté anidado más"
                + " de lo que GeoJSON pide.",
            "The body cannot be read as JSON from line "
                + line
                + ", column "
                + column
                + " on. Check quotes, commas and braces, that there is no NaN, and that it is not"
                + " nested deeper than GeoJSON needs."));
  }

  private static void drain(InputStream in) throws IOException {
    byte[] thrownAway = new byte[1 << 16];
    long left = Limits.DRAINED_BYTES;
    while (left > 0) {
      int read = in.read(thrownAway);
      left = read < 0 ? 0 : left - read;
    }
  }

  private static ProblemException tooLarge() {
    return wrong(
        413,
        "body_too_large",
        new Bilingual(
            "El cuerpo pasa de "
                + (Limits.BODY_BYTES >> 20)
                + " MB. Simplifique los polígonos o"
                + " divídalos.",
            "The body is larger than "
                + (Limits.BODY_BYTES >> 20)
                + " MB. Simplify the polygons or"
                + " split them."));
  }

  private static ProblemException notAnObject() {
    return wrong(
        400,
        "not_an_object",
        new Bilingual(
            "Se esperaba un objeto: {\"geometry\": {...}}, un Feature, una FeatureCollection o"
                + " {\"region\": {\"region_set\": ..., \"code\": ...}}.",
            "An object was expected: {\"geometry\": {...}}, a Feature, a FeatureCollection, or"
                + " {\"region\": {\"region_set\": ..., \"code\": ...}}."));
  }

  private static ProblemException wrong(int status, String code, Bilingual text) {
    return new ProblemException(Problem.of(status, code, text));
  }
}
