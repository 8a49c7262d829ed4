package org.yunga.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.plot.Plot;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;
import org.yunga.core.space.EqualAreaFrame;
import org.yunga.geodata.sample.SampleData;
import org.yunga.web.Answer;

/** Plots by all regions of a set: what is in regions and what is outside make the whole. */
class PlotTotalsApiTest {

  private static final int COUNT = 3_000;
  private static final long SEED = 5;
  private static final List<Plot> PLOTS = BruteForce.samplePlots(COUNT, SEED);
  private static final BruteForce BRUTE_FORCE = new BruteForce(PLOTS);
  private static final List<String> KINDS =
      List.of("coca_field", "eradicated_field", "titled_parcel", "reforested_lot");

  /** Two squares side by side: much lies outside of both. */
  private static final Map<String, Envelope> PROVINCES =
      Map.of(
          "0504", new Envelope(-74.5, -73.8, -13, -12), "0809", new Envelope(-73.8, -73, -13, -12));

  @RegisterExtension
  static final PlotServer SERVER =
      new PlotServer(
          store -> {
            SampleData data = new SampleData();
            store.publish(data.words());
            store.publish(data.delivery(COUNT, SEED, data.plots(COUNT, SEED)));
            store.publish(provinces());
          });

  private static Delivery provinces() {
    List<Region> regions = new ArrayList<>();
    PROVINCES.forEach(
        (code, box) -> {
          Geometry square = square(box);
          regions.add(
              new Region(
                  new RegionRef("provinces", code),
                  "Provincia " + code,
                  Optional.empty(),
                  Optional.empty(),
                  new Place.Boundary(square, EqualAreaFrame.hectares(square)),
                  List.of()));
        });
    return Delivery.ofRegions(
        Dataset.of(
            Dataset.BOUNDARIES + "provinces", "Prueba", "Prueba", "CC0", "p", "cd".repeat(32)),
        regions);
  }

  private static Geometry square(Envelope box) {
    return new GeometryFactory().toGeometry(box);
  }

  private static String path(String set, String kind) {
    return "/api/v1/totals?region-set=" + set + "&kind=" + kind;
  }

  private static JsonNode json(String path) {
    Answer answer = SERVER.get(path);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  @ParameterizedTest
  @ValueSource(strings = {"country", "departments", "provinces"})
  void regionsAndOutsideMakeTheWhole(String set) {
    Map<String, BruteForce.Sum> whole = BRUTE_FORCE.whole();
    for (String kind : KINDS) {
      JsonNode answer = json(path(set, kind));
      Map<Integer, Double> hectares = new HashMap<>();
      Map<Integer, Long> counts = new HashMap<>();
      List<JsonNode> rows = new ArrayList<>();
      answer.get("totals").forEach(rows::add);
      answer.get("outside").forEach(rows::add);
      for (JsonNode row : rows) {
        hectares.merge(row.get("year").asInt(), row.get("hectares").asDouble(), Double::sum);
        counts.merge(row.get("year").asInt(), row.get("count").asLong(), Long::sum);
      }
      assertThat(counts).hasSize(15);
      for (int year = 2010; year <= 2024; year++) {
        BruteForce.Sum sum = whole.get(BruteForce.key(kind, year));
        assertThat(counts.get(year)).as(kind + year).isEqualTo(sum.count());
        assertThat(hectares.get(year))
            .isCloseTo(sum.hectares(), within(1e-9 * sum.hectares() + 26 * 1e-8));
      }
    }
  }

  @Test
  void eachRegionHasWhatLiesInIt() {
    for (Map.Entry<String, Envelope> province : PROVINCES.entrySet()) {
      Map<String, BruteForce.Sum> expected = BRUTE_FORCE.inside(square(province.getValue()));
      for (String kind : KINDS) {
        List<JsonNode> rows =
            json(path("provinces", kind))
                .get("totals")
                .valueStream()
                .filter(row -> row.get("region_code").asText().equals(province.getKey()))
                .toList();
        assertThat(rows).hasSize(15);
        for (JsonNode row : rows) {
          BruteForce.Sum sum = expected.get(BruteForce.key(kind, row.get("year").asInt()));
          assertThat(row.get("count").asLong()).isEqualTo(sum.count());
          assertThat(row.get("hectares").asDouble())
              .isCloseTo(sum.hectares(), within(1e-9 * sum.hectares() + 2e-8));
          assertThat(row.get("border_hectares").asDouble())
              .isBetween(0.0, row.get("hectares").asDouble());
        }
      }
    }
  }

  @Test
  void jsonSaysWhatItIs() {
    JsonNode answer = json(path("departments", "coca_field") + "&year=2024");

    assertThat(answer.get("release").asText()).isEqualTo("3");
    assertThat(answer.get("synthetic").asBoolean()).isTrue();
    assertThat(answer.get("region_set").asText()).isEqualTo("departments");
    assertThat(answer.get("kind").asText()).isEqualTo("coca_field");
    assertThat(answer.get("totals")).hasSize(25);
    assertThat(answer.get("outside")).hasSize(1);
    assertThat(answer.get("totals"))
        .allSatisfy(row -> assertThat(row.get("year").asInt()).isEqualTo(2024));
    JsonNode ayacucho =
        answer
            .get("totals")
            .valueStream()
            .filter(row -> row.get("region_code").asText().equals("05"))
            .findFirst()
            .orElseThrow();
    assertThat(ayacucho.get("region_name").asText()).isEqualTo("Ayacucho");
    assertThat(ayacucho.get("state").asText()).isEqualTo("value");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hectares", "count"})
  void classesAreOneScaleForAllYears(String measure) {
    String field = measure + "_class";
    JsonNode all = json(path("departments", "coca_field"));
    JsonNode one = json(path("departments", "coca_field") + "&year=2012");

    JsonNode classes = all.get("classes").get(measure);
    assertThat(one.get("classes").get(measure)).isEqualTo(classes);
    assertThat(classes.get("colours")).hasSize(classes.get("bounds").size() - 1);
    for (JsonNode row : all.get("totals")) {
      if (row.get("state").asText().equals("zero")) {
        assertThat(row.has(field)).isFalse();
      } else {
        int index = row.get(field).asInt();
        JsonNode bounds = classes.get("bounds");
        double label = measure.equals("count") ? 0 : 0.5; // values are classed as their labels say
        assertThat(row.get(measure).asDouble())
            .isGreaterThanOrEqualTo(bounds.get(index).asDouble() - label);
        if (!bounds.get(index + 1).isNull()) {
          assertThat(row.get(measure).asDouble())
              .isLessThan(bounds.get(index + 1).asDouble() + label);
        }
      }
    }
  }

  @Test
  void zonesMayOverlapSoThatNothingIsSaidOfOutside() {
    JsonNode answer = json(path("production-zones", "coca_field"));

    assertThat(answer.get("totals")).as("only points of reference").isEmpty();
    assertThat(answer.get("outside").isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "csv-excel"})
  void csvHasTheSameRows(String format) {
    JsonNode json = json(path("provinces", "coca_field"));
    Answer answer = SERVER.get(path("provinces", "coca_field") + "&f=" + format);

    assertThat(answer.header("Content-Type")).isEqualTo("text/csv; charset=utf-8");
    assertThat(answer.header("Content-Disposition"))
        .contains("yunga-plots-coca_field-provinces.csv");
    assertThat(answer.text().startsWith("\uFEFF")).isEqualTo(format.equals("csv-excel"));
    List<NamedCsvRecord> rows = answer.csv();
    assertThat(rows).hasSize(json.get("totals").size() + json.get("outside").size());
    for (int i = 0; i < rows.size(); i++) {
      int inRegions = json.get("totals").size();
      boolean isOutside = i >= inRegions;
      JsonNode expected =
          isOutside ? json.get("outside").get(i - inRegions) : json.get("totals").get(i);
      NamedCsvRecord row = rows.get(i);
      assertThat(row.getField("region_code"))
          .isEqualTo(isOutside ? "" : expected.get("region_code").asText());
      assertThat(row.getField("year")).isEqualTo(expected.get("year").asText());
      assertThat(row.getField("count")).isEqualTo(expected.get("count").asText());
      assertThat(Double.parseDouble(row.getField("hectares")))
          .isEqualTo(expected.get("hectares").asDouble());
      assertThat(row.getField("synthetic")).isEqualTo("true");
      assertThat(row.getField("kind")).isEqualTo("coca_field");
    }
  }

  @Test
  void geoJsonHasOneFeatureForEachRegion() {
    Answer answer = SERVER.get(path("departments", "coca_field") + "&year=2024&f=geojson");
    JsonNode rows = json(path("departments", "coca_field") + "&year=2024").get("totals");

    assertThat(answer.header("Content-Type")).isEqualTo("application/geo+json");
    JsonNode collection = answer.json();
    assertThat(collection.get("synthetic").asBoolean()).isTrue();
    assertThat(collection.get("features")).hasSize(25);
    for (int i = 0; i < 25; i++) {
      JsonNode properties = collection.get("features").get(i).get("properties");
      assertThat(properties.get("code")).isEqualTo(rows.get(i).get("region_code"));
      assertThat(properties.get("hectares")).isEqualTo(rows.get(i).get("hectares"));
      assertThat(properties.get("count")).isEqualTo(rows.get(i).get("count"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "kind=coca_field                                      | missing_parameter  | region-set | departments",
        "region-set=departments                               | missing_parameter  | kind       | coca_field",
        "region-set=departments&kind=coca                     | unknown_kind       | kind       | titled_parcel",
        "region-set=departments&kind=COCA_FIELD               | unknown_kind       | kind       | coca_field",
        "region-set=cantons&kind=coca_field                   | unknown_region_set | region-set | zei",
        "region-set=departments&kind=coca_field&year=2009     | unknown_year       | year       | 2010",
        "region-set=departments&kind=coca_field&year=mil      | unknown_year       | year       | 2024",
        "region-set=departments&kind=coca_field&year=02024    | unknown_year       | year       | 2024",
        "region-set=departments&kind=coca_field&f=geojson     | missing_parameter  | year       | 2024",
        "region-set=departments&kind=coca_field&f=docx        | unknown_format     | f          | csv",
        "region-set=departments&kind=coca_field&years=2024    | unknown_parameter  | years      | year",
        "region-set=departments&kind=coca_field&kind=coca     | repeated_parameter | kind       | -"
      })
  void wrongParametersAreNamed(String query, String code, String parameter, String allowed) {
    for (String language : List.of("es", "en")) {
      Answer answer = SERVER.get("/api/v1/totals?" + query, "Accept-Language", language);
      assertThat(answer.status()).as(answer.text()).isEqualTo(400);
      assertThat(answer.header("Content-Disposition")).isNull();
      assertThat(answer.header("Content-Language")).isEqualTo(language);
      JsonNode problem = answer.json();
      assertThat(problem.get("detail").asText()).isNotBlank().doesNotContain("null");
      assertThat(problem.get("code").asText()).isEqualTo(code);
      assertThat(problem.get("parameter").asText()).isEqualTo(parameter);
      if (allowed != null) {
        assertThat(problem.get("allowed")).extracting(JsonNode::asText).contains(allowed);
      }
    }
  }

  @Test
  void infoTellsOfThePlots() {
    JsonNode info = json("/api/v1/info");

    assertThat(info.get("synthetic").asBoolean()).isTrue();
    assertThat(info.at("/plots/count").asInt()).isEqualTo(COUNT);
    assertThat(info.at("/plots/years")).hasSize(15);
    assertThat(info.at("/plots/years/0").asInt()).isEqualTo(2010);
    assertThat(info.at("/plots/kinds"))
        .extracting(kind -> kind.get("id").asText())
        .containsExactlyInAnyOrderElementsOf(KINDS);
    assertThat(info.at("/plots/kinds/0/name/es").asText()).isEqualTo("Campos de coca");
    assertThat(info.get("datasets"))
        .extracting(dataset -> dataset.get("key").asText())
        .containsExactly("synthetic/words", "synthetic/plots", "boundaries/provinces");
  }

  @Test
  void aStoreOfMadeUpPlotsHasNoFigures() {
    assertThat(json("/api/v1/indicators").get("indicators"))
        .isNotEmpty()
        .allSatisfy(indicator -> assertThat(indicator.get("availability")).isEmpty());
  }

  @Test
  void limitsAreTold() {
    JsonNode limits = json("/api/v1/limits");

    assertThat(limits.get("query_vertices").asInt()).isEqualTo(100_000);
    assertThat(limits.get("query_polygons").asInt()).isEqualTo(50);
    assertThat(limits.get("query_bytes").asInt()).isEqualTo(8_388_608);
    assertThat(limits.get("fewest_plots_told").asInt()).isEqualTo(3);
  }
}
