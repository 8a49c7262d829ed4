package org.yunga.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yunga.web.RunningServer;

/** {@code /api/v1/indicators}: what there is to choose from. */
class IndicatorsApiTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private static JsonNode catalogue() {
    return SERVER.get("/api/v1/indicators").json();
  }

  /** What the app offers must be there, and what is there must be offered. */
  @Test
  void availabilityIsWhatTheFiguresSay() {
    List<String> wrong = new ArrayList<>();
    int asked = 0;
    for (JsonNode indicator : catalogue().get("indicators")) {
      for (JsonNode available : indicator.get("availability")) {
        asked++;
        String query = query(indicator, available);
        JsonNode answer = SERVER.get("/api/v1/figures?" + query).json();
        Map<Boolean, Long> reported = reported(answer);
        Set<String> periods = new TreeSet<>();
        answer.get("figures").forEach(f -> periods.add(f.get("period").asText()));
        Set<String> offered = new TreeSet<>();
        available.get("periods").forEach(period -> offered.add(period.asText()));
        if (!periods.equals(offered)
            || reported.getOrDefault(true, 0L) != available.get("figures").asLong()) {
          wrong.add(query + ": offered " + available + ", but there is " + periods + reported);
        }
      }
    }

    assertThat(asked).isGreaterThan(90);
    assertThat(wrong).isEmpty();
  }

  private static String query(JsonNode indicator, JsonNode available) {
    return "indicator="
        + indicator.get("id").asText()
        + "&region-set="
        + available.get("region_set").asText()
        + "&measure="
        + available.get("measure").asText()
        + "&series="
        + URLEncoder.encode(available.get("series").asText(), StandardCharsets.UTF_8);
  }

  /** How many cells of an answer were reported, and how many are gaps. */
  private static Map<Boolean, Long> reported(JsonNode answer) {
    long all = answer.get("figures").size();
    long gaps =
        answer.get("figures").valueStream().filter(f -> f.get("source_title").isNull()).count();
    return Map.of(true, all - gaps, false, gaps);
  }

  @Test
  void allSeriesTogetherAreWhatIsOffered() {
    for (JsonNode indicator : catalogue().get("indicators")) {
      if (!indicator.get("id").asText().equals("coca_area")) {
        continue;
      }
      Set<String> offered = new TreeSet<>();
      for (JsonNode available : indicator.get("availability")) {
        if (available.get("region_set").asText().equals("departments")) {
          offered.add(available.get("series").asText());
        }
      }
      Set<String> found =
          new TreeSet<>(
              SERVER
                  .get("/api/v1/figures?indicator=coca_area&region-set=departments")
                  .json()
                  .get("figures")
                  .findValuesAsText("series"));
      assertThat(offered).hasSize(5).isEqualTo(found);
    }
  }

  @Test
  void everyTextIsThereInBothLanguages() {
    JsonNode catalogue = catalogue();

    assertThat(catalogue.get("indicators")).hasSizeGreaterThan(40);
    for (JsonNode indicator : catalogue.get("indicators")) {
      for (String text : List.of("name", "unit_name", "definition")) {
        assertBilingual(indicator.get(text), indicator.get("id") + " " + text);
      }
      for (String language : List.of("es", "en")) {
        assertThat(indicator.at("/sentence/" + language + "/lead").asText()).isNotBlank();
        assertThat(indicator.at("/sentence/" + language + "/short").asText()).isNotBlank();
      }
    }
    for (JsonNode series : catalogue.get("series")) {
      assertBilingual(series.get("name"), series.toString());
      assertBilingual(series.get("definition"), series.toString());
    }
    for (JsonNode theme : catalogue.get("themes")) {
      assertBilingual(theme.get("name"), theme.toString());
    }
    for (JsonNode seriesBreak : catalogue.get("breaks")) {
      assertBilingual(seriesBreak.get("label"), seriesBreak.toString());
      assertBilingual(seriesBreak.get("explanation"), seriesBreak.toString());
    }
  }

  private static void assertBilingual(JsonNode text, String what) {
    assertThat(text.path("es").asText()).as(what).isNotBlank();
    assertThat(text.path("en").asText()).as(what).isNotBlank();
  }

  @Test
  void everyIdThatIsUsedIsExplained() {
    JsonNode catalogue = catalogue();
    List<String> indicators = ids(catalogue.get("indicators"));

    assertThat(ids(catalogue.get("series")))
        .containsAll(catalogue.get("indicators").findValuesAsText("series"));
    assertThat(ids(catalogue.get("themes")))
        .containsAll(catalogue.get("indicators").findValuesAsText("theme"));
    assertThat(indicators)
        .doesNotHaveDuplicates()
        .containsAll(catalogue.get("breaks").findValuesAsText("indicator"));
  }

  private static List<String> ids(JsonNode entries) {
    return entries.valueStream().map(entry -> entry.get("id").asText()).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "coca_area,           stock, sum,  latest, down, not_monitored, ha",
    "eradicated_area,     flow,  sum,  sum,    none, missing,       ha",
    "land_titling_budget, flow,  sum,  sum,    none,   missing,       PEN",
    "coca_leaf_price,     ratio, mean, mean,   none, missing,       PEN/kg"
  })
  void anIndicatorSaysHowItAddsUp(
      String id, String kind, String space, String time, String good, String absent, String unit) {
    JsonNode indicator =
        catalogue()
            .get("indicators")
            .valueStream()
            .filter(i -> i.get("id").asText().equals(id))
            .findFirst()
            .orElseThrow();

    assertThat(
            List.of("kind", "space_rule", "time_rule", "direction", "absent", "unit").stream()
                .map(field -> indicator.get(field).asText()))
        .containsExactly(kind, space, time, good, absent, unit);
  }

  @Test
  void theKnownBreaksAreData() {
    assertThat(catalogue().get("breaks"))
        .anySatisfy(
            b -> {
              assertThat(b.get("indicator").asText()).isEqualTo("coca_area");
              assertThat(b.get("after").asText()).isEqualTo("2017");
              assertThat(b.get("before").asText()).isEqualTo("2018");
              assertThat(b.get("kind").asText()).isEqualTo("method");
            });
  }

  @Test
  void asCsvThereIsOneRowAnIndicator() {
    assertThat(SERVER.get("/api/v1/indicators?f=csv").csv())
        .hasSameSizeAs(ids(catalogue().get("indicators")))
        .allSatisfy(row -> assertThat(row.getField("name_es")).isNotBlank());
  }
}
