package org.yunga.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yunga.web.Answer;
import org.yunga.web.RunningServer;

class ChangesApiTest {

  private static final String COCA = "indicator=coca_area&region-set=departments";

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private static Map<String, Double> values(String period) {
    Map<String, Double> values = new HashMap<>();
    SERVER
        .get("/api/v1/figures?" + COCA + "&series=DEVIDA-OPD&period=" + period)
        .json()
        .get("figures")
        .forEach(
            figure -> {
              if (!figure.get("value").isNull()) {
                values.put(figure.get("region_code").asText(), figure.get("value").asDouble());
              }
            });
    return values;
  }

  @Test
  void isWhatTheFiguresOfBothPeriodsSay() {
    JsonNode answer = SERVER.get("/api/v1/changes?" + COCA + "&from=2020&to=2024").json();
    Map<String, Double> before = values("2020");
    Map<String, Double> after = values("2024");

    assertThat(answer.get("changes")).hasSize(25);
    double same = 0;
    double onlyAfter = 0;
    for (JsonNode change : answer.get("changes")) {
      String code = change.get("region_code").asText();
      if (before.containsKey(code) && after.containsKey(code)) {
        double difference = after.get(code) - before.get(code);
        assertThat(change.get("difference").asDouble()).isCloseTo(difference, within(1e-6));
        assertThat(change.get("percent").asDouble())
            .isCloseTo(100 * difference / before.get(code), within(1e-5));
        same += difference;
      } else {
        assertThat(change.get("difference").isNull()).as(code).isTrue();
        onlyAfter += after.getOrDefault(code, 0.0);
      }
    }
    assertThat(answer.at("/sums/difference").asDouble()).isCloseTo(same, within(1e-5));
    assertThat(answer.at("/sums/only_to/value").asDouble()).isCloseTo(onlyAfter, within(1e-5));
    assertThat(answer.get("colours")).hasSize(5);
  }

  /** 2020/2021: more zones were monitored. */
  @Test
  void tellsTheBreakInBetween() {
    JsonNode answer = SERVER.get("/api/v1/changes?" + COCA + "&from=2020&to=2022").json();

    assertThat(answer.at("/breaks/0/kind").asText()).isEqualTo("coverage");
  }

  @Test
  void comesAsTable() {
    Answer answer = SERVER.get("/api/v1/changes?" + COCA + "&from=2023&to=2024&f=csv");

    assertThat(answer.csv()).hasSize(25);
    assertThat(answer.csv().get(0).getFields().get(0)).isEqualTo("departments");
    assertThat(answer.csv().stream().filter(row -> row.getField("region_code").equals("15")))
        .singleElement()
        .satisfies(row -> assertThat(row.getField("state_to")).isEqualTo("not_monitored"))
        .satisfies(row -> assertThat(row.getField("difference")).isEmpty());
  }

  @Test
  void comesWithPlaces() {
    JsonNode answer = SERVER.get("/api/v1/changes?" + COCA + "&from=2023&to=2024&f=geojson").json();

    assertThat(answer.get("features")).hasSize(25);
    assertThat(answer.at("/features/0/geometry/type").asText()).contains("Polygon");
  }

  @ParameterizedTest
  @CsvSource({
    "from=2024&to=2023,periods_out_of_order",
    "from=2024,missing_parameter",
    "from=1900&to=2024,invalid_parameter",
    "from=2023&to=2024&series=NASA,unknown_series",
    "from=2023&to=2024&colour=red,unknown_parameter"
  })
  void refusesWhatCannotBeCompared(String parameters, String code) {
    Answer answer = SERVER.get("/api/v1/changes?" + COCA + "&" + parameters);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("code").asText()).isEqualTo(code);
  }

  @Test
  void partsOfAYearAreNotComparedWithYears() {
    Answer answer =
        SERVER.get(
            "/api/v1/changes?indicator=eradicated_area&region-set=departments&series=CORAH"
                + "&from=2015&to=2025-01-01/2025-11-26");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains("unlike_periods", "2025-11-26");
  }
}
