package org.yunga.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yunga.web.Answer;
import org.yunga.web.RunningServer;

/** {@code /api/v1/regions/{set}/{code}}: everything about one region. */
class RegionsApiTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private static JsonNode region(String setAndCode) {
    return SERVER.get("/api/v1/regions/" + setAndCode).json();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "country/PE,             Perú,       -,  boundary",
        "departments/22,         San Martín, PE, boundary",
        "departments/05,         Ayacucho,   PE, boundary",
        "production-zones/vraem, VRAEM,      -,  reference_point"
      })
  void saysWhatTheRegionIs(String setAndCode, String name, String parent, String kind) {
    JsonNode region = region(setAndCode).get("region");

    assertThat(region.get("region_set").asText() + "/" + region.get("code").asText())
        .isEqualTo(setAndCode);
    assertThat(region.get("name").asText()).isEqualTo(name);
    assertThat(region.at("/parent/code").asText(null)).isEqualTo(parent);
    assertThat(region.get("geometry_kind").asText()).isEqualTo(kind);
    assertThat(region.get("area_ha").isNumber()).isEqualTo(kind.equals("boundary"));
  }

  @Test
  void aReferencePointSaysThatItIsNoLimit() {
    JsonNode point = region("production-zones/vraem").at("/region/point");

    assertThat(point.get("longitude").asDouble()).isBetween(-75.0, -73.0);
    assertThat(point.at("/basis/es").asText()).contains("no indica los límites");
    assertThat(point.at("/basis/en").asText()).contains("nothing of the zone's limits");
  }

  @Test
  void aZoneByLawListsItsDistricts() {
    JsonNode members = region("legal-zones/vraem-ds-035-2018").at("/region/members");

    assertThat(members).hasSizeGreaterThan(30);
    assertThat(members.findValuesAsText("code"))
        .filteredOn(code -> !code.equals("null"))
        .allSatisfy(code -> assertThat(code).matches("\\d{6}"));
    assertThat(members.findValuesAsText("name")).contains("Huanta").doesNotContain("");
  }

  @Test
  void figuresAreThoseOfTheFiguresResource() {
    List<JsonNode> ofRegion = new ArrayList<>();
    for (JsonNode figure : region("departments/22").get("figures")) {
      if (figure.get("indicator").asText().equals("coca_area")) {
        ofRegion.add(figure);
      }
    }
    List<JsonNode> ofIndicator = new ArrayList<>();
    for (JsonNode figure :
        SERVER
            .get("/api/v1/figures?indicator=coca_area&region-set=departments")
            .json()
            .get("figures")) {
      if (figure.get("region_code").asText().equals("22")) {
        ofIndicator.add(((ObjectNode) figure).without("class"));
      }
    }

    assertThat(ofRegion).hasSize(13).containsExactlyInAnyOrderElementsOf(ofIndicator);
  }

  @Test
  void figuresCoverEveryIndicatorAndMeasure() {
    JsonNode figures = region("departments/22").get("figures");

    assertThat(figures.findValuesAsText("indicator"))
        .contains("coca_area", "land_titles", "land_titling_budget", "forest_loss");
    assertThat(figures.findValuesAsText("measure")).contains("actual", "target");
    assertThat(figures.findValuesAsText("region_code")).containsOnly("22");
  }

  @Test
  void partsStandBesideThePublishedFigureWithTheDifference() {
    JsonNode parts = region("departments/05").get("parts");

    assertThat(parts)
        .anySatisfy(
            part -> {
              assertThat(part.get("region_set").asText()).isEqualTo("districts");
              assertThat(part.get("period").asText()).isEqualTo("2018");
              assertThat(part.get("sum").asDouble()).isEqualTo(14303.6);
              assertThat(part.get("published").asDouble()).isEqualTo(14304);
              assertThat(part.get("difference").asDouble()).isEqualTo(-0.4);
            });
  }

  @Test
  void csvAndGeoJsonHoldTheSameFigures() {
    int figures = region("departments/05").get("figures").size();
    Answer geoJson = SERVER.get("/api/v1/regions/departments/05?f=geojson");

    assertThat(SERVER.get("/api/v1/regions/departments/05?f=csv").csv())
        .hasSize(figures)
        .allSatisfy(row -> assertThat(row.getField("region_code")).isEqualTo("05"));
    assertThat(geoJson.header("Content-Type")).isEqualTo("application/geo+json");
    assertThat(geoJson.json().get("figures")).hasSize(figures);
    assertThat(geoJson.json().get("features")).hasSize(1);
    assertThat(geoJson.json().at("/features/0/id").asText()).isEqualTo("05");
  }

  @Test
  void everyRegionOfEverySetCanBeAskedFor() {
    List<String> failed = new ArrayList<>();
    int asked = 0;
    for (JsonNode set : SERVER.get("/api/v1/region-sets").json().get("region_sets")) {
      String id = set.get("id").asText();
      JsonNode features = SERVER.get("/api/v1/region-sets/" + id).json().get("features");
      for (String code : features.findValuesAsText("id")) {
        asked++;
        Answer answer = SERVER.get("/api/v1/regions/" + id + "/" + code);
        if (answer.status() != 200 || !answer.json().at("/region/code").asText().equals(code)) {
          failed.add(id + "/" + code + " " + answer.status());
        }
      }
    }

    assertThat(asked).isEqualTo(252);
    assertThat(failed).isEmpty();
  }
}
