package org.yunga.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yunga.web.Answer;
import org.yunga.web.RunningServer;

/** {@code /api/v1/region-sets}: which regions there are, and where they lie. */
class RegionSetsApiTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private static final String SETS = "/api/v1/region-sets";

  @ParameterizedTest
  @CsvSource({
    "country,          political, 1,   1,  0",
    "departments,      political, 25,  25, 0",
    "provinces,        political, 39,  0,  0",
    "districts,        political, 133, 0,  0",
    "production-zones, zone,      26,  0,  19",
    "zei,              zone,      9,   0,  0",
    "field-offices,    zone,      9,   0,  0",
    "protected-areas,  zone,      5,   0,  0",
    "eradication-axes, zone,      4,   0,  0",
    "legal-zones,      zone,      1,   0,  0"
  })
  void aSetHoldsEveryRegionWithItsPlaceOrWithout(
      String id, String kind, int regions, int boundaries, int points) {
    JsonNode set = set(id);
    JsonNode features = SERVER.get(SETS + "/" + id).json().get("features");

    assertThat(set.get("kind").asText()).isEqualTo(kind);
    assertThat(set.get("regions").asInt()).isEqualTo(regions);
    assertThat(set.get("with_boundary").asInt()).isEqualTo(boundaries);
    assertThat(set.get("with_point").asInt()).isEqualTo(points);
    assertThat(set.get("bbox").isNull()).isEqualTo(boundaries + points == 0);
    assertThat(features.findValuesAsText("id")).hasSize(regions).doesNotHaveDuplicates();
    assertThat(kinds(features, "boundary", "Polygon", "MultiPolygon")).isEqualTo(boundaries);
    assertThat(kinds(features, "reference_point", "Point")).isEqualTo(points);
    assertThat(kinds(features, "none", "")).isEqualTo(regions - boundaries - points);
  }

  private static JsonNode set(String id) {
    for (JsonNode set : SERVER.get(SETS).json().get("region_sets")) {
      if (set.get("id").asText().equals(id)) {
        return set;
      }
    }
    throw new AssertionError("No set " + id);
  }

  /** How many features say they are of a kind; each must have a geometry of that kind. */
  private static int kinds(JsonNode features, String kind, String... geometries) {
    int count = 0;
    for (JsonNode feature : features) {
      if (feature.at("/properties/geometry_kind").asText().equals(kind)) {
        assertThat(feature.at("/geometry/type").asText()).isIn((Object[]) geometries);
        count++;
      }
    }
    return count;
  }

  @Test
  void everySetIsNamedInBothLanguages() {
    assertThat(SERVER.get(SETS).json().get("region_sets"))
        .hasSize(10)
        .allSatisfy(
            set -> {
              for (String text : List.of("name", "one", "definition")) {
                assertThat(set.get(text).get("es").asText()).isNotBlank();
                assertThat(set.get(text).get("en").asText()).isNotBlank();
              }
              assertThat(SERVER.get(set.get("href").asText()).status()).isEqualTo(200);
            });
  }

  @Test
  void departmentsComeWithNameParentAndArea() {
    JsonNode sanMartin = feature(SERVER.get(SETS + "/departments").json(), "22").get("properties");

    assertThat(sanMartin.get("name").asText()).isEqualTo("San Martín");
    assertThat(sanMartin.get("parent").asText()).isEqualTo("PE");
    assertThat(sanMartin.get("area_ha").asDouble()).isBetween(4_900_000.0, 5_500_000.0);
  }

  private static JsonNode feature(JsonNode collection, String id) {
    for (JsonNode feature : collection.get("features")) {
      if (feature.get("id").asText().equals(id)) {
        return feature;
      }
    }
    throw new AssertionError("No feature " + id);
  }

  @Test
  void forAMapTheBoundariesAreGeneralised() {
    Answer map = SERVER.get(SETS + "/departments");
    Answer full = SERVER.get(SETS + "/departments?detail=full");

    assertThat(map.header("Content-Type")).isEqualTo("application/geo+json");
    assertThat(map.json().get("detail").asText()).isEqualTo("map");
    assertThat(full.json().get("detail").asText()).isEqualTo("full");
    assertThat(SERVER.get(SETS + "/departments?detail=map").body()).isEqualTo(map.body());
    assertThat(map.body().length).isLessThan(full.body().length / 2);
    assertThat(vertices(map.json())).isLessThan(vertices(full.json()) * 3 / 4);
    assertThat(decimals(map.json())).isLessThanOrEqualTo(4);
    assertThat(decimals(full.json())).isLessThanOrEqualTo(6);
  }

  private static int vertices(JsonNode collection) {
    return GeoJson.positions(collection.get("features")).size();
  }

  private static int decimals(JsonNode collection) {
    return GeoJson.positions(collection.get("features")).stream()
        .flatMap(JsonNode::valueStream)
        .mapToInt(GeoJson::decimals)
        .max()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"map", "full"})
  void boundariesFollowTheRightHandRuleAtEveryDetail(String detail) {
    JsonNode collection = SERVER.get(SETS + "/departments?detail=" + detail).json();

    assertThat(collection.has("crs")).isFalse();
    for (JsonNode feature : collection.get("features")) {
      for (JsonNode polygon : GeoJson.polygons(feature.get("geometry"))) {
        assertThat(GeoJson.signedArea(polygon.get(0))).as(feature.get("id").asText()).isPositive();
      }
    }
  }

  @Test
  void sourceAndLicenceOfTheBoundariesTravelAlong() {
    JsonNode collection = SERVER.get(SETS + "/departments").json();

    assertThat(collection.get("source").asText()).contains("Natural Earth");
    assertThat(collection.get("licence").asText()).isEqualTo("Dominio público");
  }

  @Test
  void asCsvBothListsKeepTheirCodes() {
    assertThat(SERVER.get(SETS + "?f=csv").csv()).hasSize(10);
    assertThat(SERVER.get(SETS + "/departments?f=csv").csv())
        .hasSize(25)
        .anySatisfy(
            row -> {
              assertThat(row.getField("code")).isEqualTo("01");
              assertThat(row.getField("name")).isEqualTo("Amazonas");
              assertThat(row.getField("geometry_kind")).isEqualTo("boundary");
            });
  }
}
