package org.yunga.web.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yunga.web.Answer;
import org.yunga.web.RunningServer;

/** The files that the map app reads, against the API. */
class AppDataTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private static String data(String name) {
    return "/data/" + SERVER.get("/data/current").json().get("key").asText() + "/" + name;
  }

  @ParameterizedTest
  @ValueSource(strings = {"country", "departments", "districts", "production-zones", "zei"})
  void columnsTellTheSameFiguresAndTotalsAsTheApi(String set) {
    JsonNode file = SERVER.get(data("values/" + set)).json();

    assertThat(file.get("tables")).isNotEmpty();
    for (JsonNode table : file.get("tables")) {
      String question =
          "/api/v1/figures?indicator=%s&region-set=%s&measure=%s"
              .formatted(table.get("indicator").asText(), set, table.get("measure").asText());
      JsonNode told = SERVER.get(question).json();
      for (String same : List.of("classes", "not_covered", "unit")) {
        assertThat(table.get(same)).as(question).isEqualTo(told.get(same));
      }
      assertThat(ColumnFiles.rows(file, table, "totals"))
          .as(question)
          .isEqualTo(rows(told.get("totals"), Set.of()));
      assertThat(ColumnFiles.rows(file, table, "figures"))
          .as(question)
          .isEqualTo(
              rows(
                  told.get("figures"),
                  Set.of("region_set", "region_name", "indicator", "measure", "unit")));
    }
  }

  private static List<JsonNode> rows(JsonNode told, Set<String> without) {
    List<JsonNode> rows = new ArrayList<>();
    told.forEach(row -> rows.add(((ObjectNode) row).without(without)));
    return rows;
  }

  @Test
  void everythingThatNamesItsContentMayBeKeptForEver() {
    JsonNode sets = SERVER.get(data("start")).json().at("/region-sets/region_sets");

    assertThat(sets).hasSizeGreaterThan(5);
    for (JsonNode set : sets) {
      Answer places = SERVER.get(set.get("places").asText());
      assertThat(places.status()).isEqualTo(200);
      assertThat(places.header("Cache-Control")).isEqualTo(FOR_EVER);
      assertThat(places.json().at("/objects/regions/geometries"))
          .hasSize(set.get("regions").asInt());
    }
    for (String name : List.of("start", "values/departments")) {
      assertThat(SERVER.get(data(name)).header("Cache-Control")).isEqualTo(FOR_EVER);
    }
    assertThat(SERVER.get("/data/current").header("Cache-Control")).contains("must-revalidate");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/data/1-0000000000/start",
        "/data/99-1f2e3d4c5b/start",
        "/data/key/start",
        "/places/departments/0000000000000000"
      })
  void whatIsOfAnotherReleaseIsRefusedInWords(String path) {
    Answer answer = SERVER.get(path, "Accept-Language", "es");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json().get("code").asText()).isEqualTo("release_gone");
    assertThat(answer.json().get("detail").asText()).contains("cargue la página");
  }

  @Test
  void anUnknownSetIsRefusedWithTheKnownOnes() {
    Answer answer = SERVER.get(data("values/planets"));

    assertThat(answer.status()).isIn(400, 404);
    assertThat(answer.text()).contains("departments");
  }
}
