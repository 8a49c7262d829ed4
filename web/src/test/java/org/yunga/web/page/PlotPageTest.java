package org.yunga.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yunga.core.store.geopackage.GeoPackageStore;
import org.yunga.geodata.sample.SampleData;
import org.yunga.web.Client;
import org.yunga.web.server.Server;

/** {@code /} over a store that has plots and no figures, before any script runs. */
class PlotPageTest {

  @TempDir private static Path folder;
  private static GeoPackageStore store;
  private static Server server;
  private static Client client;

  @BeforeAll
  static void start() {
    SampleData sample = new SampleData();
    store = GeoPackageStore.open(folder);
    store.publish(sample.words());
    store.publish(sample.delivery(2_000, 1, sample.plots(2_000, 1)));
    server = Server.start(store, "127.0.0.1", 0);
    client = new Client(server.port());
  }

  @AfterAll
  static void stop() {
    server.close();
    store.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/ | es | Campos de coca por departamento en 2024 (datos sintéticos)",
        "/?lang=en&period=2015 | en | Coca fields by department in 2015 (synthetic data)",
        "/?indicator=plots.titled_parcel&period=1900 | es | Predios titulados por departamento en 2024",
        "/?indicator=coca_area&region-set=none | es | Campos de coca por departamento en 2024"
      })
  void theSentenceSaysWhatIsShown(String path, String language, String sentence) {
    String page = client.get(path).text();

    assertThat(page).contains("<html lang=\"" + language + "\"", "<title>" + sentence);
    assertThat(page).containsPattern("<h1[^>]*>" + Pattern.quote(sentence));
  }

  @Test
  void theListHasEachRegionWithItsPlots() {
    String page = client.get("/?period=2023").text();
    var totals =
        client
            .get("/api/v1/totals?region-set=departments&kind=coca_field&year=2023")
            .json()
            .get("totals");

    for (var total : totals) {
      String name = "<th scope=\"row\">" + total.get("region_name").asText() + "</th>";
      long count = total.get("count").asLong();
      if (count == 0) {
        assertThat(page).doesNotContain(name);
      } else {
        assertThat(page).contains(name + "<td>" + count + " parcelas, ");
      }
    }
    assertThat(page).contains("href=\"/api/v1/totals?region-set=departments&amp;kind=coca_field");
    assertThat(page).contains("indicator=plots.reforested_lot&amp;region-set=departments");
    assertThat(page).contains("period=2010&amp;lang=es\">2010</a>");
  }
}
