package org.yunga.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.yunga.core.monitor.Monitor;
import org.yunga.core.space.GeodesicBuffer;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import org.yunga.core.work.Patience;
import org.yunga.core.work.TooMuchWorkException;
import org.yunga.web.http.Problem;
import org.yunga.web.http.ProblemException;

/**
 * What the body of a request asks about: grounds, each on its own or all as one.
 *
 * @param grounds polygons, buffered already
 * @param bufferMetres the distance round each of what was sent
 * @param echo whether the answer is to hold the polygons
 */
record Question(List<AskedGround> grounds, OptionalDouble bufferMetres, boolean echo) {

  private static final List<String> GROUNDS =
      List.of("geometry", "coordinates", "geometries", "features", "region", "regions", "plots");

  /** Own areas and regions, each answered on its own, can be asked about at once. */
  private static final List<String> SIDE_BY_SIDE = List.of("features", "regions");

  /** All members of a question; one that lists plots has a few more. */
  private static final List<String> MEMBERS =
      List.of(
          "geometry",
          "region",
          "regions",
          "plots",
          "within",
          "buffer_m",
          "union",
          "echo",
          "kind",
          "year",
          "limit",
          "after");

  /**
   * Reads a question.
   *
   * @param patience how long its buffers and unions may take
   * @throws TooMuchWorkException when they take longer, or would
   */
  static Question of(JsonNode body, Monitor monitor, Patience patience) {
    checkMembers(body);
    List<String> given = GROUNDS.stream().filter(body::has).toList();
    if (given.size() > 1 && !given.equals(SIDE_BY_SIDE)) {
      throw notOneQuestion(given);
    }
    OptionalDouble buffer = buffer(body);
    boolean union = flag(body, "union");
    boolean echo = flag(body, "echo");
    if (body.has("plots")) {
      return new Question(
          List.of(AskedPlots.ground(body, monitor, buffer, patience)), buffer, echo);
    }
    if (body.has("within")) {
      throw withinWithoutPlots(body.get("within"));
    }
    List<AskedGround> grounds = grounds(body, monitor, buffer.isPresent());
    checkVertices(
        grounds.stream().map(AskedGround::geometry).toList(),
        buffer.isPresent() ? Limits.BUFFER_VERTICES : Integer.MAX_VALUE);
    if (buffer.isPresent()) {
      checkParts(grounds);
      JsonNode metres = body.get("buffer_m");
      grounds = grounds.stream().map(ground -> buffered(ground, metres, patience)).toList();
    }
    if (union) {
      checkVertices(grounds.stream().map(AskedGround::geometry).toList(), Limits.UNION_VERTICES);
      grounds = List.of(AskedGround.united(grounds, patience));
    }
    return new Question(grounds, buffer, echo);
  }

  /**
   * A misspelled {@code buffer_m} would be answered with a wrong number. GeoJSON may hold whatever
   * its maker liked (RFC 7946, 6.1).
   */
  private static void checkMembers(JsonNode body) {
    if (body.has("type")) {
      return;
    }
    Iterator<String> names = body.fieldNames();
    while (names.hasNext()) {
      String name = names.next();
      if (!MEMBERS.contains(name) && !GROUNDS.contains(name)) {
        String known = String.join(", ", MEMBERS);
        throw member(
            "unknown_member",
            "/" + (name.length() > 60 ? name.substring(0, 60) + "..." : name),
            body.get(name),
            new Bilingual(
                "no se conoce. Hay: " + known + ".", "is not known. There are: " + known + "."));
      }
    }
  }

  private static List<AskedGround> grounds(JsonNode body, Monitor monitor, boolean anyShape) {
    if (body.has("region")) {
      return List.of(AskedRegions.one(body.get("region"), "/region", monitor));
    }
    if (!body.has("regions")) {
      return drawn(body, anyShape);
    }
    List<AskedGround> regions = AskedRegions.several(body.get("regions"), monitor);
    return body.has("features")
        ? Stream.of(drawn(body, anyShape), regions).flatMap(List::stream).toList()
        : regions;
  }

  private static List<AskedGround> drawn(JsonNode body, boolean anyShape) {
    List<AskedPolygon.Read> read = read(body, anyShape);
    // before the costly checks of each
    checkVertices(read.stream().map(AskedPolygon.Read::geometry).toList(), Limits.VERTICES);
    RepairBudget budget = new RepairBudget();
    return read.stream().map(one -> AskedGround.of(AskedPolygon.of(one, budget))).toList();
  }

  private static List<AskedPolygon.Read> read(JsonNode body, boolean anyShape) {
    if (body.path("type").asText().equals("FeatureCollection")) {
      return collection(body.path("features"), anyShape);
    }
    boolean bare = body.has("coordinates") || body.has("geometries");
    return List.of(
        bare
            ? AskedPolygon.read(body, "", anyShape)
            : AskedPolygon.read(body.get("geometry"), "/geometry", anyShape));
  }

  private static List<AskedPolygon.Read> collection(JsonNode features, boolean anyShape) {
    if (!features.isArray()) {
      throw member(
          "not_a_list",
          "/features",
          features.isMissingNode() ? null : features,
          new Bilingual(
              "se espera una lista de Features: \"features\": [{...}, {...}].",
              "a list of Features is expected: \"features\": [{...}, {...}]."));
    }
    if (features.isEmpty() || features.size() > Limits.POLYGONS) {
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
      polygons.add(AskedPolygon.read(features.get(i).get("geometry"), place, anyShape));
    }
    return polygons;
  }

  private static OptionalDouble buffer(JsonNode body) {
    JsonNode node = body.get("buffer_m");
    if (node == null || node.isNull()) {
      return OptionalDouble.empty();
    }
    double metres = node.isNumber() ? node.asDouble() : Double.NaN;
    if (metres >= GeodesicBuffer.LEAST_METRES && metres <= GeodesicBuffer.MOST_METRES) {
      return OptionalDouble.of(metres);
    }
    throw member(
        "invalid_buffer",
        "/buffer_m",
        node,
        new Bilingual(
            "se recibió " + shown(node) + ". Escriba los metros como número de 1 a 100000.",
            "got " + shown(node) + ". Write the metres as a number from 1 to 100000."));
  }

  private static void checkParts(List<AskedGround> grounds) {
    int parts = grounds.stream().mapToInt(ground -> ground.geometry().getNumGeometries()).sum();
    if (parts > Limits.BUFFER_PARTS) {
      throw wrong(
          400,
          "too_many_parts",
          new Bilingual(
              "Con buffer_m se admiten "
                  + Limits.BUFFER_PARTS
                  + " puntos, líneas o polígonos en total; vinieron "
                  + parts
                  + ". Pregunte por partes.",
              "With buffer_m "
                  + Limits.BUFFER_PARTS
                  + " points, lines or polygons in all are allowed; got "
                  + parts
                  + ". Ask part by part."));
    }
  }

  private static AskedGround buffered(AskedGround ground, JsonNode metres, Patience patience) {
    try {
      return ground.within(metres.asDouble(), patience);
    } catch (TooMuchWorkException e) {
      throw e;
    } catch (ExplainedException e) {
      throw member(e.code(), "/buffer_m", metres, e.explanation());
    }
  }

  private static ProblemException withinWithoutPlots(JsonNode within) {
    return member(
        "within_without_plots",
        "/within",
        within,
        new Bilingual(
            "solo dice dónde están las parcelas de \"plots\". Agregue plots o quite within.",
            "only says where the plots of \"plots\" are. Add plots or leave out within."));
  }

  private static boolean flag(JsonNode body, String name) {
    JsonNode node = body.get(name);
    if (node == null || node.isBoolean()) {
      return node != null && node.asBoolean();
    }
    throw member(
        "invalid_member",
        "/" + name,
        node,
        new Bilingual(
            "se recibió " + shown(node) + ". Escriba true o false.",
            "got " + shown(node) + ". Write true or false."));
  }

  /** As it was written, the beginning of it. */
  static String shown(JsonNode node) {
    String text = node.toString();
    return text.length() > 60 ? text.substring(0, 60) + "..." : text;
  }

  /** A problem of one member of the body. */
  static ProblemException member(String code, String place, JsonNode given, Bilingual text) {
    return new ProblemException(
        Problem.parameter(
            code,
            new Bilingual(place + ": " + text.es(), place + ": " + text.en()),
            place,
            given == null ? null : shown(given),
            List.of()));
  }

  /** Refuses more vertices than are allowed. */
  static void checkVertices(List<Geometry> geometries, int most) {
    int vertices = geometries.stream().mapToInt(Geometry::getNumPoints).sum();
    if (vertices > most) {
      throw wrong(
          400,
          "too_many_vertices",
          new Bilingual(
              "Los polígonos tienen "
                  + vertices
                  + " vértices; se admiten "
                  + most
                  + ". Simplifíquelos.",
              "The polygons have "
                  + vertices
                  + " vertices; "
                  + most
                  + " are allowed. Simplify them."));
    }
  }

  private static ProblemException notOneQuestion(List<String> given) {
    String places = "/" + String.join(", /", given);
    return wrong(
        400,
        "ambiguous_query",
        new Bilingual(
            "El cuerpo trae a la vez " + places + ". Envíe solo uno.",
            "The body has all of " + places + " at once. Send only one."));
  }

  private static ProblemException wrong(int status, String code, Bilingual text) {
    return new ProblemException(Problem.of(status, code, text));
  }
}
