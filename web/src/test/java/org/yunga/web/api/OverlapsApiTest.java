package org.yunga.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yunga.web.Answer;
import org.yunga.web.RunningServer;

/** {@code /api/v1/overlaps} over the reference boundaries of departments. */
class OverlapsApiTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private static JsonNode answered(String query) {
    Answer answer = SERVER.get("/api/v1/overlaps?" + query);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  @Test
  void aSetWithItselfIsItsRegions() {
    JsonNode json = answered("region-set=departments&with=departments");

    assertThat(json.get("release").asText()).isEqualTo("1");
    assertThat(json.at("/method/es").asText()).isNotBlank();
    assertThat(json.get("without_boundary")).isEmpty();
    JsonNode regions = SERVER.get("/api/v1/region-sets/departments").json().get("features");
    for (JsonNode region : regions) {
      JsonNode properties = region.get("properties");
      List<JsonNode> rows =
          json.get("overlaps")
              .valueStream()
              .filter(row -> row.get("region_code").equals(properties.get("code")))
              .filter(row -> row.get("with_code").equals(properties.get("code")))
              .toList();
      assertThat(rows).hasSize(1);
      assertThat(rows.get(0).get("hectares").asDouble())
          .isCloseTo(properties.get("area_ha").asDouble(), within(0.06));
      assertThat(rows.get(0).get("share_of_region").asDouble()).isEqualTo(1);
      assertThat(rows.get(0).get("share_of_with").asDouble()).isEqualTo(1);
    }
  }

  @Test
  void whatASetWithoutBoundariesLeavesIsTold() {
    JsonNode json = answered("region-set=departments&with=zei&region=22");

    assertThat(json.get("overlaps")).hasSize(1);
    JsonNode rest = json.at("/overlaps/0");
    assertThat(rest.get("region_code").asText()).isEqualTo("22");
    assertThat(rest.get("with_code").isNull()).isTrue();
    assertThat(rest.get("share_of_region").asDouble()).isEqualTo(1);
    assertThat(rest.get("share_of_with").isNull()).isTrue();
    assertThat(json.get("without_boundary").size()).isPositive();
  }

  @Test
  void rowsBelowTheToleranceAreCountedAndSummed() {
    JsonNode all = answered("region-set=departments&with=departments&tolerance_ha=0");
    JsonNode large = answered("region-set=departments&with=departments&tolerance_ha=100000");

    assertThat(all.at("/slivers/count").asInt()).isZero();
    int dropped = all.get("overlaps").size() - large.get("overlaps").size();
    assertThat(dropped).isPositive();
    assertThat(large.at("/slivers/count").asInt()).isEqualTo(dropped);
    assertThat(hectares(large) + large.at("/slivers/hectares").asDouble())
        .isCloseTo(hectares(all), within(1e-3));
  }

  private static double hectares(JsonNode json) {
    return json.get("overlaps").valueStream().mapToDouble(r -> r.get("hectares").asDouble()).sum();
  }

  @Test
  void csvHasTheSameRows() {
    String csv =
        SERVER.get("/api/v1/overlaps?region-set=departments&with=departments&f=csv").text();

    assertThat(csv.lines().findFirst().orElseThrow())
        .startsWith("region_set,region_code,region_name,with_set,with_code");
    assertThat(csv.lines().count() - 1)
        .isEqualTo(answered("region-set=departments&with=departments").get("overlaps").size());
  }

  @ParameterizedTest
  @CsvSource({
    "with=departments, missing_parameter, region-set",
    "region-set=departments, missing_parameter, with",
    "region-set=departments&with=moons, invalid_parameter, with",
    "region-set=moons&with=departments, invalid_parameter, region-set",
    "region-set=departments&with=departments&tolerance_ha=-1, invalid_number, tolerance_ha",
    "region-set=departments&with=departments&tolerance_ha=NaN, invalid_number, tolerance_ha",
    "region-set=departments&with=departments&tolerance_ha=1e9, invalid_number, tolerance_ha",
    "region-set=departments&with=departments&tolerance_ha=0x1, invalid_number, tolerance_ha",
    "'region-set=departments&with=departments&tolerance_ha=1,5', invalid_number, tolerance_ha",
    "region-set=departments&with=departments&region=99, unknown_region, region",
    "region-set=departments&with=departments&f=geojson, unknown_format, f",
    "region-set=departments&with=departments&colour=1, unknown_parameter, colour"
  })
  void aWrongQuestionIsToldWhatIsAllowed(String query, String code, String parameter) {
    Answer answer = SERVER.get("/api/v1/overlaps?" + query);

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.json().get("code").asText()).isEqualTo(code);
    assertThat(answer.json().get("parameter").asText()).isEqualTo(parameter);
    assertThat(answer.json().get("detail").asText()).isNotBlank();
  }
}
