package org.yunga.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yunga.web.Answer;
import org.yunga.web.RunningServer;

/** Every wrong request is answered with problem details (RFC 9457), never with a failure. */
class ProblemsTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private static final String FIGURES =
      "/api/v1/figures?indicator=coca_area&region-set=departments";

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // path,                                          status, code,      parameter,  given,
        // allowed
        "/nothing,                                        404, not_found,           -,          -,    -",
        "/api/v1/nothing,                                 404, not_found,           -,          -,    -",
        "/api/v1/regions/departments,                     404, not_found,           -,          -,    -",
        "/app/nothing.js,                                 404, not_found,           -,          -,    -",
        "/v/0/app/nothing.js,                             404, not_found,           -,          -,    -",
        "/api/v1/region-sets/cantons,                     404, unknown_region_set,  region-set, cantons, zei",
        "/api/v1/regions/cantons/22,                      404, unknown_region_set,  region-set, cantons, zei",
        "/api/v1/regions/departments/99,                  404, unknown_region,      region,     99,   22",
        "/api/v1/regions/departments/1,                   404, unknown_region,      region,     1,    01",
        "/api/v1/figures,                                 400, missing_parameter,   indicator,  -,    coca_area",
        "/api/v1/figures?indicator=&region-set=zei,       400, missing_parameter,   indicator,  -,    coca_area",
        "/api/v1/figures?indicator=coca_area,             400, missing_parameter,   region-set, -,    departments",
        "/api/v1/figures?indicator=coke&region-set=zei,   400, unknown_indicator,   indicator,  coke, coca_area",
        "/api/v1/figures?indicator=coca_area&region-set=x, 400, unknown_region_set, region-set, x,    districts",
        "{figures}&series=NOBODY,                         400, unknown_series,      series,     NOBODY, UNODC",
        "{figures}&period=1990,                           400, unknown_period,      period,     1990, 2024",
        "{figures}&period=1990-01-01/1990-12-31,          400, unknown_period,      period,     1990-01-01/1990-12-31, 2024",
        "{figures}&series=UNODC&period=2024,              400, unknown_period,      period,     2024, 2017",
        "{figures}&period=yesterday,                      400, invalid_period,      period,     yesterday, -",
        "{figures}&period=2024-13,                        400, invalid_period,      period,     2024-13, -",
        "{figures}&period=2024/2020,                      400, invalid_period,      period,     2024/2020, -",
        "{figures}&measure=wish,                          400, invalid_parameter,   measure,    wish, target",
        "{figures}&measure=ACTUAL,                        400, invalid_parameter,   measure,    ACTUAL, actual",
        "{figures}&f=docx,                                400, unknown_format,      f,          docx, csv-excel",
        "{figures}&f=,                                    400, unknown_format,      f,          '',   json",
        "{figures}&perod=2024,                            400, unknown_parameter,   perod,      -,    period",
        "{figures}&period=2023&period=2024,               400, repeated_parameter,  period,     '2023, 2024', -",
        "{figures}&f=csv&f=json,                          400, repeated_parameter,  f,          'csv, json', -",
        "/api/v1/region-sets/departments?detail=some,     400, invalid_parameter,   detail,     some, full",
        "/api/v1/region-sets/departments?f=json,          400, unknown_format,      f,          json, geojson",
        "/api/v1/info?verbose=1,                          400, unknown_parameter,   verbose,    -,    f",
        "/api/v1?f=html,                                  400, unknown_format,      f,          html, json"
      })
  void saysWhatWasGivenAndWhatIsAllowed(
      String path, int status, String code, String parameter, String given, String allowed) {
    Answer answer = SERVER.get(path.replace("{figures}", FIGURES));
    JsonNode problem = assertProblem(answer, status);

    assertThat(problem.get("code").asText()).isEqualTo(code);
    assertThat(problem.path("parameter").asText(null)).isEqualTo(parameter);
    assertThat(problem.path("given").asText(null)).isEqualTo(given);
    if (allowed != null) {
      assertThat(problem.get("allowed")).extracting(JsonNode::asText).contains(allowed);
    }
    if (given != null) {
      assertThat(problem.get("detail").asText()).contains(given);
    }
  }

  /** Checks what all problems have in common. */
  private static JsonNode assertProblem(Answer answer, int status) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("Content-Disposition")).isNull();
    JsonNode problem = answer.json();
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(problem.get("title").asText()).isNotBlank();
    assertThat(problem.get("detail").asText()).isNotBlank().doesNotContain("null");
    assertThat(problem.get("code").asText()).matches("[a-z]+(_[a-z]+)*");
    assertThat(problem.get("request_id").asText()).matches("[0-9a-f]{12}");
    assertThat(answer.text())
        .doesNotContain("Exception", "org.yunga", "io.javalin", "jetty", "java.", "\tat ");
    return problem;
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      value = {
        "-                       | es | No encontrado | No hay nada en /nothing",
        "es-PE                   | es | No encontrado | No hay nada en /nothing",
        "en                      | en | Not found     | There is nothing at /nothing",
        "en-GB,en;q=0.9,es;q=0.8 | en | Not found     | There is nothing at /nothing",
        "en;q=0.3, es;q=0.9      | es | No encontrado | No hay nada en /nothing",
        "qu, en;q=0.5            | en | Not found     | There is nothing at /nothing",
        "qu                      | es | No encontrado | No hay nada en /nothing",
        "en;q=0                  | es | No encontrado | No hay nada en /nothing"
      })
  void speaksTheLanguageOfTheReaderSpanishByDefault(
      String acceptLanguage, String language, String title, String detail) {
    Answer answer =
        acceptLanguage == null
            ? SERVER.get("/nothing")
            : SERVER.get("/nothing", "Accept-Language", acceptLanguage);

    assertThat(answer.header("Content-Language")).isEqualTo(language);
    assertThat(answer.json().get("title").asText()).isEqualTo(title);
    assertThat(answer.json().get("detail").asText()).startsWith(detail);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "indicator=coke&region-set=zei | No existe el indicador 'coke'. Hay: coca_area, | There is no indicator 'coke'. There are: coca_area,",
        "indicator=coca_area           | Falta el parámetro 'region-set'.               | The parameter 'region-set' is missing.",
        "perod=1                       | El parámetro 'perod' no existe aquí.           | There is no parameter 'perod' here.",
        "indicator=coca_area&region-set=departments&f=geojson | Para GeoJSON indique un solo valor de 'period'. | For GeoJSON give one 'period'."
      })
  void theSameMistakeIsExplainedInBothLanguages(String query, String spanish, String english) {
    String path = "/api/v1/figures?" + query;

    assertThat(assertProblem(SERVER.get(path), 400).get("detail").asText()).contains(spanish);
    assertThat(assertProblem(SERVER.get(path, "Accept-Language", "en"), 400).get("detail").asText())
        .contains(english);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "TRACE", "BREW"})
  void onlyReadingIsAllowed(String method) {
    for (String path : new String[] {"/api/v1/info", "/api/v1/region-sets/departments", "/"}) {
      Answer answer = SERVER.client().send(method, path);

      JsonNode problem = assertProblem(answer, 405);
      assertThat(answer.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
      assertThat(problem.get("code").asText()).isEqualTo("method_not_allowed");
      assertThat(problem.get("given").asText()).isEqualTo(method);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/v1/info                      | image/png                       | application/json",
        "/api/v1/info                      | application/json;q=0, */*       | application/json",
        "/api/v1/info                      | application/json;q=abc          | application/json",
        "/api/v1/info                      | nonsense                        | application/json",
        "/api/v1/region-sets/departments   | application/xml                 | application/geo+json",
        "/api/v1/region-sets               | application/geo+json            | text/csv"
      })
  void aFormatThatIsNotThereIs406(String path, String accept, String allowed) {
    JsonNode problem = assertProblem(SERVER.get(path, "Accept", accept), 406);

    assertThat(problem.get("code").asText()).isEqualTo("not_acceptable");
    assertThat(problem.get("parameter").asText()).isEqualTo("Accept");
    assertThat(problem.get("allowed")).extracting(JsonNode::asText).contains(allowed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*/*                                         | application/json",
        "text/html,application/xhtml+xml,*/*;q=0.8   | application/json",
        "Application/GEO+JSON                        | application/geo+json",
        "text/*                                      | text/csv; charset=utf-8",
        "application/json;q=0.2, text/csv;q=0.9      | text/csv; charset=utf-8",
        "text/csv;q=0, */*;q=0.1                     | application/json",
        "text/csv;q=0, application/geo+json;q=0.1    | application/geo+json",
        ";                                           | application/json",
        "';;;,,,'                                    | application/json",
        ",                                           | application/json"
      })
  void theBestFormatThatIsAcceptedIsSent(String accept, String contentType) {
    Answer answer = SERVER.get(FIGURES + "&period=2024", "Accept", accept);

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo(contentType);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", ";", ",", "*", "en;q=x", "q=;;", "ñ", "x-y-z-", "--", "en--US"})
  void aBrokenAcceptLanguageIsReadAsSpanish(String header) {
    Answer answer = SERVER.client().raw("/nothing", "Accept-Language: " + header);

    assertThat(assertProblem(answer, 404).get("title").asText()).isEqualTo("No encontrado");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/figures?indicator=%zz&region-set=zei,                     malformed_query",
    "/api/v1/figures?indicator=coca_area&region-set=departments&series=%, malformed_query",
    "/api/v1/info?%zz=1,                                               malformed_query",
    "/api/v1/regions/departments/%zz,                                  malformed_request",
    "/api/v1/regions/departments/%00,                                  malformed_request",
    "/api\\v1\\info,                                                   malformed_request",
    "/app/%2e%2e/%2e%2e/etc/passwd,                                    malformed_request",
    "http://elsewhere/api/v1/info,                                     malformed_request"
  })
  void whatCannotBeReadIsNotGuessed(String target, String code) {
    JsonNode problem = assertProblem(SERVER.client().raw(target), 400);

    assertThat(problem.get("code").asText()).isEqualTo(code);
  }

  @Test
  void whoseLanguageCannotBeReadGetsBoth() {
    Answer answer = SERVER.client().raw("/%zz", "Accept-Language: en");

    assertThat(answer.json().get("detail").asText())
        .contains("No se pudo leer la solicitud", "The request could not be read");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/app/../pom.xml",
        "/app/../../../../../../etc/passwd",
        "/app/..%2f..%2fetc/passwd",
        "/app/..\\..\\etc\\passwd",
        "/v/0/../../etc/passwd",
        "/v/0/app/../../secret",
        "/lib/leaflet/../../../../org/yunga/web/Main.class",
        "/app//js/app.js",
        "/app/",
        "//etc/passwd"
      })
  void nothingButItsOwnFilesIsServed(String target) {
    Answer answer = SERVER.client().raw(target);

    assertThat(answer.status()).isIn(400, 404);
    assertProblem(answer, answer.status());
    assertThat(answer.text()).doesNotContain("root:");
  }

  @Test
  void aVeryLongAddressIsRefusedInWords() {
    JsonNode problem =
        assertProblem(SERVER.client().raw(FIGURES + "&series=" + "x".repeat(20_000)), 414);

    assertThat(problem.get("code").asText()).isEqualTo("malformed_request");
  }

  @Test
  void aVeryLongValueIsAnUnknownValue() {
    JsonNode problem = assertProblem(SERVER.get(FIGURES + "&series=" + "x".repeat(4_000)), 400);

    assertThat(problem.get("code").asText()).isEqualTo("unknown_series");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{figures}&period=2024&",
        "{figures}&period=2024&&",
        "&{query}",
        "{figures}&series=&period=",
        "{figures}&period",
        "{figures}&period=2024-01-01/2024-12-31",
        "/?indicator=%00",
        "/?indicator=%zz&period=%",
        "/?period=9999999999999&region-set=../..&series=%F0%9F%8C%BF",
        "/?lang=xx&lang=en&indicator=a&indicator=b",
        "/api/v1/info?",
        "/api/v1/info/"
      })
  void strangeButHarmlessIsAnswered(String target) {
    String query = FIGURES.substring(FIGURES.indexOf('?') + 1);
    Answer answer =
        SERVER
            .client()
            .raw(
                target
                    .replace("{figures}", FIGURES)
                    .replace("&{query}", "/api/v1/figures?&" + query));

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "series=%00",
        "series=%F0%9F%8C%BF",
        "series=%FF%FE",
        "series='%3B%20DROP%20TABLE%20figure%3B--",
        "period=%D9%A2%D9%A0%D9%A2%D9%A4",
        "period=0000",
        "period=-2024",
        "period=2024%2F2024%2F2024",
        "period=/",
        "%00=1",
        "=1",
        "indicator%5B%5D=coca_area",
        "measure=%20actual",
        "f=JSON"
      })
  void strangeValuesAreTheReadersMistakeNotOurs(String parameter) {
    assertProblem(SERVER.client().raw(FIGURES + "&" + parameter), 400);
  }

  @Test
  void headOfAProblemHasItsStatusAndNoBody() {
    Answer answer = SERVER.client().send("HEAD", "/api/v1/regions/departments/99");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.body()).isEmpty();
  }
}
