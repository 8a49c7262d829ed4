package org.yunga.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yunga.web.Answer;
import org.yunga.web.RunningServer;

class ExplanationApiTest {

  private static final String COCA = "indicator=coca_area&region-set=departments";

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private static Answer explain(String query) {
    return SERVER.get("/api/v1/figures/explanation?" + query);
  }

  @Test
  void aFigureIsToldDownToItsFile() {
    JsonNode told = explain(COCA + "&region=22&period=2024").json();
    JsonNode figure =
        SERVER.get("/api/v1/figures?" + COCA + "&period=2024&series=DEVIDA-OPD").json();

    assertThat(told.at("/making/kind").asText()).isEqualTo("reported");
    assertThat(told.get("rows")).hasSize(1);
    JsonNode row = told.at("/rows/0");
    assertThat(figure.get("figures"))
        .anySatisfy(
            one -> {
              assertThat(one.get("region_code")).isEqualTo(row.get("region_code"));
              assertThat(one.get("value")).isEqualTo(told.get("value"));
              assertThat(one.get("source_title")).isEqualTo(row.get("source_title"));
            });
    assertThat(told.at("/datasets/0/id")).isEqualTo(row.get("dataset"));
    assertThat(told.at("/datasets/0/sha256").asText()).hasSize(64);
    assertThat(told.at("/datasets/0/by").asText()).isNotBlank();
    assertThat(told.at("/breaks/0/explanation/es").asText()).isNotBlank();
    assertThat(told.get("map").asText()).contains("region=22", "release=1");
  }

  /** Every sum of every set and period is what its rows add up to, and no region is lost. */
  @ParameterizedTest
  @CsvSource({
    "coca_area, departments, 2024",
    "coca_area, departments, 2017",
    "coca_area, production-zones, 2023",
    "forest_loss, departments, 2020"
  })
  void rowsAddUpAndNobodyIsForgotten(String indicator, String set, String year) {
    String query = "indicator=" + indicator + "&region-set=" + set + "&period=" + year;
    JsonNode told = explain(query).json();
    double sum = 0;
    for (JsonNode row : told.get("rows")) {
      sum += row.get("value").asDouble();
    }

    assertThat(told.get("rows")).isNotEmpty();
    assertThat(sum).isCloseTo(told.get("value").asDouble(), within(1e-6));
    assertThat(told.get("rows").size() + told.get("left_out").size())
        .isEqualTo(SERVER.get("/api/v1/region-sets/" + set).json().get("features").size());
    assertThat(told.at("/making/words/es").asText())
        .contains(told.get("rows").size() + " ", "Yunga");
  }

  @Test
  void theTableStandsForItself() {
    Answer csv = explain(COCA + "&period=2024&f=csv");
    Answer json = explain(COCA + "&period=2024");

    assertThat(csv.header("Content-Disposition")).contains("yunga-explanation-coca_area");
    assertThat(csv.csv().get(0).getField("role")).isEqualTo("value");
    assertThat(csv.csv().get(0).getField("value")).isEqualTo(json.json().get("value").asText());
    assertThat(csv.csv().stream().filter(row -> row.getField("role").equals("added")))
        .hasSize(json.json().get("rows").size())
        .allSatisfy(row -> assertThat(row.getField("sha256")).hasSize(64));
    assertThat(csv.csv().stream().filter(row -> row.getField("role").equals("left_out")))
        .hasSize(json.json().get("left_out").size());
    assertThat(csv.csv().stream().map(row -> row.getField("role"))).contains("published");
    assertThat(
            SERVER
                .get(
                    "/api/v1/figures/explanation?" + COCA + "&period=2024&f=csv",
                    "Accept-Encoding",
                    "gzip")
                .header("X-File-Bytes"))
        .as("how large it is once saved")
        .isEqualTo("" + csv.body().length);
  }

  @Test
  void aRegionWithoutFigureIsExplainedToo() {
    JsonNode told = explain(COCA + "&region=15&period=2024").json();

    assertThat(told.at("/making/kind").asText()).isEqualTo("absent");
    assertThat(told.get("state").asText()).isEqualTo("not_monitored");
    assertThat(told.get("value").isNull()).isTrue();
    assertThat(explain(COCA + "&region=15&period=2024&f=csv").csv())
        .singleElement()
        .satisfies(row -> assertThat(row.getField("note_en")).contains("does not monitor"));
  }

  @ParameterizedTest
  @CsvSource({
    "indicator=coca_area&region-set=departments&period=1900, 400, unknown_period",
    "indicator=coca_area&region-set=departments, 400, missing_parameter",
    "indicator=coca_area&region-set=departments&region=99&period=2024, 400, unknown_region",
    "indicator=gold&region-set=departments&period=2024, 400, unknown_indicator",
    "indicator=coca_area&region-set=departments&period=2024&release=99, 404, unknown_release",
    "indicator=coca_area&region-set=departments&period=2024&zone=1, 400, unknown_parameter",
    "indicator=coca_leaf_price&region-set=zei&period=2020-04, 400, not_added"
  })
  void wrongQuestionsAreRefusedInWords(String query, int status, String code) {
    Answer answer = explain(query);

    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.json().get("code").asText()).isEqualTo(code);
    assertThat(answer.json().get("detail").asText()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"es", "en"})
  void figuresCarryCitationAndLicence(String language) {
    JsonNode told = SERVER.get("/api/v1/figures?" + COCA + "&period=2024").json();

    assertThat(told.at("/citation/" + language).asText()).contains("Yunga", "2024");
    assertThat(told.at("/datasets/0/licence").asText()).isNotBlank();
  }
}
