package org.yunga.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.yunga.core.plot.Plot;
import org.yunga.core.space.EqualAreaFrame;
import org.yunga.core.space.GeodesicBuffer;
import org.yunga.geodata.read.GeoJsonGeometry;
import org.yunga.geodata.sample.SampleData;
import org.yunga.web.Answer;

/** Buffers, several regions, unions and echoes in questions about plots. */
class QueryGroundsApiTest {

  private static final int COUNT = 3_000;
  private static final long SEED = 5;
  private static final List<Plot> PLOTS = BruteForce.samplePlots(COUNT, SEED);
  private static final BruteForce BRUTE_FORCE = new BruteForce(PLOTS);
  private static final double X = PLOTS.get(0).geometry().getCoordinate().x;
  private static final double Y = PLOTS.get(0).geometry().getCoordinate().y;

  @RegisterExtension
  static final PlotServer SERVER =
      new PlotServer(
          store -> {
            SampleData data = new SampleData();
            store.publish(data.words());
            store.publish(data.delivery(COUNT, SEED, data.plots(COUNT, SEED)));
          });

  private static JsonNode answered(String body) {
    Answer answer = SERVER.ask(body.replace('\'', '"'));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private static void assertAnswers(JsonNode query, Geometry ground) {
    double area = EqualAreaFrame.hectares(ground);
    assertThat(query.get("area_ha").asDouble()).isCloseTo(area, within(1e-9 * area + 1e-8));
    BruteForce.assertSame(query.get("totals"), BRUTE_FORCE.inside(ground));
  }

  private static Geometry wkt(String text) {
    try {
      return new WKTReader().read(text);
    } catch (ParseException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static final String TWO_PLACES =
      "{'type':'FeatureCollection','features':["
          + "{'type':'Feature','properties':{},'geometry':{'type':'Point','coordinates':[%1$s,%2$s]}},"
          + "{'type':'Feature','properties':{},'geometry':{'type':'Point','coordinates':[-75,-9]}}],"
          + "'buffer_m':20000}";

  private static Answer asked(String body, String query) {
    Answer answer = SERVER.ask(body.formatted(X, Y).replace('\'', '"'), query);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer;
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "csv-excel"})
  void asATableARowForEachGroundKindAndYear(String format) {
    JsonNode json = asked(TWO_PLACES, "").json();
    Answer table = asked(TWO_PLACES, "?f=" + format);
    assertThat(table.header("Content-Type")).startsWith("text/csv");
    assertThat(table.header("Content-Disposition")).contains("yunga-query.csv");
    assertThat(table.text().startsWith("\uFEFF")).isEqualTo(format.equals("csv-excel"));

    List<NamedCsvRecord> rows = table.csv();
    int next = 0;
    for (int query = 0; query < 2; query++) {
      for (JsonNode total : json.at("/queries/" + query + "/totals")) {
        NamedCsvRecord row = rows.get(next++);
        assertThat(row.getFields().get(0)).endsWith(String.valueOf(query + 1));
        assertThat(row.getField("area_ha"))
            .isEqualTo(json.at("/queries/" + query + "/area_ha").asText());
        assertThat(row.getField("buffer_m")).isEqualTo("20000");
        assertThat(row.getField("synthetic")).isEqualTo("true");
        total
            .properties()
            .forEach(
                field ->
                    assertThat(row.getField(field.getKey())).isEqualTo(field.getValue().asText()));
      }
    }
    assertThat(rows).hasSize(next);
  }

  @Test
  void asGeoJsonAFeatureForEachGround() {
    JsonNode json = asked(TWO_PLACES, "").json();
    Answer features = asked(TWO_PLACES, "?f=geojson");
    assertThat(features.header("Content-Type")).isEqualTo("application/geo+json");
    assertThat(features.json().get("synthetic").asBoolean()).isTrue();
    assertThat(features.json().get("features")).hasSize(2);
    for (int query = 0; query < 2; query++) {
      JsonNode feature = features.json().at("/features/" + query);
      JsonNode same = json.at("/queries/" + query);
      assertThat(feature.at("/properties/totals")).isEqualTo(same.get("totals"));
      assertThat(feature.at("/properties/area_ha")).isEqualTo(same.get("area_ha"));
      double area = same.get("area_ha").asDouble();
      assertThat(
              EqualAreaFrame.hectares(
                  GeoJsonGeometry.read(feature.get("geometry"), "").geometry().orElseThrow()))
          .isCloseTo(area, within(1e-5 * area));
    }
  }

  @Test
  void otherFormatsAreRefusedByName() {
    Answer answer = SERVER.ask("{}", "?f=gpkg");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("code").asText()).isEqualTo("unknown_format");
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 250.5, 5_000, 60_000})
  void withinADistanceOfAPoint(double metres) {
    JsonNode json =
        answered(
            "{'geometry':{'type':'Point','coordinates':[%s,%s]},'buffer_m':%s}"
                .formatted(X, Y, metres));
    JsonNode query = json.at("/queries/0");

    assertThat(query.get("buffer_m").asDouble()).isEqualTo(metres);
    assertThat(json.at("/method/es").asText()).contains("Distancia geodésica");
    assertThat(json.at("/method/en").asText()).contains("Geodesic distance");
    assertAnswers(query, GeodesicBuffer.of(wkt("POINT (%s %s)".formatted(X, Y)), metres));
  }

  @Test
  void withinADistanceOfARoad() {
    String to = (X + 0.4) + "," + (Y - 0.2);
    JsonNode query =
        answered(
                "{'type':'Feature','properties':{},'buffer_m':2000,'geometry':"
                    + "{'type':'LineString','coordinates':[[%s,%s],[%s]]}}".formatted(X, Y, to))
            .at("/queries/0");

    Geometry road = wkt("LINESTRING (%s %s, %s)".formatted(X, Y, to.replace(",", " ")));
    assertAnswers(query, GeodesicBuffer.of(road, 2_000));
  }

  @Test
  void severalRegionsEachOnItsOwn() {
    JsonNode queries =
        answered(
                "{'regions':[{'region_set':'departments','code':'22'},"
                    + "{'region_set':'departments','code':'05'}]}")
            .get("queries");

    assertThat(queries).hasSize(2);
    assertThat(queries.at("/0/region/code").asText()).isEqualTo("22");
    assertThat(queries.at("/1/region/code").asText()).isEqualTo("05");
    assertThat(queries.at("/1/region/region_set").asText()).isEqualTo("departments");
    assertThat(queries.at("/0/buffer_m").isNull()).isTrue();
    JsonNode one = answered("{'region':{'region_set':'departments','code':'05'}}").at("/queries/0");
    assertThat(queries.get(1)).isEqualTo(one);
  }

  @Test
  void anOwnAreaBesideRegionsEachOnItsOwn() {
    String region = "{'region_set':'departments','code':'22'}";
    String area =
        "{'type':'Feature','geometry':{'type':'Polygon','coordinates':[[%s]]}}"
            .formatted(corners(X, Y));
    JsonNode queries =
        answered(
                "{'type':'FeatureCollection','features':[" + area + "],'regions':[" + region + "]}")
            .get("queries");

    assertThat(queries).hasSize(2);
    assertAnswers(queries.get(0), wkt("POLYGON ((" + plain(corners(X, Y)) + "))"));
    assertThat(queries.get(1)).isEqualTo(answered("{'region':" + region + "}").at("/queries/0"));
  }

  @Test
  void aUnionCountsSharedGroundOnce() {
    String square = "{'type':'Feature','geometry':{'type':'Polygon','coordinates':[[%s]]}}";
    String body =
        "{'type':'FeatureCollection','union':true,'features':["
            + square.formatted(corners(X, Y))
            + ","
            + square.formatted(corners(X + 0.1, Y + 0.1))
            + "]}";
    JsonNode queries = answered(body).get("queries");

    assertThat(queries).hasSize(1);
    assertThat(queries.at("/0/region").isNull()).isTrue();
    Geometry one = wkt("POLYGON ((" + plain(corners(X, Y)) + "))");
    Geometry other = wkt("POLYGON ((" + plain(corners(X + 0.1, Y + 0.1)) + "))");
    assertAnswers(queries.get(0), one.union(other));
  }

  private static String corners(double x, double y) {
    return "[%1$s,%2$s],[%3$s,%2$s],[%3$s,%4$s],[%1$s,%4$s],[%1$s,%2$s]"
        .formatted(x - 0.2, y - 0.2, x, y);
  }

  private static String plain(String corners) {
    return corners
        .replace("],[", ";")
        .replace(",", " ")
        .replace(";", ",")
        .replaceAll("[\\[\\]]", "");
  }

  @Test
  void anEchoIsThePolygonThatWasAsked() {
    String body = "{'geometry':{'type':'Point','coordinates':[%s,%s]},'buffer_m':900,'echo':true}";
    JsonNode geometry = answered(body.formatted(X, Y)).at("/queries/0/geometry");

    assertThat(geometry.get("type").asText()).isEqualTo("Polygon");
    JsonNode again = answered("{'geometry':" + geometry + "}").at("/queries/0");
    Geometry circle = GeodesicBuffer.of(wkt("POINT (%s %s)".formatted(X, Y)), 900);
    assertThat(again.get("area_ha").asDouble() / EqualAreaFrame.hectares(circle))
        .isCloseTo(1, within(1e-4));
    assertThat(again.get("repaired").isNull()).isTrue();
    assertThat(answered("{'geometry':" + geometry + "}").at("/queries/0").has("geometry"))
        .isFalse();
  }

  private static final String POINT = "'geometry':{'type':'Point','coordinates':[-75,-9]}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{POINT,\"buffer_m\":0} | invalid_buffer | /buffer_m",
        "{POINT,\"buffer_m\":-5} | invalid_buffer | /buffer_m",
        "{POINT,\"buffer_m\":100001} | invalid_buffer | /buffer_m",
        "{POINT,\"buffer_m\":1e999} | invalid_buffer | /buffer_m",
        "{POINT,\"buffer_m\":\"5000\"} | invalid_buffer | /buffer_m",
        "{POINT,\"buffer_m\":[5]} | invalid_buffer | /buffer_m",
        "{POINT} | not_a_polygon | /geometry",
        "{POINT,\"buffer_m\":null} | not_a_polygon | /geometry",
        "{POINT,\"buffer_m\":5,\"union\":1} | invalid_member | /union",
        "{POINT,\"buffer_m\":5,\"echo\":\"yes\"} | invalid_member | /echo",
        "{POINT,\"region\":{}} | ambiguous_query | ",
        "{\"region\":{},\"regions\":[]} | ambiguous_query | ",
        "{\"regions\":[]} | no_regions | /regions",
        "{\"regions\":7} | no_regions | /regions",
        "{\"regions\":[{\"region_set\":\"departments\",\"code\":\"99\"}]} | unknown_region |"
            + " /regions/0/code",
        "{\"regions\":[{\"region_set\":\"moons\",\"code\":\"1\"}]} | unknown_region_set |"
            + " /regions/0/region_set",
        "{\"regions\":[{\"region_set\":\"departments\",\"code\":7}]} | not_a_text |"
            + " /regions/0/code",
        "{\"regions\":[5]} | not_an_object | /regions/0",
        "{\"buffer_m\":5,\"geometry\":{\"type\":\"GeometryCollection\",\"geometries\":[]}} |"
            + " not_a_polygon | /geometry",
        "{\"buffer_m\":5,\"geometry\":{\"type\":\"Point\",\"coordinates\":[]}} |"
            + " not_a_polygon | /geometry",
        "{\"buffer_m\":5,\"geometry\":{\"type\":\"MultiPoint\",\"coordinates\":[]}} |"
            + " not_a_polygon | /geometry",
        "{\"buffer_m\":5,\"geometry\":{\"type\":\"Point\",\"coordinates\":[-9,-75]}} |"
            + " swapped_axes | /geometry",
        "{\"buffer_m\":90000,\"geometry\":{\"type\":\"Point\",\"coordinates\":[179.9,-9]}} |"
            + " buffer_crosses_antimeridian | /buffer_m",
        "{\"buffer_m\":90000,\"geometry\":{\"type\":\"Point\",\"coordinates\":[10,-89]}} |"
            + " buffer_near_pole | /buffer_m",
        "{\"buffer_m\":5} | missing_geometry | /geometry"
      })
  void aWrongQuestionIsRefusedWithThePlace(String body, String code, String place) {
    String sent = body.replace("POINT", POINT.replace('\'', '"'));
    Answer answer = SERVER.ask(sent);

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.json().get("code").asText()).as(answer.text()).isEqualTo(code);
    assertThat(answer.json().path("parameter").asText(null)).isEqualTo(place);
    Answer english =
        SERVER.post(
            "/api/v1/queries", sent, "Content-Type", "application/json", "Accept-Language", "en");
    assertThat(english.json().get("detail")).isNotEqualTo(answer.json().get("detail"));
  }
}
