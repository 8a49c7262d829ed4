package org.yunga.web.api;

import static org.yunga.web.api.Answers.object;
import static org.yunga.web.api.Fields.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yunga.core.monitor.Monitor;
import org.yunga.core.monitor.PolygonAnswer;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.UnknownNameException;
import org.yunga.web.http.Format;
import org.yunga.web.http.Parameters;
import org.yunga.web.http.Problem;
import org.yunga.web.http.ProblemException;
import org.yunga.web.http.Rendered;
import org.yunga.web.http.Responder;

/**
 * {@code POST /api/v1/queries}: totals of plots within polygons that come with the request, or
 * within a region. Nothing is kept of a request.
 */
public final class QueriesResource {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

  private static final Pattern GEO_JSON =
      Pattern.compile("(?i)application/(geo\\+)?json\\s*(;.*)?");

  private final Answers answers;

  /** Answers from these. */
  public QueriesResource(Answers answers) {
    this.answers = answers;
  }

  /** Answers each polygon of the body. */
  public void post(Context context) {
    Parameters.of(context);
    Format.of(context, Format.JSON);
    Monitor monitor = answers.monitor();
    List<AskedPolygon> asked = asked(body(context), monitor);
    List<Map<String, Object>> queries =
        asked.stream()
            .map(polygon -> query(monitor.plotsWithin(polygon.geometry()), polygon.repaired()))
            .toList();
    Rendered body =
        Answers.json(
            object(
                "release", monitor.snapshot().release().id(),
                "synthetic", monitor.snapshot().release().isSynthetic(),
                "method", text(PlotFields.METHOD),
                "queries", queries));
    Responder.sendUnkept(context, body);
  }

  private static Map<String, Object> query(PolygonAnswer answer, Optional<Bilingual> repaired) {
    return object(
        "area_ha", PlotFields.hectares(answer.areaHectares()),
        "vertices", answer.vertices(),
        "repaired", repaired.map(Fields::text).orElse(null),
        "border_plots", PlotFields.borderPlots(answer.totals()),
        "totals", new PlotRows(answer.totals()));
  }

  private static JsonNode body(Context context) {
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

  private static List<AskedPolygon> asked(JsonNode body, Monitor monitor) {
    if (body.has("region")) {
      if (body.has("geometry") || body.has("features") || body.has("coordinates")) {
        throw notOneQuestion();
      }
      return List.of(region(body.get("region"), monitor));
    }
    List<AskedPolygon.Read> read = read(body);
    checkVertices(read);
    return read.stream().map(AskedPolygon::of).toList();
  }

  private static List<AskedPolygon.Read> read(JsonNode body) {
    if (body.path("type").asText().equals("FeatureCollection")) {
      return collection(body.path("features"));
    }
    boolean bare = body.has("coordinates") || body.has("geometries");
    return List.of(
        bare ? AskedPolygon.read(body, "") : AskedPolygon.read(body.get("geometry"), "/geometry"));
  }

  private static List<AskedPolygon.Read> collection(JsonNode features) {
    if (!features.isArray() || features.isEmpty() || features.size() > Limits.POLYGONS) {
      throw wrong(
          400,
          features.isEmpty() ? "no_polygons" : "too_many_polygons",
          new Bilingual(
              "Una FeatureCollection trae en /features de 1 a "
                  + Limits.POLYGONS
                  + " polígonos; esta trae "
                  + features.size()
                  + ". "
                  + (features.isEmpty() ? "Agregue alguno." : "Divídala."),
              "A FeatureCollection holds in /features 1 to "
                  + Limits.POLYGONS
                  + " polygons; this one holds "
                  + features.size()
                  + ". "
                  + (features.isEmpty() ? "Add one." : "Split it.")));
    }
    List<AskedPolygon.Read> polygons = new ArrayList<>();
    for (int i = 0; i < features.size(); i++) {
      String place = "/features/" + i + "/geometry";
      polygons.add(AskedPolygon.read(features.get(i).get("geometry"), place));
    }
    return polygons;
  }

  private static AskedPolygon region(JsonNode node, Monitor monitor) {
    String set = node.path("region_set").asText();
    Region region = known(new RegionRef(set, node.path("code").asText()), monitor);
    if (region.place() instanceof Place.Boundary boundary) {
      return new AskedPolygon(boundary.geometry(), Optional.empty());
    }
    throw wrong(
        400,
        "no_boundary",
        new Bilingual(
            region.name()
                + " no tiene límite cargado. Cárguelo con scripts/yunga boundaries, o"
                + " envíe un polígono.",
            region.name()
                + " has no boundary loaded. Load one by scripts/yunga boundaries, or"
                + " send a polygon."));
  }

  /** A name in the body is a wrong question; only a name in the address is not found. */
  private static Region known(RegionRef ref, Monitor monitor) {
    try {
      return monitor.snapshot().region(ref);
    } catch (UnknownNameException e) {
      boolean isSet = !e.kind().equals("region");
      String place = isSet ? "/region/region_set" : "/region/code";
      String some = String.join(", ", e.allowed().subList(0, Math.min(e.allowed().size(), 12)));
      throw new ProblemException(
          Problem.parameter(
              isSet ? "unknown_region_set" : "unknown_region",
              new Bilingual(
                  place + ": no existe '" + e.given() + "'. Use uno de: " + some + "...",
                  place + ": there is no '" + e.given() + "'. Use one of: " + some + "..."),
              place,
              e.given(),
              e.allowed()));
    }
  }

  private static void checkVertices(List<AskedPolygon.Read> polygons) {
    int vertices = polygons.stream().mapToInt(p -> p.geometry().getNumPoints()).sum();
    if (vertices > Limits.VERTICES) {
      throw wrong(
          400,
          "too_many_vertices",
          new Bilingual(
              "Los polígonos tienen "
                  + vertices
                  + " vértices; se admiten "
                  + Limits.VERTICES
                  + ". Simplifíquelos.",
              "The polygons have "
                  + vertices
                  + " vertices; "
                  + Limits.VERTICES
                  + " are allowed. Simplify them."));
    }
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

  private static ProblemException notOneQuestion() {
    return wrong(
        400,
        "ambiguous_query",
        new Bilingual(
            "El cuerpo trae /region y además un polígono. Envíe solo uno de los dos.",
            "The body has /region and a polygon too. Send only one of the two."));
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
