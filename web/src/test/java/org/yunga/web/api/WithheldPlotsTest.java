package org.yunga.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.plot.Plot;
import org.yunga.core.space.EqualAreaFrame;
import org.yunga.geodata.reference.ReferenceData;
import org.yunga.web.Answer;

/** Few real plots of one kind and year are told by nothing: no state, no bound, no download. */
class WithheldPlotsTest {

  /**
   * Three coca fields, all in San Martín; titled parcels: two there, four in Huánuco, five in
   * Ucayali, these in one square kilometre each.
   */
  private static final List<Plot> PLOTS =
      Stream.of(
              Stream.of(-76.50, -76.49, -76.48).map(west -> plot("coca_field", west, -6.5)),
              Stream.of(-76.47, -76.46).map(west -> plot("titled_parcel", west, -6.5)),
              row(4, -76.0, -9.3),
              row(5, -74.5, -8.5))
          .flatMap(plots -> plots)
          .toList();

  @RegisterExtension
  static final PlotServer SERVER =
      new PlotServer(
          store -> {
            ReferenceData.install(store);
            store.publish(
                Delivery.ofPlots(
                    Dataset.of("plots/test", "Prueba", "Prueba", "CC0", "p", "ef".repeat(32)),
                    PLOTS::forEach));
          });

  private static Stream<Plot> row(int count, double west, double south) {
    return IntStream.range(0, count).mapToObj(i -> plot("titled_parcel", west + i * 0.0008, south));
  }

  private static Plot plot(String kind, double west, double south) {
    return new Plot(kind, 2023, box(west, south, 0.0007));
  }

  private static Geometry box(double west, double south, double width) {
    Envelope box = new Envelope(west, west + width, south, south + width);
    return new GeometryFactory().toGeometry(box);
  }

  /** The first digits of any sum that must not be seen; coordinates have other digits before. */
  private static Pattern secret() {
    double one = EqualAreaFrame.hectares(PLOTS.get(0).geometry());
    return Pattern.compile("(?<![\\d.-])(" + digits(one) + "|" + digits(2 * one) + ")");
  }

  private static String digits(double hectares) {
    return String.format(Locale.ROOT, "%.3f", Math.floor(hectares * 1e3) / 1e3).replace(".", "\\.");
  }

  private static JsonNode row(JsonNode rows, String kind) {
    return rows.valueStream()
        .filter(row -> row.path("kind").asText().equals(kind))
        .filter(row -> row.path("region_code").asText("22").equals("22"))
        .findFirst()
        .orElseThrow();
  }

  private static void assertWithheld(JsonNode row) {
    assertThat(row.get("state").asText()).isEqualTo("withheld");
    assertThat(row.get("count").isNull()).isTrue();
    assertThat(row.get("hectares").isNull()).isTrue();
    assertThat(row.get("border_hectares").isNull()).isTrue();
  }

  private static JsonNode asked(double west, double south, double width) {
    String polygon = BruteForce.geoJson(box(west, south, width));
    Answer answer = SERVER.ask("{\"geometry\":" + polygon + "}");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.json().get("synthetic").asBoolean()).isFalse();
    return answer.json().get("queries").get(0);
  }

  @Test
  void aPolygonIsEstimatedBetweenBounds() {
    JsonNode query = asked(-76.6, -6.6, 0.2);

    JsonNode coca = row(query.get("totals"), "coca_field");
    assertThat(coca.get("count_high").asInt()).isEqualTo(3);
    assertThat(coca.get("hectares").asDouble()).isPositive();
    assertThat(query.get("border_plots").isNull()).isTrue();
    // with those of Huánuco, whose place is far away
    JsonNode titled = row(query.get("totals"), "titled_parcel");
    assertThat(titled.get("count_low").asInt()).isZero();
    assertThat(titled.get("count_high").asInt()).isEqualTo(6);
    assertThat(titled.get("estimated").asBoolean()).isTrue();
  }

  @Test
  void aPolygonRoundAllIsExact() {
    JsonNode query = asked(-85, -20, 20);

    JsonNode titled = row(query.get("totals"), "titled_parcel");
    assertThat(titled.get("count").asInt()).isEqualTo(11);
    assertThat(titled.get("count_low").asInt()).isEqualTo(11);
    assertThat(titled.get("estimated").asBoolean()).isFalse();
    assertThat(titled.get("border_hectares").isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.0001, 0.0007, 0.001, 0.0105})
  void oneOrTwoAreNeverSureHoweverTheyAreAskedFor(double width) {
    JsonNode query = asked(-76.4999, -6.4999, width);

    JsonNode coca = row(query.get("totals"), "coca_field");
    assertThat(coca.get("count_low").asInt()).isZero();
    assertThat(coca.get("count_high").asInt()).isEqualTo(3);
    assertThat(query.get("border_plots").isNull()).isTrue();
  }

  @Test
  void noneIsZeroWhereNoGroupReaches() {
    JsonNode query = asked(-60, -6.5, 0.01);

    assertThat(query.get("totals"))
        .allSatisfy(row -> assertThat(row.get("state").asText()).isEqualTo("zero"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "csv", "csv-excel", "geojson"})
  void theDownloadsDoNotTell(String format) {
    List<String> seen = new ArrayList<>();
    for (String set : List.of("departments")) {
      Answer answer =
          SERVER.get(
              "/api/v1/totals?region-set=" + set + "&kind=titled_parcel&year=2023&f=" + format);
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      seen.add(answer.text());
    }

    assertThat(seen)
        .allSatisfy(text -> assertThat(text).contains("withheld").doesNotContainPattern(secret()));
  }

  @Test
  void withheldRowsHaveEmptyFields() {
    JsonNode json = SERVER.get("/api/v1/totals?region-set=departments&kind=titled_parcel").json();
    assertWithheld(row(json.get("totals"), "titled_parcel"));

    NamedCsvRecord csv =
        SERVER.get("/api/v1/totals?region-set=departments&kind=titled_parcel&f=csv").csv().stream()
            .filter(record -> record.getField("region_code").equals("22"))
            .findFirst()
            .orElseThrow();
    assertThat(csv.getField("state")).isEqualTo("withheld");
    assertThat(csv.getField("count")).isEmpty();
    assertThat(csv.getField("hectares")).isEmpty();
    assertThat(csv.getField("border_hectares")).isEmpty();
    assertThat(csv.getField("synthetic")).isEqualTo("false");

    JsonNode features =
        SERVER
            .get("/api/v1/totals?region-set=departments&kind=titled_parcel&year=2023&f=geojson")
            .json()
            .get("features");
    assertWithheld(
        features
            .valueStream()
            .map(feature -> feature.get("properties"))
            .filter(properties -> properties.get("code").asText().equals("22"))
            .findFirst()
            .orElseThrow());
  }

  @Test
  void emptyRegionsLookLikeThoseWithFewAndOneMoreIsWithheldWithThem() {
    JsonNode json = SERVER.get("/api/v1/totals?region-set=departments&kind=titled_parcel").json();

    assertThat(json.get("totals"))
        .allSatisfy(
            row -> {
              boolean told = row.get("region_code").asText().equals("25");
              assertThat(row.get("state").asText()).isEqualTo(told ? "value" : "withheld");
            });
    assertThat(json.at("/outside/0/state").asText()).isEqualTo("zero");
    JsonNode coca = SERVER.get("/api/v1/totals?region-set=departments&kind=coca_field").json();
    assertThat(row(coca.get("totals"), "coca_field").get("count").asInt()).isEqualTo(3);
    assertThat(coca.get("totals").get(0).get("state").asText()).isEqualTo("zero");
  }
}
