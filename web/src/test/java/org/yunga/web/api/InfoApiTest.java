package org.yunga.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.yunga.web.RunningServer;

/** {@code /api/v1} and {@code /api/v1/info}. */
class InfoApiTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  @Test
  void everyLinkAnswers() {
    JsonNode links = SERVER.get("/api/v1").json().get("links");

    assertThat(links).hasSizeGreaterThan(4);
    for (JsonNode link : links) {
      assertThat(SERVER.get(link.asText()).status()).as(link.asText()).isIn(200, 302);
    }
  }

  @Test
  void namesVersionReleaseAndDatasets() {
    JsonNode info = SERVER.get("/api/v1/info").json();

    assertThat(info.get("version").asText()).isNotBlank();
    assertThat(info.get("release").asText()).isEqualTo("1");
    assertThat(Instant.parse(info.get("released").asText())).isBeforeOrEqualTo(Instant.now());
    assertThat(info.get("synthetic").asBoolean(true)).isFalse();
    assertThat(info.get("datasets")).hasSize(1);
    JsonNode reference = info.at("/datasets/0");
    assertThat(reference.get("key").asText()).isEqualTo("reference");
    assertThat(reference.get("sha256").asText()).matches("[0-9a-f]{64}");
    assertThat(reference.get("licence").asText()).isNotBlank();
  }

  @Test
  void aSlashAtTheEndChangesNothing() {
    assertThat(SERVER.get("/api/v1/info/").body()).isEqualTo(SERVER.get("/api/v1/info").body());
    assertThat(SERVER.get("/api/v1/").body()).isEqualTo(SERVER.get("/api/v1").body());
  }
}
