package org.yunga.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;
import org.yunga.core.store.geopackage.GeoPackageStore;
import org.yunga.geodata.reference.ReferenceData;
import org.yunga.web.Answer;
import org.yunga.web.Client;
import org.yunga.web.server.Server;

/** Pages and files of a release that is no longer the newest: 1 of two. */
class ReleasePageTest {

  @TempDir private static Path folder;

  private static GeoPackageStore store;
  private static Server server;
  private static Client client;

  @BeforeAll
  static void start() {
    store = GeoPackageStore.open(folder);
    ReferenceData.install(store);
    store.publish(Delivery.ofRegions(dataset(), List.of(movedSanMartin())));
    server = Server.start(store, "127.0.0.1", 0);
    client = new Client(server.port());
  }

  private static Dataset dataset() {
    return Dataset.of(
        Dataset.BOUNDARIES + "departments", "T", "O", "CC0", "f.geojson", "ab".repeat(32));
  }

  private static Region movedSanMartin() {
    return new Region(
        new RegionRef("departments", "22"),
        "San Martín",
        Optional.empty(),
        Optional.empty(),
        new Place.Boundary(new GeometryFactory().toGeometry(new Envelope(-77, -76, -8, -7)), 123.5),
        List.of());
  }

  @AfterAll
  static void stop() {
    server.close();
    store.close();
  }

  private static String key(String page) {
    Matcher key = Pattern.compile("data-key=\"([^\"]+)\"").matcher(page);
    assertThat(key.find()).isTrue();
    return key.group(1);
  }

  @Test
  void anOlderReleaseIsShownWithAWayToTheNewest() {
    String page = client.get("/?period=2023&region=22&release=1").text();

    assertThat(key(page)).startsWith("1-");
    assertThat(page)
        .contains("Está viendo la entrega 1, del ", "La última es la 2, del ")
        .contains("href=\"/?period=2023&amp;region=22\">Ver la última")
        .as("years and other indicators stay in it")
        .contains("&amp;lang=es&amp;release=1\"", "measure=actual&amp;release=1&amp;f=csv");
  }

  @Test
  void theNewestSaysNothingWhetherItIsNamedOrNot() {
    for (String path : List.of("/", "/?release=2", "/?release=")) {
      String page = client.get(path).text();
      assertThat(key(page)).as(path).startsWith("2-");
      assertThat(page).as(path).doesNotContain("id=\"standing\"", "first-view:standing");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"99", "0", "-1", "01", "abc", "9999999999999999999", "<b>"})
  void oneThatThereIsNotIsSaidAndTheNewestShown(String release) {
    Answer answer =
        client.get(
            "/?period=2023&lang=en&release="
                + java.net.URLEncoder.encode(release, java.nio.charset.StandardCharsets.UTF_8));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(key(answer.text())).startsWith("2-");
    assertThat(answer.text())
        .contains("There is no release “", "This is the latest, 2 of ", "in 2023")
        .doesNotContain("<b>");
  }

  /** The page of release 1 reads its own files, also where its places are others. */
  @Test
  void theFilesOfAnOlderReleaseAreItsOwn() {
    String key = key(client.get("/?release=1").text());
    JsonNode sets = client.get("/data/" + key + "/start").json().get("region-sets");
    String told = "";
    for (JsonNode set : sets.get("region_sets")) {
      told = set.get("id").asText().equals("departments") ? set.get("places").asText() : told;
    }
    String byName = client.get("/data/" + key + "/places/departments").text();

    assertThat(client.get("/data/" + key + "/start").json().at("/info/release").asText())
        .isEqualTo("1");
    assertThat(client.get("/data/" + key + "/values/departments").json().get("release").asText())
        .isEqualTo("1");
    assertThat(client.get(told).text()).isEqualTo(byName);
    String newest = key(client.get("/").text());
    assertThat(client.get("/data/" + newest + "/places/departments").text()).isNotEqualTo(byName);
  }

  @Test
  void theApiAnswersFromTheReleaseThatIsNamed() {
    String explanation =
        "/api/v1/figures/explanation?indicator=coca_area&region-set=departments&region=22"
            + "&period=2024";

    Answer first = client.get(explanation + "&release=1");
    assertThat(first.json().get("release").asText()).isEqualTo("1");
    assertThat(first.header("Cache-Control")).contains("immutable");
    assertThat(client.get(explanation).json().get("release").asText()).isEqualTo("2");
  }

  @Test
  void theSmallMapStaysInItsRelease() {
    assertThat(client.get("/embed?period=2023&release=1").text())
        .contains("entrega 1", "&amp;release=1\"");
  }
}
