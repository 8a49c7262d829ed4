package org.yunga.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Release;
import org.yunga.core.store.geopackage.GeoPackageStore;
import org.yunga.geodata.reference.ReferenceData;

/** {@code yunga sample}, and what the other commands do with its store. */
@Timeout(120)
class SampleCommandTest {

  private static final String SQUARE =
      """
      {"type":"FeatureCollection","features":[{"type":"Feature",
      "properties":{"code":"p1","name":"Parque de prueba"},
      "geometry":{"type":"Polygon","coordinates":[[[-74.5,-13],[-73,-13],[-73,-11.5],[-74.5,-11.5],[-74.5,-13]]]}}]}
      """;

  @TempDir private Path folder;

  private static Outcome sample(Path data, String plots, String seed) {
    return Outcome.run("sample", "--plots", plots, "--seed", seed, "--data", data.toString());
  }

  private static void assertMendable(Outcome outcome, String... told) {
    assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(1);
    assertThat(outcome.err())
        .contains(told)
        .doesNotContain("\tat ", "org.yunga", "Exception", "SQLException");
  }

  private static Release release(Path data) {
    try (GeoPackageStore store = GeoPackageStore.open(data)) {
      return store.latestRelease();
    }
  }

  private static int plots(Path data) {
    int[] count = new int[1];
    try (GeoPackageStore store = GeoPackageStore.open(data)) {
      for (Dataset dataset : store.latestRelease().datasets()) {
        store.plots(dataset.id()).forEach(plot -> count[0]++);
      }
    }
    return count[0];
  }

  @Test
  void makesAStoreOfItsOwn() {
    Path data = folder.resolve("sample");
    Outcome outcome = sample(data, "2000", "1");

    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(outcome.out()).contains("2,000", "scripts/run --data " + data);
    assertThat(release(data).isSynthetic()).isTrue();
    assertThat(release(data).datasets())
        .extracting(Dataset::key)
        .containsExactly("synthetic/words", "synthetic/plots");
    assertThat(plots(data)).isEqualTo(2_000);
    try (GeoPackageStore store = GeoPackageStore.open(data)) {
      assertThat(store.readLatest().figures()).isEmpty();
      assertThat(store.readLatest().regions()).isNotEmpty();
    }
  }

  @Test
  void theSameOnesAreNotMadeTwiceAndOthersTakeTheirPlace() {
    sample(folder, "300", "1");
    long first = release(folder).number();

    assertThat(sample(folder, "300", "1").exitCode()).isZero();
    assertThat(release(folder).number()).isEqualTo(first);

    assertThat(sample(folder, "200", "2").exitCode()).isZero();
    assertThat(release(folder).number()).isEqualTo(first + 1);
    assertThat(plots(folder)).isEqualTo(200);
  }

  @Test
  void aStoreOfRealDataIsRefusedAndLeftAsItIs() {
    try (GeoPackageStore store = GeoPackageStore.open(folder)) {
      ReferenceData.install(store);
    }
    Release before = release(folder);

    Outcome outcome = sample(folder, "2000", "1");

    assertMendable(outcome, folder.toString(), "--data");
    assertThat(release(folder)).isEqualTo(before);
    assertThat(plots(folder)).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 1 | --plots 0",
        "-5 | 1 | --plots -5",
        "10000001 | 1 | 10,000,000",
        "99999999999 | 1 | 10,000,000",
        "1,000 | 1 | --plots 1,000",
        "mil | 1 | --plots mil",
        "1e6 | 1 | --plots 1e6",
        "100 | x | --seed x",
        "100 | 1.5 | --seed 1.5",
        "100 | 99999999999999999999 | --seed 99999999999999999999"
      })
  void badOptionsAreToldBeforeAnythingIsTouched(String plots, String seed, String told) {
    Path data = folder.resolve("data");
    Outcome outcome =
        Outcome.run("sample", "--plots=" + plots, "--seed=" + seed, "--data", data.toString());

    assertMendable(outcome, told);
    assertThat(data).doesNotExist();
  }

  @Test
  void aFolderMustBeNamed() {
    Outcome outcome = Outcome.run("sample", "--plots", "10");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("--data").doesNotContain("Exception");
  }

  @Test
  void boundariesMayBeLoadedBesideMadeUpPlots() throws IOException {
    sample(folder, "500", "1");
    Path file = Files.writeString(folder.resolve("parks.geojson"), SQUARE);

    Outcome outcome =
        Outcome.run(
            "boundaries",
            "load",
            file.toString(),
            "--region-set=protected-areas",
            "--code-field=code",
            "--name-field=name",
            "--data",
            folder.toString());

    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(release(folder).isSynthetic()).isTrue();
    assertThat(release(folder).datasets())
        .extracting(Dataset::key)
        .containsExactly("synthetic/words", "synthetic/plots", "boundaries/protected-areas");
    assertThat(plots(folder)).isEqualTo(500);
  }

  @Test
  void isServedAndMarked() throws IOException, InterruptedException {
    sample(folder, "2000", "1");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx256m", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.addAll(List.of("org.yunga.web.Main", "serve", "--port", "0", "--data"));
    command.add(folder.toString());
    Process program = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (BufferedReader told = program.inputReader(StandardCharsets.UTF_8)) {
      Client client = new Client(port(told));

      assertThat(client.get("/api/v1/info").json().get("synthetic").asBoolean()).isTrue();
      assertThat(client.get("/api/v1/info").json().get("release").asText()).isEqualTo("2");
      assertThat(client.get("/api/v1/info").json().at("/plots/count").asInt()).isEqualTo(2_000);
      assertThat(client.get("/").status()).isEqualTo(200);
      assertThat(
              client
                  .get("/api/v1/totals?region-set=departments&kind=coca_field")
                  .json()
                  .get("totals"))
          .hasSize(25 * 15);
      for (String path :
          List.of("/api/v1/indicators", "/api/v1/region-sets", "/api/v1/regions/departments/22")) {
        assertThat(client.get(path).status()).as(path).isEqualTo(200);
      }
      assertThat(client.get("/api/v1/figures?indicator=coca_area&region-set=departments").status())
          .isLessThan(500);
    } finally {
      program.destroy();
      assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(release(folder).datasets()).hasSize(2);
  }

  private static int port(BufferedReader told) throws IOException {
    for (String line = told.readLine(); line != null; line = told.readLine()) {
      Matcher address = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)").matcher(line);
      if (address.find()) {
        return Integer.parseInt(address.group(1));
      }
    }
    throw new AssertionError("The server did not start");
  }
}
