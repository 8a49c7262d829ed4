package org.yunga.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.InteriorPoint;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.plot.Plot;
import org.yunga.core.space.EqualAreaFrame;
import org.yunga.geodata.reference.ReferenceData;
import org.yunga.geodata.sample.SampleData;
import org.yunga.web.Answer;

/** A rectangle of the map: plots one by one, or squares with sums. */
class PlotsApiTest {

  private static final int COUNT = 3_000;
  private static final long SEED = 5;
  private static final String KIND = "coca_field";
  private static final int YEAR = 2023;
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final List<Plot> PLOTS =
      BruteForce.samplePlots(COUNT, SEED).stream()
          .filter(plot -> plot.kind().equals(KIND) && plot.year() == YEAR)
          .toList();

  @RegisterExtension
  static final PlotServer SERVER =
      new PlotServer(
          store -> {
            SampleData data = new SampleData();
            store.publish(data.words());
            store.publish(data.delivery(COUNT, SEED, data.plots(COUNT, SEED)));
          });

  /** Four fields in one square kilometre, two in another. */
  @RegisterExtension
  static final PlotServer REAL =
      new PlotServer(
          store -> {
            ReferenceData.install(store);
            List<Plot> plots = new ArrayList<>();
            for (double west : new double[] {-76.505, -76.504, -76.503, -76.502, -76.4, -76.399}) {
              Envelope box = new Envelope(west, west + 0.0007, -6.5, -6.4993);
              plots.add(new Plot(KIND, YEAR, FACTORY.toGeometry(box)));
            }
            store.publish(
                Delivery.ofPlots(
                    Dataset.of("plots/test", "Prueba", "Prueba", "CC0", "p", "ef".repeat(32)),
                    plots::forEach));
          });

  private static Answer get(PlotServer server, String bbox, String more) {
    return server.get("/api/v1/plots?bbox=" + bbox + "&kind=" + KIND + "&year=" + YEAR + more);
  }

  private static JsonNode cells(PlotServer server, String bbox, String more) {
    Answer answer = get(server, bbox, more);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("application/json");
    assertThat(answer.json().get("type").asText()).isEqualTo("cells");
    return answer.json();
  }

  /** Plots and hectares by square, one plot after the other. */
  private static Map<String, double[]> byHand(double step) {
    Map<String, double[]> sums = new HashMap<>();
    for (Plot plot : PLOTS) {
      Geometry metres = EqualAreaFrame.project(plot.geometry());
      Coordinate point = InteriorPoint.getInteriorPoint(metres);
      String key = (long) Math.floor(point.x / step) + "/" + (long) Math.floor(point.y / step);
      double[] sum = sums.computeIfAbsent(key, any -> new double[2]);
      sum[0]++;
      sum[1] += metres.getArea() / 10_000;
    }
    return sums;
  }

  private static String key(JsonNode cell, double step) {
    double x =
        EqualAreaFrame.x((cell.at("/bbox/0").asDouble() + cell.at("/bbox/2").asDouble()) / 2);
    double y =
        EqualAreaFrame.y((cell.at("/bbox/1").asDouble() + cell.at("/bbox/3").asDouble()) / 2);
    return (long) Math.floor(x / step) + "/" + (long) Math.floor(y / step);
  }

  @Test
  void squaresHoldEveryPlotOfTheCountryOnce() {
    JsonNode answer = cells(SERVER, "-82,-19,-68,1", "&limit=1");
    double step = answer.get("cell_m").asDouble();
    Map<String, double[]> expected = byHand(step);

    assertThat(answer.get("cells")).hasSameSizeAs(expected.keySet()).hasSizeGreaterThan(20);
    for (JsonNode cell : answer.get("cells")) {
      double[] sum = expected.get(key(cell, step));
      assertThat(cell.get("count").asDouble()).isEqualTo(sum[0]);
      assertThat(cell.get("hectares").asDouble()).isCloseTo(sum[1], within(1e-6));
    }
    assertThat(answer.get("withheld").asInt()).isZero();
    assertThat(answer.get("synthetic").asBoolean()).isTrue();
  }

  @Test
  void aSquareStaysTheSameWhenTheMapIsMoved() {
    JsonNode here = cells(SERVER, "-77.5,-11,-73.5,-7", "&limit=1");
    // a map of that size in Mercator, moved by half a degree
    JsonNode there = cells(SERVER, "-77.1234,-10.5,-73.1234,-6.4951", "&limit=1");

    assertThat(there.get("cell_m")).isEqualTo(here.get("cell_m"));
    Map<JsonNode, JsonNode> byBox = new HashMap<>();
    here.get("cells").forEach(cell -> byBox.put(cell.get("bbox"), cell));
    int both = 0;
    for (JsonNode cell : there.get("cells")) {
      JsonNode same = byBox.get(cell.get("bbox"));
      both += same == null ? 0 : 1;
      assertThat(same == null || same.equals(cell)).isTrue();
    }
    assertThat(both).isGreaterThan(10);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-180,-90,180,90", "-82,-19,-68,1", "-76.3,-8.5,-76.2,-8.4", "-77,89,-76,90"})
  void squaresAreNeverTooMany(String bbox) {
    JsonNode answer = cells(REAL, bbox, "");
    String[] sides = bbox.split(",");
    double width =
        EqualAreaFrame.x(Double.parseDouble(sides[2]))
            - EqualAreaFrame.x(Double.parseDouble(sides[0]));
    double step = answer.get("cell_m").asDouble();

    assertThat(width / step).isLessThanOrEqualTo(64);
    assertThat(step).isGreaterThanOrEqualTo(1024);
  }

  @Test
  void fewPlotsAreToldOneByOne() {
    Coordinate near = PLOTS.get(0).geometry().getCoordinate();
    Envelope box = new Envelope(near);
    box.expandBy(0.2);
    Geometry rectangle = FACTORY.toGeometry(box);
    List<Plot> inside =
        PLOTS.stream().filter(plot -> plot.geometry().intersects(rectangle)).toList();
    String bbox = box.getMinX() + "," + box.getMinY() + "," + box.getMaxX() + "," + box.getMaxY();

    Answer answer = get(SERVER, bbox, "");

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("application/geo+json");
    JsonNode features = answer.json().get("features");
    assertThat(features).hasSameSizeAs(inside).isNotEmpty();
    double sum = 0;
    for (JsonNode feature : features) {
      assertThat(feature.get("id")).isEqualTo(feature.at("/properties/plot"));
      assertThat(feature.at("/geometry/type").asText()).isEqualTo("Polygon");
      sum += feature.at("/properties/hectares").asDouble();
    }
    double expected =
        inside.stream().mapToDouble(plot -> EqualAreaFrame.hectares(plot.geometry())).sum();
    assertThat(sum).isCloseTo(expected, within(1e-6));
    assertThat(get(SERVER, bbox, "&limit=" + inside.size()).json().has("features")).isTrue();
    if (inside.size() > 1) {
      assertThat(get(SERVER, bbox, "&limit=" + (inside.size() - 1)).json().has("cells")).isTrue();
    }
  }

  @Test
  void squaresAsGeoJson() {
    JsonNode answer = get(SERVER, "-82,-19,-68,1", "&limit=1&f=geojson").json();

    assertThat(answer.get("type").asText()).isEqualTo("FeatureCollection");
    assertThat(answer.get("features"))
        .hasSameSizeAs(cells(SERVER, "-82,-19,-68,1", "&limit=1").get("cells"));
    assertThat(answer.get("cell_m").asInt()).isPositive();
  }

  /** The two alone join the four near by, in the least square that holds both. */
  @Test
  void realPlotsAreOnlyToldInSquaresThatHoldWholeGroups() {
    JsonNode near = cells(REAL, "-76.52,-6.52,-76.38,-6.48", "");
    JsonNode far = cells(REAL, "-82,-19,-68,1", "");

    assertThat(near.get("cell_m").asInt()).isEqualTo(1024);
    assertThat(near.get("cells")).isEmpty();
    assertThat(near.get("withheld").asInt()).isEqualTo(1);
    assertThat(far.get("cells")).hasSize(1);
    assertThat(far.at("/cells/0/count").asInt()).isEqualTo(6);
    assertThat(far.get("withheld").asInt()).isZero();
  }

  @Test
  void anotherYearHasNone() {
    Answer answer = SERVER.get("/api/v1/plots?bbox=-77,-7,-76.9,-6.9&kind=" + KIND + "&year=2010");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("features")).isEmpty();
  }

  @Test
  void aRectangleWithoutHeightInMetresHoldsNothing() {
    Answer answer = get(SERVER, "-76,89.9999999999,-75,90", "");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().at("/features")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kind=coca_field&year=2023 | missing_parameter | bbox",
        "bbox=1,2,3&kind=coca_field&year=2023 | invalid_bbox | bbox",
        "bbox=1,2,3,4,5&kind=coca_field&year=2023 | invalid_bbox | bbox",
        "bbox=a,2,3,4&kind=coca_field&year=2023 | invalid_bbox | bbox",
        "bbox=NaN,2,3,4&kind=coca_field&year=2023 | invalid_bbox | bbox",
        "bbox=-76,-7,-77,-6&kind=coca_field&year=2023 | invalid_bbox | bbox",
        "bbox=-77,-7,-77,-6&kind=coca_field&year=2023 | invalid_bbox | bbox",
        "bbox=-77,-7,-76,96&kind=coca_field&year=2023 | invalid_bbox | bbox",
        "bbox=-181,-7,-76,6&kind=coca_field&year=2023 | invalid_bbox | bbox",
        "bbox=-77,-7,-76,-6&year=2023 | missing_parameter | kind",
        "bbox=-77,-7,-76,-6&kind=gold&year=2023 | unknown_kind | kind",
        "bbox=-77,-7,-76,-6&kind=coca_field | missing_parameter | year",
        "bbox=-77,-7,-76,-6&kind=coca_field&year=1800 | unknown_year | year",
        "bbox=-77,-7,-76,-6&kind=coca_field&year=x | unknown_year | year",
        "bbox=-77,-7,-76,-6&kind=coca_field&year=2023&limit=0 | invalid_number | limit",
        "bbox=-77,-7,-76,-6&kind=coca_field&year=2023&limit=10001 | invalid_number | limit",
        "bbox=-77,-7,-76,-6&kind=coca_field&year=2023&limit=1.5 | invalid_number | limit",
        "bbox=-77,-7,-76,-6&kind=coca_field&year=2023&zoom=3 | unknown_parameter | zoom"
      })
  void aWrongParameterIsNamed(String query, String code, String parameter) {
    Answer spanish = SERVER.get("/api/v1/plots?" + query, "Accept-Language", "es");
    Answer english = SERVER.get("/api/v1/plots?" + query, "Accept-Language", "en");

    assertThat(spanish.status()).as(spanish.text()).isEqualTo(400);
    assertThat(spanish.json().get("code").asText()).isEqualTo(code);
    assertThat(spanish.json().get("parameter").asText()).isEqualTo(parameter);
    assertThat(spanish.json().get("detail").asText())
        .isNotEqualTo(english.json().get("detail").asText());
  }
}
