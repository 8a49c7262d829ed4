package org.yunga.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yunga.web.Answer;
import org.yunga.web.Gdal;
import org.yunga.web.RunningServer;

/** Figures with geometry: RFC 7946, and as GDAL reads it. */
class FiguresGeoJsonTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private static final String COCA_2024 =
      "/api/v1/figures?indicator=coca_area&region-set=departments&series=DEVIDA-OPD&period=2024"
          + "&f=geojson";

  @Test
  void isAFeatureCollectionOfEveryDepartment() {
    Answer answer = SERVER.get(COCA_2024);
    JsonNode collection = answer.json();

    assertThat(answer.header("Content-Type")).isEqualTo("application/geo+json");
    assertThat(answer.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"yunga-coca_area-departments-2024-DEVIDA-OPD.geojson\"");
    assertThat(collection.get("type").asText()).isEqualTo("FeatureCollection");
    assertThat(collection.has("crs")).isFalse();
    assertThat(collection.get("features"))
        .hasSize(25)
        .allSatisfy(
            feature -> {
              assertThat(feature.get("id").isTextual()).isTrue();
              assertThat(feature.get("id")).isEqualTo(feature.at("/properties/region_code"));
              assertThat(feature.at("/properties/period").asText()).isEqualTo("2024");
            });
    assertThat(collection.get("features").findValuesAsText("id")).doesNotHaveDuplicates();
  }

  @Test
  void exteriorRingsRunCounterClockwiseHolesClockwise() {
    for (JsonNode feature : SERVER.get(COCA_2024).json().get("features")) {
      List<JsonNode> polygons = GeoJson.polygons(feature.get("geometry"));
      assertThat(polygons).as(feature.get("id").asText()).isNotEmpty();
      for (JsonNode polygon : polygons) {
        for (int ring = 0; ring < polygon.size(); ring++) {
          double area = GeoJson.signedArea(polygon.get(ring));
          assertThat(ring == 0 ? area : -area).as(feature.get("id").asText()).isPositive();
          assertThat(polygon.get(ring).get(0))
              .as("closed")
              .isEqualTo(polygon.get(ring).get(polygon.get(ring).size() - 1));
        }
      }
    }
  }

  @Test
  void coordinatesHaveAtMostSixDecimalsAndFillTheBox() {
    JsonNode collection = SERVER.get(COCA_2024).json();
    List<JsonNode> positions =
        GeoJson.positions(collection.get("features")).stream().filter(p -> p.size() == 2).toList();

    assertThat(positions)
        .hasSizeGreaterThan(1000)
        .allSatisfy(
            position ->
                assertThat(position)
                    .allSatisfy(
                        number -> assertThat(GeoJson.decimals(number)).isLessThanOrEqualTo(6)));
    assertThat(collection.get("bbox").toString())
        .isEqualTo(
            "[%s,%s,%s,%s]"
                .formatted(
                    all(positions, 0).min().orElseThrow(),
                    all(positions, 1).min().orElseThrow(),
                    all(positions, 0).max().orElseThrow(),
                    all(positions, 1).max().orElseThrow()));
  }

  private static DoubleStream all(List<JsonNode> positions, int axis) {
    ToDoubleFunction<JsonNode> number = position -> position.get(axis).asDouble();
    return positions.stream().mapToDouble(number);
  }

  @Test
  void carriesWhatAPartnerNeedsToCiteIt() {
    JsonNode collection = SERVER.get(COCA_2024).json();

    assertThat(collection.get("release").asText()).isEqualTo("1");
    assertThat(collection.at("/title/es").asText()).contains("Departamentos").endsWith("2024");
    assertThat(collection.get("sources")).isNotEmpty();
    String source = collection.at("/sources/0").asText();
    assertThat(collection.at("/citation/es").asText()).contains("Yunga", "entrega 1", source);
    assertThat(collection.at("/citation/en").asText()).contains("Yunga", "release 1", source);
    assertThat(collection.get("boundary_source").asText()).contains("Natural Earth");
    assertThat(collection.get("boundary_licence").asText()).isEqualTo("Dominio público");
  }

  @Test
  void theOnlyPeriodNeedsNotBeNamedButIsTold() {
    JsonNode collection =
        SERVER
            .get(
                "/api/v1/figures?indicator=land_titling_budget&region-set=departments"
                    + "&measure=target&f=geojson")
            .json();

    assertThat(collection.at("/title/es").asText()).endsWith("2015");
    assertThat(collection.at("/citation/en").asText()).contains("2015");
  }

  @ParameterizedTest
  @CsvSource({
    "indicator=coca_area&region-set=departments,          period, 2024",
    "indicator=coca_area&region-set=country&period=2012,  series, US-ONDCP"
  })
  void oneFeatureARegionNeedsOnePeriodAndOneSeries(String query, String parameter, String one) {
    Answer answer = SERVER.get("/api/v1/figures?f=geojson&" + query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("code").asText()).isEqualTo("ambiguous_parameter");
    assertThat(answer.json().get("parameter").asText()).isEqualTo(parameter);
    assertThat(answer.json().get("allowed")).extracting(JsonNode::asText).contains(one);
    assertThat(answer.header("Content-Disposition")).as("no download of an error").isNull();
  }

  @Test
  void regionsWithoutAPlaceHaveNullAsGeometry() {
    JsonNode collection =
        SERVER
            .get(
                "/api/v1/figures?indicator=cacao_area_assisted&region-set=field-offices"
                    + "&measure=target&period=2024&f=geojson")
            .json();

    assertThat(collection.has("bbox")).isFalse();
    assertThat(collection.get("features"))
        .hasSize(9)
        .allSatisfy(
            feature -> {
              assertThat(feature.get("geometry").isNull()).isTrue();
              assertThat(feature.at("/properties/geometry_kind").asText()).isEqualTo("none");
            });
  }

  @Test
  void zonesAreReferencePointsOrNothing() {
    JsonNode features =
        SERVER
            .get(
                "/api/v1/figures?indicator=coca_area&region-set=production-zones"
                    + "&series=DEVIDA-OPD&period=2024&f=geojson")
            .json()
            .get("features");

    assertThat(features).hasSize(26);
    for (JsonNode feature : features) {
      String kind = feature.at("/properties/geometry_kind").asText();
      assertThat(feature.at("/geometry/type").asText())
          .isEqualTo(kind.equals("reference_point") ? "Point" : "");
    }
    assertThat(features.findValuesAsText("geometry_kind")).contains("reference_point", "none");
  }

  @Test
  void gdalReadsIt(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("coca.geojson"), SERVER.get(COCA_2024).body());
    String told = Gdal.info(file.toString(), "-so");

    assertThat(told)
        .contains("Feature Count: 25", "WGS 84", "region_code: String", "value: Integer");
    Matcher extent =
        Pattern.compile("Extent: \\(([-.\\d]+), ([-.\\d]+)\\) - \\(([-.\\d]+), ([-.\\d]+)\\)")
            .matcher(told);
    assertThat(extent.find()).as(told).isTrue();
    double[] peru = {-81.3376, -18.3378, -68.6843, -0.0291};
    for (int i = 0; i < peru.length; i++) {
      assertThat(Double.parseDouble(extent.group(i + 1))).isCloseTo(peru[i], within(0.001));
    }
  }
}
