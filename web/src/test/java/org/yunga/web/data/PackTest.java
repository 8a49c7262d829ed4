package org.yunga.web.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yunga.core.store.geopackage.GeoPackageStore;
import org.yunga.web.Answer;
import org.yunga.web.Client;
import org.yunga.web.DistrictBoundaries;
import org.yunga.web.server.Server;

/** What an office takes along: its size, what lies in it, and that its totals are the server's. */
class PackTest {

  private static final int MOST_BYTES = 150 * 1024;
  private static final double CLOSE = 1e-6;

  @TempDir private static Path folder;

  private static GeoPackageStore store;
  private static Server server;
  private static Client client;

  @BeforeAll
  static void start() {
    Path file = DistrictBoundaries.file();
    store = GeoPackageStore.open(folder);
    DistrictBoundaries.install(store, file);
    server = Server.start(store, "127.0.0.1", 0);
    client = new Client(server.port());
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
      store.close();
    }
  }

  private static String base() {
    return "/data/" + client.get("/data/current").json().get("key").asText() + "/";
  }

  private static JsonNode pack(String region) throws IOException {
    Answer answer = client.get(base() + "packs/" + region);
    assertThat(answer.status()).as(region).isEqualTo(200);
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
      return new ObjectMapper().readTree(in);
    }
  }

  @Test
  void everyDepartmentAndOfficeTakesAtMost150Kilobytes() {
    List<String> regions = new ArrayList<>();
    for (String set : List.of("departments", "field-offices", "zei", "production-zones")) {
      client
          .get("/api/v1/region-sets/" + set + "?f=csv")
          .csv()
          .forEach(row -> regions.add(set + "/" + row.getField("code")));
    }

    assertThat(regions).hasSizeGreaterThan(60);
    for (String region : regions) {
      Answer head = client.send("HEAD", base() + "packs/" + region);
      int bytes = Integer.parseInt(head.header("Content-Length"));
      assertThat(bytes).as(region).isBetween(20_000, MOST_BYTES);
    }
  }

  @Test
  void itHoldsEverythingThatTheAppAsksFor() throws IOException {
    JsonNode pack = pack("departments/22");
    JsonNode files = pack.get("files");
    String base = "/data/" + pack.get("key").asText() + "/";

    assertThat(pack.get("region_name").asText()).isEqualTo("San Martín");
    assertThat(base).isEqualTo(base());
    String store = PackTest.store.audit().identity().orElseThrow();
    assertThat(pack.get("store").asText()).isEqualTo(store);
    assertThat(client.get("/").text()).contains(" data-store=\"" + store + "\"");
    for (String name : List.of("indicators", "info", "changes/departments/22")) {
      assertThat(files.has(base + name)).as(name).isTrue();
    }
    for (JsonNode set : files.get(base + "region-sets").get("region_sets")) {
      JsonNode places = files.get(set.get("places").asText());
      assertThat(places.at("/objects/regions/geometries"))
          .as(set.toString())
          .hasSize(set.get("regions").asInt());
      assertThat(files.has(base + "values/" + set.get("id").asText())).isTrue();
    }
    for (JsonNode district : regions(files, base, "districts")) {
      assertThat(district.at("/properties/code").asText()).startsWith("22");
    }
    assertThat(regions(files, base, "districts")).hasSizeGreaterThan(70);
    assertThat(regions(files, base, "departments")).hasSize(25);
  }

  private static JsonNode regions(JsonNode files, String base, String id) {
    for (JsonNode set : files.get(base + "region-sets").get("region_sets")) {
      if (set.get("id").asText().equals(id)) {
        return files.get(set.get("places").asText()).at("/objects/regions/geometries");
      }
    }
    throw new AssertionError(id);
  }

  @Test
  void itsTotalsAreTheServers() throws IOException {
    JsonNode pack = pack("departments/22");
    int compared = 0;
    for (JsonNode file : pack.get("files")) {
      for (JsonNode table : file.path("tables")) {
        String set = file.get("region_set").asText();
        JsonNode told =
            client
                .get(
                    "/api/v1/figures?indicator=%s&region-set=%s&measure=%s"
                        .formatted(
                            table.get("indicator").asText(), set, table.get("measure").asText()))
                .json();
        List<JsonNode> figures = ColumnFiles.rows(file, table, "figures");
        List<String> codes = figures.stream().map(f -> f.get("region_code").asText()).toList();
        for (JsonNode total : ColumnFiles.rows(file, table, "totals")) {
          assertThat(total.get("sum").asDouble())
              .as(set + total)
              .isCloseTo(sum(told.get("figures"), total, codes), within(CLOSE));
          assertThat(total.get("sum").asDouble())
              .isCloseTo(sum(figures, total, codes), within(CLOSE));
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(200);
  }

  private static double sum(Iterable<JsonNode> figures, JsonNode total, List<String> codes) {
    double sum = 0;
    for (JsonNode figure : figures) {
      if (figure.get("series").equals(total.get("series"))
          && figure.get("period").equals(total.get("period"))
          && codes.contains(figure.get("region_code").asText())) {
        sum += figure.get("value").asDouble();
      }
    }
    return sum;
  }

  @Test
  void wholeSetsHaveTheServersTotalsWordForWord() throws IOException {
    JsonNode pack = pack("departments/22");
    String values = "/data/" + pack.get("key").asText() + "/values/departments";

    assertThat(pack.get("files").get(values)).isEqualTo(client.get(values).json());
  }

  @Test
  void aDistrictTakesItsProvinceAndDepartment() throws IOException {
    JsonNode pack = pack("districts/221001");
    String base = "/data/" + pack.get("key").asText() + "/";

    assertThat(regions(pack.get("files"), base, "districts")).hasSize(1);
    assertThat(regions(pack.get("files"), base, "provinces")).hasSize(1);
  }

  @Test
  void anUnknownRegionIsRefusedInWords() {
    Answer answer = client.get(base() + "packs/departments/99", "Accept-Language", "es");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json().get("detail").asText()).contains("99");
  }

  @Test
  void whatTheReleaseChangedIsTold() {
    JsonNode changes = client.get(base() + "changes/departments/22").json();

    assertThat(changes.get("since").asText()).isEqualTo("1");
    assertThat(changes.get("figure_count").asInt()).isZero();
    assertThat(changes.get("region_count").asInt()).isGreaterThan(60);
    assertThat(changes.at("/datasets/0").asText()).isNotBlank();
    for (JsonNode region : changes.get("regions")) {
      assertThat(region.get("region_code").asText()).startsWith("22");
    }
  }
}
