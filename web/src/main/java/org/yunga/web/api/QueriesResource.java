package org.yunga.web.api;

import static org.yunga.web.api.Answers.object;
import static org.yunga.web.api.Fields.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yunga.core.monitor.Monitor;
import org.yunga.core.monitor.PolygonAnswer;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;
import org.yunga.core.text.Bilingual;
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
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final Answers answers;

  /** Answers from these. */
  public QueriesResource(Answers answers) {
    this.answers = answers;
  }

  /** Answers each polygon of the body. */
  public void post(Context context) {
    Parameters.of(context);
    Monitor monitor = answers.monitor();
    List<AskedPolygon> asked = asked(body(context), monitor);
    checkVertices(asked);
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
        "border_plots", answer.totals().borderPlots(),
        "totals", PlotFields.rows(answer.totals()));
  }

  private static JsonNode body(Context context) {
    String type = context.contentType();
    if (type == null || !type.matches("(?i)application/(geo\\+)?json\\s*(;.*)?")) {
      throw wrong(
          415,
          "unsupported_media_type",
          new Bilingual(
              "El cuerpo vino como " + type + ". Envíe GeoJSON con Content-Type: application/json.",
              "The body came as " + type + ". Send GeoJSON as Content-Type: application/json."));
    }
    if (context.contentLength() > Limits.BODY_BYTES) {
      throw tooLarge();
    }
    try {
      byte[] bytes = context.bodyInputStream().readNBytes(Limits.BODY_BYTES + 1);
      if (bytes.length > Limits.BODY_BYTES) {
        throw tooLarge();
      }
      JsonNode node = JSON.readTree(bytes);
      if (node == null || !node.isObject()) {
        throw notAnObject();
      }
      return node;
    } catch (JsonProcessingException e) {
      String place =
          "línea/line " + e.getLocation().getLineNr() + ", " + e.getLocation().getColumnNr();
      throw wrong(
          400,
          "broken_json",
          new Bilingual(
              "El cuerpo no es JSON: se rompe en "
                  + place
                  + ". Compruebe comillas, comas y llaves.",
              "The body is not JSON: it breaks at " + place + ". Check quotes, commas, braces."));
    } catch (IOException e) {
      throw wrong(
          400,
          "unreadable_body",
          new Bilingual(
              "El cuerpo no llegó entero. Vuelva a enviarlo.",
              "The body did not arrive whole. Send it again."));
    }
  }

  private static List<AskedPolygon> asked(JsonNode body, Monitor monitor) {
    if (body.has("region")) {
      return List.of(region(body.get("region"), monitor));
    }
    return switch (body.path("type").asText()) {
      case "FeatureCollection" -> collection(body.path("features"));
      case "Polygon", "MultiPolygon" -> List.of(AskedPolygon.of(body, ""));
      default -> List.of(AskedPolygon.of(body.get("geometry"), "/geometry"));
    };
  }

  private static List<AskedPolygon> collection(JsonNode features) {
    if (!features.isArray() || features.isEmpty() || features.size() > Limits.POLYGONS) {
      throw wrong(
          400,
          "too_many_polygons",
          new Bilingual(
              "Una FeatureCollection trae de 1 a "
                  + Limits.POLYGONS
                  + " polígonos; esta trae "
                  + features.size()
                  + ". Divídala.",
              "A FeatureCollection holds 1 to "
                  + Limits.POLYGONS
                  + " polygons; this one holds "
                  + features.size()
                  + ". Split it."));
    }
    List<AskedPolygon> polygons = new ArrayList<>();
    for (int i = 0; i < features.size(); i++) {
      String place = "/features/" + i + "/geometry";
      polygons.add(AskedPolygon.of(features.get(i).get("geometry"), place));
    }
    return polygons;
  }

  private static AskedPolygon region(JsonNode node, Monitor monitor) {
    RegionRef ref = new RegionRef(node.path("region_set").asText(), node.path("code").asText());
    Region region = monitor.snapshot().region(ref);
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

  private static void checkVertices(List<AskedPolygon> polygons) {
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
