package org.yunga.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.yunga.core.plot.Plot;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;
import org.yunga.core.space.EqualAreaFrame;
import org.yunga.geodata.reference.ReferenceData;
import org.yunga.geodata.sample.SampleData;
import org.yunga.web.Answer;

/** Totals within polygons are those of an overlay, plot by plot. */
class QueriesApiTest {

  private static final int COUNT = 4_000;
  private static final long SEED = 3;
  private static final List<Plot> PLOTS = BruteForce.samplePlots(COUNT, SEED);
  private static final BruteForce BRUTE_FORCE = new BruteForce(PLOTS);
  private static final GeometryFactory FACTORY = new GeometryFactory();

  @RegisterExtension
  static final PlotServer SERVER =
      new PlotServer(
          store -> {
            SampleData data = new SampleData();
            store.publish(data.words());
            store.publish(data.delivery(COUNT, SEED, data.plots(COUNT, SEED)));
          });

  private static JsonNode answered(String body) {
    Answer answer = SERVER.ask(body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    JsonNode json = answer.json();
    assertThat(json.get("release").asText()).isEqualTo("2");
    assertThat(json.get("synthetic").asBoolean()).isTrue();
    assertThat(json.at("/method/es").asText()).isNotBlank();
    assertThat(json.at("/method/en").asText()).isNotBlank();
    return json.get("queries");
  }

  private static void assertAnswers(JsonNode query, Geometry asked) {
    double area = EqualAreaFrame.hectares(asked);
    assertThat(query.get("area_ha").asDouble()).isCloseTo(area, within(1e-9 * area + 1e-8));
    assertThat(query.get("repaired").isNull()).isTrue();
    BruteForce.assertSame(query.get("totals"), BRUTE_FORCE.inside(asked));
  }

  private static Polygon drawn(int from, int corners) {
    return BruteForce.throughPlots(PLOTS.subList(from, from + corners));
  }

  private static String feature(Geometry geometry) {
    return "{\"type\":\"Feature\",\"properties\":{},\"geometry\":"
        + BruteForce.geoJson(geometry)
        + "}";
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 100, 200, 300, 400})
  void aDrawnPolygon(int from) {
    Polygon polygon = drawn(from, 30);
    JsonNode query = answered("{\"geometry\":" + BruteForce.geoJson(polygon) + "}").get(0);

    assertAnswers(query, polygon);
    assertThat(query.get("vertices").asInt()).isEqualTo(30);
    assertThat(query.get("border_plots").asInt()).isGreaterThanOrEqualTo(30);
  }

  @Test
  void aPolygonThatLiesInsideOnePlot() {
    Envelope box = PLOTS.get(7).geometry().getEnvelopeInternal();
    double x = box.centre().x;
    double y = box.centre().y;
    Geometry small = FACTORY.toGeometry(new Envelope(x - 1e-5, x + 1e-5, y - 1e-5, y + 1e-5));

    assertAnswers(answered("{\"geometry\":" + BruteForce.geoJson(small) + "}").get(0), small);
  }

  @Test
  void aMultiPolygonWithAHole() {
    Polygon outer = (Polygon) FACTORY.toGeometry(new Envelope(-74.6, -73.2, -13.2, -11.6));
    Polygon inner = (Polygon) FACTORY.toGeometry(new Envelope(-74, -73.7, -12.7, -12.2));
    Polygon far = (Polygon) FACTORY.toGeometry(new Envelope(-76.3, -75.1, -9.5, -8.4));
    Geometry multi =
        FACTORY.createMultiPolygon(
            new Polygon[] {
              FACTORY.createPolygon(
                  outer.getExteriorRing(), new LinearRing[] {inner.getExteriorRing()}),
              far
            });

    assertAnswers(answered("{\"geometry\":" + BruteForce.geoJson(multi) + "}").get(0), multi);
    assertAnswers(answered(BruteForce.geoJson(multi)).get(0), multi);
    assertAnswers(answered(feature(multi)).get(0), multi);
  }

  @Test
  void eachFeatureOfACollectionOnItsOwn() {
    List<Polygon> polygons = List.of(drawn(500, 3), drawn(600, 12), drawn(500, 3), drawn(700, 40));
    JsonNode queries =
        answered(
            "{\"type\":\"FeatureCollection\",\"features\":["
                + String.join(",", polygons.stream().map(QueriesApiTest::feature).toList())
                + "]}");

    assertThat(queries).hasSize(4);
    for (int i = 0; i < 4; i++) {
      assertAnswers(queries.get(i), polygons.get(i));
    }
    assertThat(queries.get(2)).isEqualTo(queries.get(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"departments/05", "departments/08", "departments/22", "country/PE"})
  void aRegion(String name) {
    RegionRef ref = new RegionRef(name.split("/")[0], name.split("/")[1]);
    Geometry boundary =
        ReferenceData.load().regions().stream()
            .filter(region -> region.ref().equals(ref))
            .map(Region::place)
            .map(place -> ((Place.Boundary) place).geometry())
            .findFirst()
            .orElseThrow();
    String body = "{\"region\":{\"region_set\":\"%s\",\"code\":\"%s\"}}";

    assertAnswers(answered(body.formatted(ref.regionSet(), ref.code())).get(0), boundary);
  }

  @Test
  void aPolygonWithoutPlotsIsZero() {
    JsonNode query =
        answered("{\"geometry\":" + square(-82, -8, -80.5, -7) + "}").get(0); // the Pacific

    assertThat(query.get("border_plots").asInt()).isZero();
    assertThat(query.get("totals"))
        .allSatisfy(
            row -> {
              assertThat(row.get("state").asText()).isEqualTo("zero");
              assertThat(row.get("count").asInt()).isZero();
              assertThat(row.get("hectares").asDouble()).isZero();
            });
  }

  @Test
  void whatLiesOutsideOfPeruIsSaidInEveryFormat() {
    Geometry italy = FACTORY.toGeometry(new Envelope(10, 11, 45, 46));
    Geometry across = FACTORY.toGeometry(new Envelope(-70, -68, -13, -12));
    Geometry inside = FACTORY.toGeometry(new Envelope(-76, -75, -10, -9));
    String body =
        "{\"type\":\"FeatureCollection\",\"features\":[%s,%s,%s]}"
            .formatted(feature(italy), feature(across), feature(inside));

    JsonNode queries = answered(body);
    JsonNode none = queries.get(0);
    assertThat(none.get("outside_ha")).isEqualTo(none.get("area_ha"));
    assertThat(none.at("/notes/0/code").asText()).isEqualTo("outside");
    assertThat(none.at("/notes/0/detail/es").asText()).contains("fuera de los límites de Perú");
    assertThat(none.at("/notes/0/detail/en").asText()).contains("outside of the limits of Perú");
    JsonNode part = queries.get(1);
    assertThat(part.get("outside_ha").asDouble())
        .isPositive()
        .isLessThan(part.get("area_ha").asDouble());
    assertThat(part.at("/notes/0/code").asText()).isEqualTo("partly_outside");
    assertThat(queries.get(2).get("outside_ha").asInt(-1)).isZero();
    assertThat(queries.get(2).get("notes")).isEmpty();
    JsonNode region =
        answered("{\"region\":{\"region_set\":\"departments\",\"code\":\"17\"}}").get(0);
    assertThat(region.get("outside_ha").asInt(-1)).isZero();

    JsonNode features = SERVER.ask(body, "?f=geojson").json().get("features");
    List<NamedCsvRecord> rows = SERVER.ask(body, "?f=csv").csv();
    List<String> codes = List.of("outside", "partly_outside", "");
    for (NamedCsvRecord row : rows) {
      int query = Integer.parseInt(row.getField("query")) - 1;
      assertThat(row.getField("note_code")).isEqualTo(codes.get(query));
      assertThat(row.getField("note_es"))
          .isEqualTo(queries.get(query).at("/notes/0/detail/es").asText());
      assertThat(row.getField("outside_ha"))
          .isEqualTo(queries.get(query).get("outside_ha").asText());
      assertThat(features.get(query).at("/properties/outside_ha"))
          .isEqualTo(queries.get(query).get("outside_ha"));
    }
    assertThat(rows).hasSizeGreaterThan(6);
  }

  private static String square(double west, double south, double east, double north) {
    return BruteForce.geoJson(FACTORY.toGeometry(new Envelope(west, east, south, north)));
  }

  @Test
  void aLargerPolygonNeverHoldsLess() {
    double before = 0;
    for (double half = 0.1; half < 3; half *= 1.7) {
      JsonNode query =
          answered(
                  "{\"geometry\":"
                      + square(-73.8 - half, -12.4 - half, -73.8 + half, -12.4 + half)
                      + "}")
              .get(0);
      double hectares =
          query
              .get("totals")
              .valueStream()
              .mapToDouble(row -> row.get("hectares").asDouble())
              .sum();
      assertThat(hectares).isGreaterThanOrEqualTo(before);
      before = hectares;
    }
    assertThat(before).isPositive();
  }

  @Test
  void aBowTieIsRepairedAndTold() {
    String bowTie = "[[[-74.5,-13],[-73,-11.5],[-73,-13],[-74.5,-11.5],[-74.5,-13]]]";
    JsonNode query = answered("{\"type\":\"Polygon\",\"coordinates\":" + bowTie + "}").get(0);

    assertThat(query.at("/repaired/es").asText()).contains("se reparó", "-73.75");
    assertThat(query.at("/repaired/en").asText()).contains("was repaired", "-73.75");
    double west = area("[[[-74.5,-13],[-73.75,-12.25],[-74.5,-11.5],[-74.5,-13]]]");
    double east = area("[[[-73,-13],[-73,-11.5],[-73.75,-12.25],[-73,-13]]]");
    assertThat(query.get("area_ha").asDouble()).isCloseTo(west + east, within(1e-3));
    assertThat(query.get("totals").valueStream().mapToLong(row -> row.get("count").asLong()).sum())
        .isPositive();
  }

  private static double area(String coordinates) {
    return answered("{\"type\":\"Polygon\",\"coordinates\":" + coordinates + "}")
        .get(0)
        .get("area_ha")
        .asDouble();
  }

  @Test
  void anUnclosedRingIsClosedAndTold() {
    Polygon triangle = drawn(800, 3);
    String closed = BruteForce.geoJson(triangle);
    String open = closed.substring(0, closed.lastIndexOf(",[")) + "]]}";
    JsonNode query = answered("{\"geometry\":" + open + "}").get(0);

    assertThat(query.at("/repaired/es").asText()).contains("se cerró");
    assertThat(query.at("/repaired/en").asText()).contains("was closed");
    BruteForce.assertSame(query.get("totals"), BRUTE_FORCE.inside(triangle));
  }

  @Test
  void heightsAreDroppedAndTold() {
    JsonNode query =
        answered(
                "{\"type\":\"Polygon\",\"coordinates\":"
                    + "[[[-74,-12,500],[-73,-12,600],[-73,-11,0],[-74,-12,500]]]}")
            .get(0);

    assertThat(query.at("/repaired/en").asText()).contains("third ordinate");
  }

  @Test
  void clockwiseRingsAreTheSameGround() {
    Polygon polygon = drawn(900, 10);
    JsonNode query =
        answered("{\"geometry\":" + BruteForce.geoJson(polygon.reverse()) + "}").get(0);

    assertAnswers(query, polygon);
  }

  @Test
  void geoJsonsOwnMediaTypeIsTaken() {
    Answer answer =
        SERVER.post(
            "/api/v1/queries",
            "{\"geometry\":" + square(-74, -13, -73, -12) + "}",
            "Content-Type",
            "application/geo+json; charset=utf-8");

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }
}
