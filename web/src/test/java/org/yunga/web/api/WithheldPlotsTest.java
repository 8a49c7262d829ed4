package org.yunga.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
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

/** Few real plots of one kind and year are withheld: neither count nor hectares are told. */
class WithheldPlotsTest {

  /** Three coca fields and two titled parcels, all of 2023, all in San Martín. */
  private static final List<Plot> PLOTS =
      List.of(
          plot("coca_field", -76.50),
          plot("coca_field", -76.49),
          plot("coca_field", -76.48),
          plot("titled_parcel", -76.47),
          plot("titled_parcel", -76.46));

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

  private static Plot plot(String kind, double west) {
    return new Plot(kind, 2023, square(west, 0.0007));
  }

  private static Geometry square(double west, double width) {
    return new GeometryFactory().toGeometry(new Envelope(west, west + width, -6.5, -6.4993));
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

  private static JsonNode asked(double west, double width) {
    Answer answer = SERVER.ask("{\"geometry\":" + BruteForce.geoJson(square(west, width)) + "}");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.json().get("synthetic").asBoolean()).isFalse();
    return answer.json().get("queries").get(0);
  }

  @Test
  void threeAreToldAndTwoAreNot() {
    JsonNode query = asked(-76.6, 0.2);

    assertThat(row(query.get("totals"), "coca_field").get("count").asInt()).isEqualTo(3);
    assertThat(row(query.get("totals"), "coca_field").get("hectares").asDouble()).isPositive();
    assertWithheld(row(query.get("totals"), "titled_parcel"));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.0001, 0.0007, 0.001, 0.0105})
  void oneOrTwoAreNotToldHoweverTheyAreAskedFor(double width) {
    JsonNode query = asked(-76.4999, width);

    assertWithheld(row(query.get("totals"), "coca_field"));
    assertThat(query.get("border_plots").isNull())
        .as("plots on the border are counted too")
        .isTrue();
  }

  @Test
  void noneIsZeroAndNotWithheld() {
    JsonNode query = asked(-76.4, 0.01);

    assertThat(query.get("totals"))
        .allSatisfy(row -> assertThat(row.get("state").asText()).isEqualTo("zero"));
    assertThat(query.get("border_plots").asInt()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "csv", "csv-excel", "geojson"})
  void theDownloadsDoNotTell(String format) {
    List<String> seen = new ArrayList<>();
    for (String set : List.of("country", "departments")) {
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
  void otherRegionsAndOutsideAreZero() {
    JsonNode json = SERVER.get("/api/v1/totals?region-set=departments&kind=titled_parcel").json();

    assertThat(
            json.get("totals")
                .valueStream()
                .filter(row -> row.get("state").asText().equals("zero")))
        .hasSize(24);
    assertThat(json.at("/outside/0/state").asText()).isEqualTo("zero");
  }
}
