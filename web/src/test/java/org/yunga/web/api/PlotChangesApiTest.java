package org.yunga.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.yunga.core.audit.Actor;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.plot.Plot;
import org.yunga.core.store.Store;
import org.yunga.geodata.reference.ReferenceData;
import org.yunga.web.Answer;
import org.yunga.web.access.TokenSecret;

/** Release 1 is the reference data, 2 has one field more. */
class PlotChangesApiTest {

  private static final TokenSecret SECRET = TokenSecret.random();
  private static final String[] TOKEN = {"Authorization", "Bearer " + SECRET.reveal()};
  private static final String DIFF = "/api/v1/releases/1/diff?to=2";
  private static final String TABLE = DIFF + "&part=plots&f=csv";

  @RegisterExtension static final PlotServer SERVER = new PlotServer(PlotChangesApiTest::fill);

  private static void fill(Store store) {
    store.publish(ReferenceData.load());
    store.tokens().create("oficina", SECRET.sha256(), Optional.empty(), Actor.PROGRAM);
    Plot field =
        new Plot(
            "coca_field",
            2023,
            new GeometryFactory().toGeometry(new Envelope(-76.5, -76.4, -7.1, -7)));
    store.publish(
        Delivery.ofPlots(
            Dataset.of("plots/test", "Prueba", "Prueba", "CC0", "p", "ef".repeat(32)),
            consumer -> consumer.accept(field)));
  }

  /** From totals before and after the size of the one field that came could be told. */
  @Test
  void everybodyIsToldWhyNotAndWhatIsPublic() {
    JsonNode diff = SERVER.get(DIFF).json();

    assertThat(diff.get("plots").isNull()).isTrue();
    assertThat(diff.at("/plots_note/es").asText()).contains("token", "/api/v1/totals");
    assertThat(diff.get("datasets")).as("all else is told").hasSize(1);
    Answer table = SERVER.get(TABLE);
    assertThat(table.status()).as(table.text()).isEqualTo(403);
    assertThat(table.json().get("code").asText()).isEqualTo("plots_are_not_public");
  }

  @Test
  void withATokenTotalsAreComparedByKindYearAndRegion() {
    JsonNode diff = SERVER.get(DIFF, TOKEN).json();

    assertThat(diff.get("plots_note").isNull()).isTrue();
    assertThat(diff.get("plots")).hasSize(1);
    JsonNode row = diff.at("/plots/0");
    assertThat(row.get("kind").asText()).isEqualTo("coca_field");
    assertThat(row.get("year").asInt()).isEqualTo(2023);
    assertThat(row.get("region_code").asText()).isEqualTo("22");
    assertThat(row.get("count_before").asInt()).isZero();
    assertThat(row.get("count_after").asInt()).isEqualTo(1);
    assertThat(row.get("hectares_before").asDouble()).isZero();
    assertThat(row.get("hectares_after").asDouble()).isBetween(12_000.0, 12_400.0);
    assertThat(SERVER.get(TABLE, TOKEN).csv().get(0).getField("count_after")).isEqualTo("1");
  }

  @Test
  void whatATokenIsToldIsKeptForNobodyElse() {
    assertThat(SERVER.get(DIFF, TOKEN).header("Cache-Control")).contains("no-store");
    assertThat(SERVER.get(DIFF).json().get("plots").isNull()).isTrue();
    assertThat(SERVER.get(DIFF, "Authorization", "Bearer wrong").status()).isEqualTo(401);
  }

  @Test
  void releasesWithoutPlotsHaveNoneThatChanged() {
    JsonNode diff = SERVER.get("/api/v1/releases/1/diff?to=1").json();

    assertThat(diff.get("plots").isArray()).isTrue();
    assertThat(diff.get("plots")).isEmpty();
    assertThat(diff.get("plots_note").isNull()).isTrue();
  }

  @Test
  void aRegionSetThatThereIsNotIsRefused() {
    assertThat(SERVER.get(DIFF + "&region-set=never").status()).isEqualTo(400);
    assertThat(SERVER.get(DIFF + "&region-set=country", TOKEN).json().at("/plots")).hasSize(1);
  }
}
