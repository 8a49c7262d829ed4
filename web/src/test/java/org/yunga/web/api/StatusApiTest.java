package org.yunga.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
}
