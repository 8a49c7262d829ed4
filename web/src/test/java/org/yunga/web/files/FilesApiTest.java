package org.yunga.web.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.Javalin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yunga.core.snapshot.CurrentSnapshot;
import org.yunga.core.store.geopackage.GeoPackageStore;
import org.yunga.geodata.read.FileHash;
import org.yunga.geodata.reference.ReferenceData;
import org.yunga.web.Answer;
import org.yunga.web.Client;
import org.yunga.web.Gdal;
import org.yunga.web.http.Problems;
import org.yunga.web.server.Server;

/** The files of a release of the reference data. */
class FilesApiTest {

  private static final String CSV = "/files/1/departments.csv";

  @TempDir private static Path data;

  private static GeoPackageStore store;
  private static Server server;
  private static Client client;

  @BeforeAll
  static void start() {
    store = GeoPackageStore.open(data);
    ReferenceData.install(store);
    server = Server.start(store, "127.0.0.1", 0);
    client = new Client(server.port());
    made();
  }

  @AfterAll
  static void stop() {
    server.close();
    store.close();
  }

  /** Asks until the files are made, as the answer tells clients to do. */
  private static JsonNode made() {
    Answer answer = client.get("/files/1/");
    for (int i = 0; answer.status() == 202 && i < 10; i++) {
      assertThat(answer.header("Retry-After")).matches("\\d+");
      assertThat(answer.json().get("code").asText()).isEqualTo("files_in_preparation");
      answer = client.get("/files/1/");
    }
    assertThat(answer.status()).isEqualTo(200);
    return answer.json();
  }

  private static List<JsonNode> listed() {
    List<JsonNode> files = new ArrayList<>();
    made().get("groups").forEach(group -> group.get("files").forEach(files::add));
    return files;
  }

  /** The folder in which the server keeps the files. */
  private static Path kept() throws IOException {
    try (Stream<Path> folders = Files.list(data.resolve("files"))) {
      return folders
          .filter(folder -> folder.getFileName().toString().startsWith("1-"))
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void everyFileIsWhatTheListSays() {
    List<JsonNode> files = listed();
    assertThat(files).hasSizeGreaterThan(40);
    for (JsonNode file : files) {
      Answer answer = client.get(file.get("href").asText());
      assertThat(answer.status()).as(file.get("name").asText()).isEqualTo(200);
      assertThat(answer.body()).hasSize(file.get("bytes").asInt());
      assertThat(FileHash.sha256(answer.body())).isEqualTo(file.get("sha256").asText());
      assertThat(answer.header("ETag")).isEqualTo('"' + file.get("sha256").asText() + '"');
      assertThat(answer.header("Content-Type"))
          .isEqualToIgnoringWhitespace(file.get("media_type").asText());
      assertThat(answer.header("Cache-Control")).contains("immutable");
    }
  }

  /** Of a server that does not wait for them at all. */
  @Test
  void whileTheFilesAreMadeTheListSaysSoAndOnlyTheFilesAreRefused() {
    CurrentSnapshot current = new CurrentSnapshot(store);
    try (ReleaseFiles files =
        new ReleaseFiles(store, current, data.resolve("hurried"), Duration.ZERO)) {
      FilesResource resource = new FilesResource(current, files);
      Javalin javalin =
          Javalin.create(
                  config -> {
                    config.routes.get("/files/{release}", resource::list);
                    config.routes.get("/files/{release}/{name}", resource::get);
                    Problems.install(config.routes);
                  })
              .start("127.0.0.1", 0);
      Client hurried = new Client(javalin.port());

      Answer list = hurried.get("/files/1", "Accept-Language", "en");
      Answer page = hurried.get("/files/1?f=html&lang=es");
      Answer file = hurried.get("/files/1/zei.csv");
      javalin.stop();

      assertThat(List.of(list.status(), page.status(), file.status()))
          .containsExactly(202, 202, 503);
      for (Answer answer : List.of(list, page, file)) {
        assertThat(answer.header("Retry-After")).matches("\\d+");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("ETag")).isNull();
      }
      for (Answer answer : List.of(list, file)) {
        assertThat(answer.json().get("code").asText()).isEqualTo("files_in_preparation");
      }
      assertThat(list.json().get("detail").asText()).contains("being made");
      assertThat(list.json().has("groups")).isFalse();
      assertThat(page.text()).contains("<html lang=\"es\"", "se están preparando", "?lang=es");
    }
  }

  @Test
  void listCarriesCitationAndLicences() {
    JsonNode list = made();
    assertThat(list.at("/citation/es").asText()).contains("entrega 1");
    assertThat(list.at("/citation/en").asText()).contains("release 1");
    assertThat(list.get("licences").get(0).get("licence").asText()).isNotBlank();
    assertThat(list.get("synthetic").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"es, Cómo citar, Tamaño", "en, How to cite, Size"})
  void aBrowserGetsAPageInItsLanguage(String language, String cite, String size) {
    Answer page =
        client.get("/files/1/", "Accept", "text/html,*/*;q=0.8", "Accept-Language", language);

    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.text())
        .contains("<html lang=\"" + language + "\"", cite, size, "href=\"/files/1/release.gpkg\"");
    assertThat(client.get("/files/1/?f=html&lang=" + language).text()).contains(cite);
  }

  @Test
  void latestLeadsToTheReleaseInForce() {
    for (String path : List.of("/files", "/files/latest", "/files/latest/")) {
      Answer answer = client.get(path);
      assertThat(answer.status()).isEqualTo(302);
      assertThat(answer.header("Location")).isEqualTo("/files/1/");
    }
    Answer file = client.get("/files/latest/release.gpkg");
    assertThat(file.header("Location")).isEqualTo("/files/1/release.gpkg");
    assertThat(file.header("Cache-Control")).isEqualTo("no-cache");
  }

  @ParameterizedTest
  @CsvSource({"bytes=0-9, 0, 10", "bytes=100-199, 100, 200", "bytes=-10, -10, 0"})
  void aPartIsSent(String range, int from, int to) {
    byte[] whole = client.get(CSV).body();
    int begin = from < 0 ? whole.length + from : from;
    int end = to == 0 ? whole.length : to;

    Answer part = client.get(CSV, "Range", range);

    assertThat(part.status()).isEqualTo(206);
    assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole, begin, end));
    assertThat(part.header("Content-Range"))
        .isEqualTo("bytes " + begin + "-" + (end - 1) + "/" + whole.length);
  }

  @Test
  void aPartBehindTheEndIsRefused() {
    int bytes = client.get(CSV).body().length;
    Answer answer = client.get(CSV, "Range", "bytes=" + bytes + "-");
    assertThat(answer.status()).isEqualTo(416);
    assertThat(answer.header("Content-Range")).isEqualTo("bytes */" + bytes);
    assertThat(answer.json().get("code").asText()).isEqualTo("range_not_satisfiable");
  }

  @Test
  void aPartOfAnotherFileThanBegunIsTheWhole() {
    String tag = client.get(CSV).header("ETag");
    assertThat(client.get(CSV, "Range", "bytes=0-9", "If-Range", tag).status()).isEqualTo(206);
    assertThat(client.get(CSV, "Range", "bytes=0-9", "If-Range", "\"x\"").status()).isEqualTo(200);
  }

  @Test
  void whoHasItGetsNothing() {
    String tag = client.get(CSV).header("ETag");
    Answer answer = client.get(CSV, "If-None-Match", tag);
    assertThat(answer.status()).isEqualTo(304);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void headTellsTheSize() {
    Answer head = client.send("HEAD", CSV, "Range", "bytes=0-9");
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.header("Accept-Ranges")).isEqualTo("bytes");
    assertThat(Integer.parseInt(head.header("Content-Length")))
        .isEqualTo(client.get(CSV).body().length);
    assertThat(head.header("Content-Disposition")).contains("yunga-1-departments.csv");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/files/1/none.csv",
        "/files/1/index.json",
        "/files/1/../../yunga.gpkg",
        "/files/1/..%2f..%2fyunga.gpkg",
        "/files/1/%2e%2e/%2e%2e/yunga.gpkg",
        "/files/1//etc/passwd",
        "/files/..%2f/yunga.gpkg",
        "/files/2/release.gpkg",
        "/files/0/release.gpkg",
        "/files/-1/",
        "/files/01/release.gpkg",
        "/files/1x/",
        "/files/99999999999999999999/"
      })
  void onlyFilesOfTheListAreThere(String path) {
    Answer answer = client.raw(path);
    assertThat(answer.status()).isIn(400, 404);
    assertThat(answer.text()).contains("\"code\"").doesNotContain("SQLite format", "root:");
  }

  @Test
  void anUnknownFileIsToldWithThoseThereAre() {
    Answer answer = client.get("/files/1/none.csv", "Accept-Language", "en");
    assertThat(answer.json().get("code").asText()).isEqualTo("unknown_file");
    assertThat(answer.json().get("detail").asText()).contains("none.csv", "release.gpkg");
  }

  @Test
  void aDamagedOrDeletedFileIsMadeAnew() throws IOException {
    byte[] before = client.get("/files/1/zei.csv").body();
    Files.write(kept().resolve("zei.csv"), new byte[] {'x'}, StandardOpenOption.WRITE);
    assertThat(client.get("/files/1/zei.csv").body()).isEqualTo(before);

    Files.delete(kept().resolve("zei.csv"));
    assertThat(client.get("/files/1/zei.csv").body()).isEqualTo(before);

    Files.writeString(kept().resolve("index.json"), "{");
    try (Server other = Server.start(store, "127.0.0.1", 0)) {
      assertThat(new Client(other.port()).get("/files/1/zei.csv").body()).isEqualTo(before);
    }
  }

  @Test
  void gdalReadsOverHttpWhatItNeeds() {
    String files = "/vsicurl/http://127.0.0.1:" + server.port() + "/files/1/";
    for (String name : List.of("departments.fgb", "departments.gpkg", "departments.geojson")) {
      assertThat(Gdal.info(files + name, "-so")).as(name).contains("Feature Count: 25");
    }
    assertThat(Gdal.info("/vsizip/" + files + "departments.shp.zip", "-so"))
        .contains("Feature Count: 25");
  }
}
