package org.yunga.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yunga.geodata.reference.ReferenceData;
import org.yunga.web.Answer;

/** Questions that would take minutes are refused before they are worked on, and say why. */
class QueryWorkApiTest {

  @RegisterExtension static final PlotServer SERVER = new PlotServer(ReferenceData::install);

  private static void assertRefused(String body, int status, String code) {
    Answer answer = SERVER.ask(body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.json().get("code").asText()).isEqualTo(code);
  }

  private static String point(double x, double y) {
    return String.format(Locale.ROOT, "[%.6f,%.6f]", x, y);
  }

  private static String polygon(String corners) {
    return "{\"type\":\"Polygon\",\"coordinates\":[[" + corners + "]]}";
  }

  @Test
  void thousandsOfPointsWithABuffer() {
    Random random = new Random(1);
    String points =
        IntStream.range(0, Limits.BUFFER_PARTS + 1)
            .mapToObj(i -> point(-76 + random.nextDouble(), -8 + random.nextDouble()))
            .collect(Collectors.joining(","));

    assertRefused(
        "{\"buffer_m\":100000,\"geometry\":{\"type\":\"MultiPoint\",\"coordinates\":["
            + points
            + "]}}",
        400,
        "too_many_parts");
  }

  @Test
  void aValidOutlineWhoseEdgesAllRunPastEachOther() {
    int teeth = 3_000;
    String comb =
        IntStream.range(0, teeth)
            .mapToObj(
                i -> point(-78 + (double) i / teeth, -9) + "," + point(-76 + (i + 0.5) / teeth, -8))
            .collect(Collectors.joining(","));

    assertRefused(
        "{\"geometry\":" + polygon(comb + ",[-74,-8],[-74,-10],[-78,-10]," + point(-78, -9)) + "}",
        422,
        "too_tangled");
  }

  @Test
  void severalTangledOutlinesOfWhichEachAloneWouldBeRepaired() {
    Random random = new Random(2);
    String corners =
        IntStream.range(0, 100)
            .mapToObj(i -> point(-76 + random.nextDouble(), -8 + random.nextDouble()))
            .collect(Collectors.joining(","));
    String tangle =
        "{\"type\":\"Feature\",\"properties\":null,\"geometry\":"
            + polygon(corners + "," + corners.substring(0, corners.indexOf(']') + 1))
            + "}";
    String body = "{\"type\":\"FeatureCollection\",\"features\":[%s]}";

    assertThat(SERVER.ask(body.formatted(tangle)).status()).isEqualTo(200);
    assertRefused(
        body.formatted(String.join(",", Collections.nCopies(6, tangle))), 400, "invalid_geometry");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'type':'FeatureCollection','features':{}} | not_a_list | /features",
        "{'region':5} | not_an_object | /region",
        "{'regions':[5]} | not_an_object | /regions/0"
      })
  void whatIsOfTheWrongTypeIsNamed(String body, String code, String parameter) {
    Answer answer = SERVER.ask(body.replace('\'', '"'));

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.json().get("code").asText()).isEqualTo(code);
    assertThat(answer.json().get("parameter").asText()).isEqualTo(parameter);
  }

  @Test
  void theLimitsAreTold() {
    assertThat(SERVER.get("/api/v1/limits").json().get("buffer_parts").asInt())
        .isEqualTo(Limits.BUFFER_PARTS);
    assertThat(SERVER.get("/api/v1/limits").json().get("edge_pairs").asLong())
        .isEqualTo(Limits.EDGE_PAIRS);
  }
}
