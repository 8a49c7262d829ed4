package org.yunga.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.yunga.geodata.sample.SampleData;

/** {@code /api/v1/status} of a server whose plots are in memory. */
class StatusApiTest {

  @RegisterExtension
  static final PlotServer SERVER =
      new PlotServer(
          store -> {
            SampleData data = new SampleData();
            store.publish(data.words());
            store.publish(data.delivery(100, 1, data.plots(100, 1)));
          });

  @Test
  void saysUnderHowManyTreesPlotsStandAndWhetherAMergeFailed() {
    JsonNode plots = SERVER.get("/api/v1/status").json().get("plots");

    assertThat(plots.get("answered_by").asText()).isEqualTo("tree");
    assertThat(plots.get("count").asInt()).isEqualTo(100);
    assertThat(plots.get("trees").asInt()).isEqualTo(1);
    assertThat(plots.get("merge_failed").asBoolean(true)).isFalse();
  }

  @Test
  void saysWhereItReadsWhenItLastDidAndWhetherAnythingIsInTheWay() {
    JsonNode store = SERVER.get("/api/v1/status").json().get("store");

    assertThat(store.get("reachable").asBoolean()).isTrue();
    assertThat(store.get("read_from").asText()).isEqualTo("file");
    assertThat(Instant.parse(store.get("read_at").asText())).isBefore(Instant.now());
    assertThat(store.get("behind_releases").asInt(-1)).isZero();
    assertThat(store.get("failure").isNull()).isTrue();
    assertThat(store.get("replica").isNull()).isTrue();
  }
}
