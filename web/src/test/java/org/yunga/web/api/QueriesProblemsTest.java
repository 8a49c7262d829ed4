package org.yunga.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yunga.geodata.reference.ReferenceData;
import org.yunga.web.Answer;

/** What cannot be answered is refused with the place and the remedy, in both languages. */
class QueriesProblemsTest {

  @RegisterExtension static final PlotServer SERVER = new PlotServer(ReferenceData::install);

  private static final String GOOD = "[[[-74,-12],[-73,-12],[-73,-11],[-74,-12]]]";

  /** A body and what is said of it. */
  private record Bad(String name, int status, String code, String es, String en, String body) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static String polygon(String coordinates) {
    return "{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" + coordinates + "}}";
  }

  private static Bad of(String name, String code, String es, String en, String body) {
    return new Bad(name, 400, code, es, en, body);
  }

  private static Bad position(String name, String position, String shown) {
    String place = "/geometry/coordinates/0/1: ";
    return of(
        name,
        "invalid_geometry",
        place + "Se esperaba una posición [longitud, latitud]" + "|" + shown + "|Corrija",
        place + "A position [longitude, latitude]" + "|" + shown + "|Mend",
        polygon("[[[-74,-12]," + position + ",[-73,-11],[-74,-12]]]"));
  }

  static Stream<Bad> badBodies() {
    List<Bad> bad = new ArrayList<>();
    bad.add(position("null in a position", "[-73,null]", "[-73,null]"));
    bad.add(position("text in a position", "[\"-73\",\"-12\"]", "[\"-73\",\"-12\"]"));
    bad.add(position("a number too large", "[1e999,-12]", "-12]"));
    bad.add(position("one number only", "[-73]", "[-73]"));
    bad.add(position("null for a position", "null", "null"));
    bad.add(position("an object for a position", "{\"lon\":-73}", "lon"));
    bad.add(
        of(
            "NaN",
            "broken_json",
            "línea 1, columna|NaN|Compruebe",
            "line 1, column|NaN|Check",
            polygon("[[[-74,-12],[NaN,-12],[-73,-11],[-74,-12]]]")));
    bad.add(
        of(
            "latitude 95",
            "outside_world",
            "/geometry: |-74.0, -12.0, -73.0, 95.0|grados WGS 84",
            "/geometry: |-74.0, -12.0, -73.0, 95.0|degrees of WGS 84",
            polygon("[[[-74,-12],[-73,-12],[-73,95],[-74,-12]]]")));
    bad.add(
        of(
            "metres",
            "outside_world",
            "/geometry: |no en metros",
            "/geometry: |not metres",
            polygon("[[[500000,8600000],[510000,8600000],[510000,8610000],[500000,8600000]]]")));
    bad.add(
        of(
            "swapped axes",
            "swapped_axes",
            "/geometry: |intercámbielas",
            "/geometry: |swap them",
            polygon("[[[-12,-74],[-12,-73],[-11,-73],[-12,-74]]]")));
    bad.add(
        of(
            "zero area",
            "no_area",
            "/geometry: |Dibuje al menos tres esquinas",
            "/geometry: |Draw at least three corners",
            polygon("[[[-74,-12],[-73,-11],[-72,-10],[-74,-12]]]")));
    bad.add(
        of(
            "a misspelled distance",
            "unknown_member",
            "/Buffer_m: no se conoce|buffer_m",
            "/Buffer_m: is not known|buffer_m",
            "{\"region\":{\"region_set\":\"departments\",\"code\":\"10\"},\"Buffer_m\":5000}"));
    bad.add(
        of(
            "less than a square centimetre",
            "no_area",
            "/geometry: |Dibuje",
            "/geometry: |Draw",
            polygon("[[[-74,-12],[-73.9999999999999,-12],[-74,-11.9999999999999],[-74,-12]]]")));
    bad.add(
        of(
            "over the 180th meridian",
            "crosses_antimeridian",
            "/geometry: |Divida el polígono",
            "/geometry: |Split the polygon",
            polygon("[[[179,-12],[-179,-12],[-179,-11],[179,-11],[179,-12]]]")));
    bad.add(
        of(
            "one point four times",
            "no_area",
            "/geometry: |Dibuje",
            "/geometry: |Draw",
            polygon("[[[-74,-12],[-74,-12],[-74,-12],[-74,-12]]]")));
    bad.add(
        of(
            "two corners",
            "invalid_geometry",
            "/geometry/coordinates/0: Hay 2 posiciones y se necesitan",
            "/geometry/coordinates/0: There are 2 positions",
            polygon("[[[-74,-12],[-73,-12]]]")));
    bad.add(
        of(
            "a point",
            "not_a_polygon",
            "/geometry: Se recibió Point.|Envíe un Polygon o MultiPolygon",
            "/geometry: Got Point.|Send a Polygon or MultiPolygon",
            "{\"geometry\":{\"type\":\"Point\",\"coordinates\":[-74,-12]}}"));
    bad.add(
        of(
            "a bare point",
            "not_a_polygon",
            "/: Se recibió Point.",
            "/: Got Point.",
            "{\"type\":\"Point\",\"coordinates\":[-74,-12]}"));
    bad.add(
        of(
            "a line",
            "not_a_polygon",
            "LineString",
            "LineString",
            "{\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[-74,-12],[-73,-12]]}}"));
    bad.add(
        of(
            "a collection of geometries",
            "not_a_polygon",
            "/: Se recibió GeometryCollection.|FeatureCollection",
            "/: Got GeometryCollection.|FeatureCollection",
            "{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"Polygon\","
                + "\"coordinates\":"
                + GOOD
                + "}]}"));
    bad.add(
        of(
            "an unknown type",
            "invalid_geometry",
            "/geometry/type: |Circle",
            "/geometry/type: |Circle",
            "{\"geometry\":{\"type\":\"Circle\",\"coordinates\":[-74,-12]}}"));
    bad.add(
        of(
            "no coordinates",
            "invalid_geometry",
            "/geometry/coordinates: ",
            "/geometry/coordinates: ",
            "{\"geometry\":{\"type\":\"Polygon\"}}"));
    for (String empty : List.of("Polygon", "MultiPolygon")) {
      bad.add(
          of(
              "an empty " + empty,
              "not_a_polygon",
              empty + " sin coordenadas",
              empty + " without coordinates",
              "{\"geometry\":{\"type\":\"" + empty + "\",\"coordinates\":[]}}"));
    }
    for (String nothing : List.of("{}", "{\"geometry\":null}")) {
      bad.add(
          of(
              nothing,
              "missing_geometry",
              "/geometry: Falta la geometría. Envíe",
              "/geometry: The geometry is missing. Send",
              nothing));
    }
    bad.add(
        of(
            "a collection of 51",
            "too_many_polygons",
            "/features|1 a 50|51|Divídala",
            "/features|1 to 50|51|Split it",
            "{\"type\":\"FeatureCollection\",\"features\":["
                + String.join(",", Collections.nCopies(51, polygon(GOOD)))
                + "]}"));
    bad.add(
        of(
            "a collection of nothing",
            "no_polygons",
            "/features|Agregue",
            "/features|Add one",
            "{\"type\":\"FeatureCollection\",\"features\":[]}"));
    for (String features : List.of("null", "{}", "\"\"")) {
      bad.add(
          of(
              "a collection of " + features,
              "not_a_list",
              "/features: se espera una lista",
              "/features: a list",
              "{\"type\":\"FeatureCollection\",\"features\":" + features + "}"));
    }
    bad.add(
        of(
            "the second of a collection",
            "missing_geometry",
            "/features/1/geometry: Falta",
            "/features/1/geometry: The geometry",
            "{\"type\":\"FeatureCollection\",\"features\":[" + polygon(GOOD) + ",null]}"));
    bad.add(
        of(
            "100,001 vertices",
            "too_many_vertices",
            "100001|se admiten 100000|Simplifíquelos",
            "100001|100000 are allowed|Simplify them",
            polygon(circle(100_000))));
    bad.add(
        of(
            "a tangle of 1,500 vertices",
            "invalid_geometry",
            "/geometry: |no es válido cerca de|Repárelo",
            "/geometry: |is not valid near|Repair it",
            polygon(tangle(1_500))));
    bad.add(
        new Bad(
            "a tangle of 90,000 vertices",
            422,
            "too_tangled",
            "/geometry|minutos|Simplifíquelo",
            "/geometry|minutes|Simplify",
            polygon(tangle(90_000))));
    bad.add(
        of(
            "broken JSON",
            "broken_json",
            "línea 3, columna|Compruebe",
            "line 3, column|Check",
            "{\n\"geometry\":\n{\"type\" \"Polygon\"}}"));
    bad.add(of("half a body", "broken_json", "línea 1", "line 1", "{\"geometry\":{\"type\":"));
    bad.add(of("two bodies", "broken_json", "línea 1", "line 1", polygon(GOOD) + "{}"));
    bad.add(
        of(
            "5,000 brackets",
            "broken_json",
            "línea 1|anidado",
            "line 1|nested",
            polygon("[".repeat(5_000) + "]".repeat(5_000))));
    bad.add(of("5,000 open brackets", "broken_json", "línea", "line", "[".repeat(5_000)));
    bad.add(
        of(
            "a number of 2,000 digits",
            "broken_json",
            "línea 1",
            "line 1",
            polygon("[[[" + "7".repeat(2_000) + ",0]]]")));
    for (String other : List.of("[]", "[" + polygon(GOOD) + "]", "1", "\"x\"", "null", "", "  ")) {
      bad.add(
          of(
              "not an object: " + other,
              "not_an_object",
              "Se esperaba un objeto: {\"geometry\"",
              "An object was expected: {\"geometry\"",
              other));
    }
    bad.add(
        of(
            "a repeated name",
            "repeated_member",
            "línea 2, columna|Deje uno solo",
            "line 2, column|Leave only one",
            "{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
                + GOOD
                + "},\n\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
                + GOOD
                + "}}"));
    bad.add(
        of(
            "a region and a polygon",
            "ambiguous_query",
            "/region|Envíe solo uno",
            "/region|Send only one",
            "{\"region\":{\"region_set\":\"departments\",\"code\":\"22\"},\"geometry\":{"
                + "\"type\":\"Polygon\",\"coordinates\":"
                + GOOD
                + "}}"));
    bad.add(region("unknown_region", "/region/code", "99", "departments", "99"));
    bad.add(region("unknown_region", "/region/code", "1", "departments", "1"));
    bad.add(region("unknown_region_set", "/region/region_set", "cantons", "cantons", "22"));
    bad.add(region("unknown_region_set", "/region/region_set", "", "", ""));
    bad.add(
        of(
            "a region without members",
            "unknown_region_set",
            "/region/region_set: no existe|Use uno de: ",
            "/region/region_set: there is no|Use one of: ",
            "{\"region\":{}}"));
    for (String none : List.of("null", "[]", "\"22\"", "5")) {
      bad.add(
          of(
              "region " + none,
              "not_an_object",
              "/region: se espera",
              "/region: |is expected",
              "{\"region\":" + none + "}"));
    }
    bad.add(
        of(
            "a region without boundary",
            "no_boundary",
            "no tiene límite cargado|scripts/yunga boundaries",
            "has no boundary loaded|scripts/yunga boundaries",
            "{\"region\":{\"region_set\":\"production-zones\",\"code\":\"monzon\"}}"));
    bad.add(
        new Bad(
            "9 MB",
            413,
            "body_too_large",
            "8 MB|Simplifique",
            "8 MB|Simplify",
            polygon(GOOD) + " ".repeat(9 << 20)));
    return bad.stream();
  }

  private static Bad region(String code, String place, String given, String set, String region) {
    return of(
        place + " " + given,
        code,
        place + ": no existe '" + given + "'|Use uno de: ",
        place + ": there is no '" + given + "'|Use one of: ",
        "{\"region\":{\"region_set\":\"" + set + "\",\"code\":\"" + region + "\"}}");
  }

  /** A valid ring of so many corners, and one position more to close it. */
  private static String circle(int corners) {
    StringBuilder ring = new StringBuilder("[[");
    for (int i = 0; i <= corners; i++) {
      double angle = 2 * Math.PI * (i % corners) / corners;
      String position = "[%.8f,%.8f]";
      ring.append(i == 0 ? "" : ",")
          .append(
              String.format(
                  Locale.ROOT, position, -74 + 5 * Math.cos(angle), -9 + 5 * Math.sin(angle)));
    }
    return ring.append("]]").toString();
  }

  /** A ring that crosses itself millions of times. */
  private static String tangle(int corners) {
    Random random = new Random(1);
    StringBuilder ring = new StringBuilder("[[[-74,-9]");
    for (int i = 0; i < corners; i++) {
      ring.append(
          String.format(
              Locale.ROOT, ",[%.6f,%.6f]", -75 + random.nextDouble(), -9 + random.nextDouble()));
    }
    return ring.append(",[-74,-9]]]").toString();
  }

  @ParameterizedTest
  @MethodSource("badBodies")
  void isRefusedInWords(Bad bad) {
    for (String language : List.of("es", "en")) {
      Answer answer =
          SERVER.post(
              "/api/v1/queries",
              bad.body(),
              "Content-Type",
              "application/json",
              "Accept-Language",
              language);
      JsonNode problem = assertProblem(answer, bad.status(), bad.code());
      assertThat(answer.header("Content-Language")).isEqualTo(language);
      assertThat(problem.get("detail").asText())
          .contains((language.equals("es") ? bad.es() : bad.en()).split("\\|"));
    }
  }

  private static JsonNode assertProblem(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.text())
        .doesNotContain("Exception", "org.yunga", "jackson", "ObjectNode", "java.", "\tat ");
    JsonNode problem = answer.json();
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(problem.get("code").asText()).isEqualTo(code);
    assertThat(problem.get("title").asText()).isNotBlank();
    assertThat(problem.get("request_id").asText()).matches("[0-9a-f]{12}");
    return problem;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text/plain", "application/x-www-form-urlencoded", "application/jsonp", "x"})
  void onlyJsonIsTaken(String type) {
    Answer answer =
        SERVER.post(
            "/api/v1/queries", polygon(GOOD), "Content-Type", type, "Accept-Language", "en");
    JsonNode problem = assertProblem(answer, 415, "unsupported_media_type");

    assertThat(problem.get("detail").asText()).contains(type, "Content-Type: application/json");
  }

  @Test
  void aMissingBodyIsRefused() {
    Answer answer = SERVER.post("/api/v1/queries", "");
    JsonNode problem = assertProblem(answer, 415, "unsupported_media_type");

    assertThat(problem.get("detail").asText())
        .contains("El cuerpo falta", "Content-Type")
        .doesNotContain("null");
  }

  @Test
  void readingIsNotAllowedAndTheAnswerNamesPost() {
    Answer answer = SERVER.get("/api/v1/queries");
    JsonNode problem = assertProblem(answer, 405, "method_not_allowed");

    assertThat(answer.header("Allow")).contains("POST");
    assertThat(problem.get("detail").asText()).contains("POST");
  }

  @ParameterizedTest
  @ValueSource(strings = {"f=gpkg", "f=xlsx", "kind=coca_field", "f=json&f=json"})
  void parametersThatWouldChangeNothingAreRefused(String query) {
    Answer answer =
        SERVER.post("/api/v1/queries?" + query, polygon(GOOD), "Content-Type", "application/json");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
  }

  @Test
  void bytesThatAreNoTextAreRefused() {
    Answer answer = SERVER.ask("{\"geometry\":\"\u0000\u0001\"}");

    assertProblem(answer, 400, "broken_json");
  }

  @Test
  void theLimitsThemselvesAreAllowed() {
    String fifty =
        "{\"type\":\"FeatureCollection\",\"features\":["
            + String.join(",", Collections.nCopies(50, polygon(GOOD)))
            + "]}";
    assertThat(SERVER.ask(fifty).json().get("queries")).hasSize(50);
    JsonNode circle = SERVER.ask(polygon(circle(99_999))).json().get("queries").get(0);
    assertThat(circle.get("vertices").asInt()).isEqualTo(99_999);
    String bare = polygon(GOOD);
    String padded = bare + " ".repeat(Limits.BODY_BYTES - bare.length());
    assertThat(SERVER.ask(padded).status()).isEqualTo(200);
  }

  @Test
  void withoutPlotsTheAreaIsToldAndThereAreNoTotals() {
    JsonNode answer = SERVER.ask(polygon(GOOD)).json();
    JsonNode query = answer.get("queries").get(0);

    assertThat(answer.get("synthetic").asBoolean()).isFalse();
    assertThat(query.get("area_ha").asDouble()).isPositive();
    assertThat(query.get("vertices").asInt()).isEqualTo(3);
    assertThat(query.get("totals")).isEmpty();
    assertThat(query.get("border_plots").asInt()).isZero();
    assertThat(SERVER.get("/api/v1/info").json().get("plots").isNull()).isTrue();
    JsonNode totals = SERVER.get("/api/v1/totals?region-set=departments&kind=coca_field").json();
    assertThat(totals.get("totals")).isEmpty();
    assertThat(totals.get("outside").isNull()).isTrue();
  }

  @Test
  void aRegionOfTheReferenceDataIsAnswered() {
    JsonNode query =
        SERVER
            .ask("{\"region\":{\"region_set\":\"departments\",\"code\":\"22\"}}")
            .json()
            .get("queries")
            .get(0);

    assertThat(query.get("area_ha").asDouble()).isBetween(4.5e6, 5.5e6);
  }
}
