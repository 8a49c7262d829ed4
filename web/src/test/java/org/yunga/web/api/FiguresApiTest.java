package org.yunga.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yunga.web.RunningServer;

/** {@code /api/v1/figures}: the numbers, their states, their totals, their classes. */
class FiguresApiTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private static final String FIGURES = "/api/v1/figures?";

  private static JsonNode figures(String query) {
    return SERVER.get(FIGURES + query).json();
  }

  @ParameterizedTest
  @CsvSource({
    "land_titles,         PIRDAIS, 12200,   26000",
    "land_titling_budget, PIRDAIS, 6100000, 19412383"
  })
  void titlingTargetsOf2015AddUpToThePublishedTotal(
      String indicator, String series, long sanMartin, long six) {
    JsonNode answer =
        figures(
            "region-set=departments&measure=target&period=2015&indicator="
                + indicator
                + "&series="
                + series);

    assertThat(regions(answer)).containsEntry("22", sanMartin).hasSize(6);
    JsonNode total = answer.at("/totals/0");
    assertThat(total.get("sum").asLong()).isEqualTo(six);
    assertThat(total.get("regions").asInt()).isEqualTo(6);
    assertThat(total.at("/published/value").asLong()).isEqualTo(six);
    assertThat(total.at("/published/source_title").asText()).isNotBlank();
    assertThat(total.get("difference").asDouble()).isZero();
  }

  private static Map<String, Long> regions(JsonNode answer) {
    Map<String, Long> values = new HashMap<>();
    answer
        .get("figures")
        .forEach(f -> values.put(f.get("region_code").asText(), f.get("value").asLong()));
    return values;
  }

  @ParameterizedTest
  @CsvSource({
    "2018, 54134",
    "2019, 54655",
    "2020, 61777",
    "2021, 80681",
    "2022, 95008",
    "2023, 92784",
    "2024, 89755"
  })
  void cocaByDepartmentAddsUpToTheNationalTotalWithinTwoHectares(String year, double national) {
    JsonNode answer =
        figures("indicator=coca_area&region-set=departments&series=DEVIDA-OPD&period=" + year);

    assertThat(answer.get("totals")).hasSize(1);
    JsonNode total = answer.at("/totals/0");
    assertThat(total.at("/published/value").asDouble()).isEqualTo(national);
    assertThat(total.get("sum").asDouble()).isCloseTo(national, within(2.0));
    assertThat(total.get("difference").asDouble())
        .isCloseTo(total.get("sum").asDouble() - national, within(1e-6));
    assertThat(total.at("/not_drawn/regions").asInt()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "indicator=coca_area&region-set=departments&series=DEVIDA-OPD,       2024, 05,     value",
    "indicator=coca_area&region-set=departments&series=DEVIDA-OPD,       2024, 02,     not_monitored",
    "indicator=coca_area&region-set=departments&series=UNODC-district-sum, 2016, 06,   missing",
    "indicator=coca_area&region-set=departments&series=UNODC-district-sum, 2016, 02,   not_monitored",
    "indicator=coca_area&region-set=districts&series=DEVIDA-OPD,         2018, 221004, zero",
    "indicator=coca_area&region-set=production-zones&series=DEVIDA-OPD,  2024, monzon, missing",
    "indicator=land_titling_budget&region-set=departments&measure=target, 2015, 15,    missing",
    "indicator=cacao_area_assisted&region-set=field-offices&measure=target, 2024, oz-quillabamba, zero",
  })
  void aStateIsTheSameInEveryFormat(String query, String period, String code, String state) {
    String asked = query + "&period=" + period;
    Cell expected = new Cell(state, state.equals("zero") ? "0" : "");

    Cell json = jsonCells(figures(asked)).get(key(asked, period, code));
    Cell csv = csvCells(SERVER.get(FIGURES + asked + "&f=csv").csv()).get(key(asked, period, code));
    Cell geoJson = geoJsonCell(figures(asked + "&f=geojson"), code);

    assertThat(json.state()).isEqualTo(state);
    assertThat(csv).isEqualTo(json);
    assertThat(geoJson).isEqualTo(json);
    if (!state.equals("value")) {
      assertThat(json).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "indicator=coca_area&region-set=departments",
        "indicator=coca_area&region-set=districts",
        "indicator=coca_area&region-set=production-zones",
        "indicator=forest_loss&region-set=departments",
        "indicator=coca_leaf_price&region-set=zei"
      })
  void csvSaysOfEveryRegionWhatJsonSays(String query) {
    Map<String, Cell> json = jsonCells(figures(query));
    Map<String, Cell> csv = csvCells(SERVER.get(FIGURES + query + "&f=csv").csv());

    assertThat(json).hasSizeGreaterThan(8);
    assertThat(csv).isEqualTo(json);
  }

  /** State and value of a region, at a period, in a series. */
  private record Cell(String state, String value) {}

  private static String key(String query, String period, String code) {
    String series = query.replaceAll(".*series=([^&]+).*", "$1");
    String only = query.contains("measure=target") ? targetSeries(query) : series;
    return only + " " + period + " " + code;
  }

  private static String targetSeries(String query) {
    return query.contains("field-offices") ? "GeoCULTIVOS" : "PIRDAIS";
  }

  private static Map<String, Cell> jsonCells(JsonNode answer) {
    Map<String, Cell> cells = new HashMap<>();
    Map<String, Set<String>> periods = new HashMap<>();
    for (JsonNode f : answer.get("figures")) {
      String series = f.get("series").asText();
      String period = f.get("period").asText();
      periods.computeIfAbsent(series, s -> new HashSet<>()).add(period);
      cells.put(series + " " + period + " " + f.get("region_code").asText(), cell(f));
    }
    for (JsonNode group : answer.get("not_covered")) {
      String series = group.get("series").asText();
      for (JsonNode code : group.get("region_codes")) {
        for (String period : periods.get(series)) {
          cells.put(
              series + " " + period + " " + code.asText(),
              new Cell(group.get("state").asText(), ""));
        }
      }
    }
    return cells;
  }

  private static Map<String, Cell> csvCells(List<NamedCsvRecord> rows) {
    Map<String, Cell> cells = new HashMap<>();
    for (NamedCsvRecord row : rows) {
      cells.put(
          String.join(
              " ", row.getField("series"), row.getField("period"), row.getField("region_code")),
          new Cell(row.getField("state"), row.getField("value")));
    }
    assertThat(cells).as("no cell comes twice").hasSameSizeAs(rows);
    return cells;
  }

  private static Cell geoJsonCell(JsonNode collection, String code) {
    for (JsonNode feature : collection.get("features")) {
      if (feature.get("id").asText().equals(code)) {
        return cell(feature.get("properties"));
      }
    }
    throw new AssertionError("No feature " + code);
  }

  private static Cell cell(JsonNode f) {
    return new Cell(
        f.get("state").asText(), f.get("value").isNull() ? "" : f.get("value").asText());
  }

  @Test
  void seriesAreNeverMixedOrAdded() {
    JsonNode answer = figures("indicator=coca_area&region-set=departments");

    Map<String, Double> sums = new HashMap<>();
    for (JsonNode f : answer.get("figures")) {
      sums.merge(
          f.get("series").asText() + " " + f.get("period").asText(),
          f.get("value").asDouble(),
          Double::sum);
    }
    Map<String, Double> totals = new HashMap<>();
    for (JsonNode t : answer.get("totals")) {
      totals.put(
          t.get("series").asText() + " " + t.get("period").asText(), t.get("sum").asDouble());
    }
    assertThat(totals.keySet())
        .contains("UNODC 2017", "DEVIDA-OPD 2018", "UNODC-district-sum 2016");
    assertThat(totals).containsExactlyInAnyOrderEntriesOf(sums);
  }

  @Test
  void aSeriesThatWasAskedForComesAlone() {
    JsonNode answer = figures("indicator=coca_area&region-set=departments&series=UNODC");

    assertThat(answer.findValuesAsText("series")).isNotEmpty().containsOnly("UNODC");
    assertThat(answer.get("figures").findValuesAsText("period")).containsOnly("2017");
  }

  @Test
  void aPartOfAYearStaysOutOfTheYear() {
    JsonNode answer = figures("indicator=eradicated_area&region-set=country&series=CORAH");

    assertThat(answer.get("totals").findValuesAsText("period"))
        .as("each period has a total of its own")
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            answer.get("figures").findValuesAsText("period").stream().distinct().toList());
  }

  @Test
  void hectaresWithoutAPlaceOnTheMapAreCounted() {
    JsonNode answer =
        figures("indicator=coca_area&region-set=districts&series=DEVIDA-OPD&period=2018");

    JsonNode total = answer.at("/totals/0");
    assertThat(total.at("/not_drawn/regions")).isEqualTo(total.get("regions"));
    assertThat(total.at("/not_drawn/value")).isEqualTo(total.get("sum"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2012", "2017", "2018", "2024"})
  void oneScaleServesAllPeriodsAndSeries(String period) {
    String query = "indicator=coca_area&region-set=departments";
    JsonNode all = figures(query).get("classes");

    assertThat(figures(query + "&period=" + period).get("classes")).isEqualTo(all);
    assertThat(all.get("method").asText()).isEqualTo("fixed");
    assertThat(all.get("bounds").toString()).isEqualTo("[0,1000,5000,10000,20000,null]");
    assertThat(all.get("colours")).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "indicator=coca_area&region-set=departments",
        "indicator=coca_area&region-set=districts",
        "indicator=forest_loss&region-set=departments",
        "indicator=cacao_area_assisted&region-set=field-offices&measure=target",
        "indicator=land_titles&region-set=departments&measure=target"
      })
  void theClassOfAFigureHoldsItsValue(String query) {
    JsonNode answer = figures(query);
    JsonNode bounds = answer.at("/classes/bounds");

    assertThat(answer.at("/classes/colours")).hasSize(bounds.size() - 1);
    for (JsonNode f : answer.get("figures")) {
      if (!f.get("state").asText().equals("value")) {
        assertThat(f.get("class").isNull()).as(f.toString()).isTrue();
        continue;
      }
      int i = f.get("class").asInt(-1);
      double shown = shown(f.get("value").asDouble());
      assertThat(shown).as(f.toString()).isGreaterThanOrEqualTo(bounds.get(i).asDouble());
      if (!bounds.get(i + 1).isNull()) {
        assertThat(shown).as(f.toString()).isLessThan(bounds.get(i + 1).asDouble());
      }
    }
  }

  /** One rounding rule for label and class: no decimals from 100 up, one below. */
  private static double shown(double value) {
    return Math.abs(value) >= 100 ? Math.rint(value) : Math.rint(value * 10) / 10;
  }

  @Test
  void withoutFiguresThereAreNoClassesAndNoTotals() {
    JsonNode answer = figures("indicator=families_linked&region-set=zei&period=2024");

    assertThat(answer.get("figures")).isEmpty();
    assertThat(answer.get("totals")).isEmpty();
    assertThat(answer.get("classes").isNull()).isTrue();
  }

  @Test
  void whatCannotBeAddedHasNoTotal() {
    JsonNode answer = figures("indicator=coca_leaf_price&region-set=zei");

    assertThat(answer.get("figures")).isNotEmpty();
    assertThat(answer.get("totals")).isEmpty();
  }

  @Test
  void everyFigureNamesItsSourceAndItsDataset() {
    JsonNode answer = figures("indicator=coca_area&region-set=country");

    assertThat(answer.get("figures"))
        .isNotEmpty()
        .allSatisfy(
            f -> {
              assertThat(f.get("source_title").asText()).isNotBlank();
              assertThat(f.get("dataset").asText()).startsWith("reference@");
              assertThat(f.get("unit").asText()).isEqualTo("ha");
            });
  }
}
