package org.yunga.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yunga.core.audit.Actor;
import org.yunga.core.dataset.Release;
import org.yunga.core.store.geopackage.GeoPackageStore;
import org.yunga.geodata.reference.ReferenceData;
import org.yunga.web.Answer;
import org.yunga.web.TinyGeoTiff;
import org.yunga.web.access.TokenSecret;
import org.yunga.web.server.Server;
import org.yunga.web.staging.StagingLimits;

/** Files over HTTP: sent, checked, mended, published, discarded. */
class StagedApiTest {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static final String GOOD =
      "Titulación de predios\nUBIGEO,Departamento,Títulos\n10,Huánuco,812\n22,San Martín,7\n";
  private static final String HALF_GOOD =
      "Titulación de predios\nUBIGEO,Departamento,Títulos\n10,Huánuco,812\n22,Huánuco,7\n";
  private static final String SAID =
      "{\"constants\":{\"indicator\":\"land_titles\",\"series\":\"PTRT3\",\"period\":\"2019\"}}";

  private final TokenSecret secret = TokenSecret.random();

  @TempDir private Path folder;
  private GeoPackageStore store;
  private Server server;

  @BeforeEach
  void start() {
    store = GeoPackageStore.open(folder);
    ReferenceData.install(store);
    store.tokens().create("oficina", secret.sha256(), Optional.empty(), Actor.PROGRAM);
    server = Server.start(store, "127.0.0.1", 0);
  }

  @AfterEach
  void stop() {
    server.close();
    store.close();
  }

  private Answer send(String method, String path, byte[] body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
            .timeout(Duration.ofSeconds(120));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  private static Answer send(HttpRequest request) {
    try {
      HttpResponse<byte[]> response = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Answer ask(String method, String path) {
    return send(method, path, new byte[0], "Authorization", "Bearer " + secret.reveal());
  }

  /** Sends a file; what is said of it may follow its name. */
  private Answer upload(String name, String text) {
    String[] parts = name.split("&", 2);
    String file = URLEncoder.encode(parts[0], StandardCharsets.UTF_8);
    return send(
        "POST",
        "/api/v1/datasets?file=" + file + (parts.length > 1 ? "&" + parts[1] : ""),
        text.getBytes(StandardCharsets.UTF_8),
        "Authorization",
        "Bearer " + secret.reveal());
  }

  private Answer map(String href, String body) {
    return send(
        "PATCH",
        href + "/mapping",
        body.getBytes(StandardCharsets.UTF_8),
        "Authorization",
        "Bearer " + secret.reveal(),
        "Content-Type",
        "application/json");
  }

  /** A file that was sent and whose mapping was said: ready to be published. */
  private String ready(String name, String text) {
    Answer sent = upload(name, text);
    assertThat(sent.status()).as(sent.text()).isEqualTo(201);
    Answer mapped = map(sent.header("Location"), SAID);
    assertThat(mapped.status()).as(mapped.text()).isEqualTo(200);
    return sent.header("Location");
  }

  private List<Path> kept() throws IOException {
    Path incoming = folder.resolve("incoming");
    if (!Files.exists(incoming)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(incoming)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static JsonNode problem(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.json().get("code").asText()).isEqualTo(code);
    return answer.json();
  }

  @Test
  void aFileIsSentMappedCheckedAndPublished() {
    Answer sent = upload("titulos.csv", GOOD);
    assertThat(sent.status()).as(sent.text()).isEqualTo(201);
    String href = sent.header("Location");
    assertThat(sent.json().get("href").asText()).isEqualTo(href);
    assertThat(sent.json().at("/report/kind").asText()).isEqualTo("figures");
    assertThat(sent.json().get("publishable").asBoolean()).as("who measured?").isFalse();

    JsonNode mapped = map(href, SAID).json();
    assertThat(mapped.get("publishable").asBoolean()).as(mapped.toString()).isTrue();
    assertThat(mapped.at("/report/counts/new").asInt()).isEqualTo(2);
    assertThat(mapped.at("/report/effects")).hasSize(2);
    assertThat(mapped.at("/report/file/rows").asInt()).isEqualTo(2);
    assertThat(store.latestReleaseNumber()).as("nothing is published yet").isEqualTo(1);

    Answer published = ask("POST", href + "/publish?accept=true");
    assertThat(published.status()).as(published.text()).isEqualTo(200);
    assertThat(published.json().get("release").asText()).isEqualTo("2");
    String figures =
        "/api/v1/figures?indicator=land_titles&region-set=departments&series=PTRT3&period=2019";
    assertThat(ask("GET", figures).text()).as("at once").contains("812");
    assertThat(ask("GET", href).json().get("state").asText()).isEqualTo("published");
    assertThat(store.datasets().get(1).by().name()).isEqualTo("oficina");
  }

  @Test
  void whatIsSaidOfAllRowsMayComeWithTheFile() {
    Answer sent = upload("titulos.csv&indicator=land_titles&series=PTRT3&period=2019", GOOD);

    assertThat(sent.status()).as(sent.text()).isEqualTo(201);
    assertThat(sent.json().get("publishable").asBoolean()).as(sent.text()).isTrue();
    assertThat(sent.json().at("/report/columns").toString())
        .isEqualTo("[\"UBIGEO\",\"Departamento\",\"Títulos\"]");
    assertThat(sent.json().at("/report/roles/constants").toString()).contains("\"measure\"");
  }

  @Test
  void whatWasSaidIsRememberedWhenItIsPublished() {
    String table = "Lugar;Cosas\nPuno;%d\n";
    Answer first = upload("a.csv", table.formatted(5));
    String said =
        "{\"mapping\":{\"region_name\":\"Lugar\",\"value\":\"Cosas\"},\"constants\":"
            + "{\"indicator\":\"land_titles\",\"series\":\"PTRT3\",\"period\":\"2018\"}}";
    assertThat(map(first.header("Location"), said).json().get("publishable").asBoolean()).isTrue();
    Answer published = ask("POST", first.header("Location") + "/publish?accept=true");
    assertThat(published.status()).as(published.text()).isEqualTo(200);

    Answer second = upload("b.csv&period=2019", table.formatted(6));

    assertThat(second.json().get("publishable").asBoolean()).as(second.text()).isTrue();
    assertThat(second.json().at("/report/mapping").toString())
        .contains("\"Cosas\",\"constant\":null,\"origin\":\"remembered\"");
  }

  @Test
  void aRasterIsSentSaidAndCounted() throws IOException {
    byte[][] cells = new byte[40][40];
    for (byte[] row : cells) {
      Arrays.fill(row, (byte) 1);
    }
    Path raster = TinyGeoTiff.write(folder.resolve("r.tif"), cells, -82, 0.5, 0.35, 0.4875);
    String bearer = "Bearer " + secret.reveal();
    byte[] bytes = Files.readAllBytes(raster);
    String path = "/api/v1/datasets?file=r.tif";

    JsonNode silent = send("POST", path, bytes, "Authorization", bearer).json();
    assertThat(silent.get("kind").asText()).isEqualTo("raster:departments");
    assertThat(silent.at("/report/problems/0/code").asText()).isEqualTo("raster_meaning_needed");
    assertThat(silent.get("publishable").asBoolean()).isFalse();

    JsonNode said =
        map(
                silent.get("href").asText(),
                "{\"constants\":{\"indicator\":\"forest_loss\",\"series\":\"GEOBOSQUES\","
                    + "\"classes\":\"1=1901\"}}")
            .json();
    assertThat(said.at("/report/counts/new").asInt()).as(said.toString()).isEqualTo(25);
    assertThat(said.at("/report/effects/0/region_code").isNull()).as("outside").isTrue();
    Answer published = ask("POST", silent.get("href").asText() + "/publish?accept=true");
    assertThat(published.status()).as(published.text()).isEqualTo(200);
  }

  @Test
  void aNewRegionSetIsNamedWithItsFile() {
    String zone =
        "code,name,wkt\nc1,Shampuyacu,\"POLYGON((-77 -6,-76.9 -6,-76.9 -5.9,-77 -5.9,-77 -6))\"\n";
    String as = "c.csv&as=boundaries:native-communities";
    JsonNode unnamed = problem(upload(as, zone), 422, "region_set_new");
    assertThat(unnamed.get("detail").asText()).contains("set_name").doesNotContain("--");

    Answer sent = upload(as + "&set_name=Comunidades+nativas&set_name_en=Native+communities", zone);
    assertThat(sent.status()).as(sent.text()).isEqualTo(201);
    Answer published = ask("POST", sent.header("Location") + "/publish?accept=true");

    assertThat(published.status()).as(published.text()).isEqualTo(200);
    assertThat(ask("GET", "/api/v1/region-sets").text()).contains("Native communities");
  }

  @ParameterizedTest
  @CsvSource({
    "POST,   /api/v1/datasets?file=a.csv",
    "GET,    /api/v1/datasets?state=staged",
    "GET,    /api/v1/datasets/staged-1",
    "PATCH,  /api/v1/datasets/staged-1/mapping",
    "PUT,    /api/v1/datasets/staged-1/mapping",
    "POST,   /api/v1/datasets/staged-1/publish",
    "GET,    /api/v1/datasets/staged-1/refused",
    "DELETE, /api/v1/datasets/staged-1",
  })
  void nothingOfItGoesWithoutAToken(String method, String path) throws IOException {
    ready("titulos.csv", GOOD);
    byte[] body = GOOD.getBytes(StandardCharsets.UTF_8);

    problem(send(method, path, body), 401, "token_needed");
    problem(send(method, path, body, "Authorization", "Bearer wrong"), 401, "wrong_token");

    assertThat(store.staged()).hasSize(1);
    assertThat(store.latestReleaseNumber()).isEqualTo(1);
    assertThat(kept()).hasSize(1);
  }

  @Test
  void aFileThatCannotBeReadIsRefusedAndLeavesNothing() throws IOException {
    JsonNode problem = problem(upload("titulos.xlsx", "not a workbook"), 422, "workbook_not_one");

    assertThat(problem.at("/errors/0/file").asText()).isEqualTo("titulos.xlsx");
    assertThat(problem.at("/errors/0/detail").asText()).isNotBlank();
    assertThat(store.staged()).isEmpty();
    assertThat(kept()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "titulos.docx,        x, 422, file_format_unknown",
    "titulos.csv,         '', 422, file_empty",
    "../titulos.csv,      x, 400, bad_file_name",
    ".titulos.csv,        x, 400, bad_file_name",
    "a\\b.csv,            x, 400, bad_file_name",
  })
  void whatIsNoFileIsRefused(String name, String text, int status, String code) throws IOException {
    problem(upload(name, text), status, code);
    assertThat(kept()).isEmpty();
  }

  @Test
  void aFileNeedsAName() {
    Answer answer =
        send("POST", "/api/v1/datasets", new byte[1], "Authorization", "Bearer " + secret.reveal());
    problem(answer, 400, "missing_parameter");
  }

  @Test
  void badRowsStayOutOnlyWhenThatIsSaidAndComeBackAsAFile() {
    String href = ready("titulos.csv", HALF_GOOD);
    JsonNode staged = ask("GET", href).json();
    assertThat(staged.get("needs").toString()).contains("partial");
    assertThat(staged.at("/report/counts/refused").asInt()).isEqualTo(1);

    JsonNode problem = problem(ask("POST", href + "/publish?accept=true"), 409, "consent_needed");
    assertThat(problem.get("allowed").toString()).isEqualTo("[\"partial\"]");
    Answer refused = ask("GET", href + "/refused");
    assertThat(refused.text()).contains("22,Huánuco,7").doesNotContain("812");
    assertThat(refused.header("Content-Disposition")).contains("titulos.rechazados.csv");

    assertThat(ask("POST", href + "/publish?accept=true&partial=true").status()).isEqualTo(200);
    assertThat(ask("GET", href + "/refused").status()).as("still there").isEqualTo(200);
  }

  @Test
  void whatIsNotUnderstoodIsNotPublished() {
    String href = upload("titulos.csv", GOOD).header("Location");

    JsonNode problem = problem(ask("POST", href + "/publish"), 422, "nothing_to_publish");

    assertThat(problem.get("errors")).isNotEmpty();
    assertThat(problem.at("/errors/0/rule").asText()).isNotBlank();
    assertThat(store.latestReleaseNumber()).isEqualTo(1);
  }

  @Test
  void aMappingThatNamesWhatThereIsNotLeavesTheOneBefore() {
    String href = ready("titulos.csv", GOOD);

    problem(map(href, "{\"constants\":{\"indicator\":\"cocoa\"}}"), 422, "unknown_indicator");
    problem(map(href, "{\"colour\":\"red\"}"), 400, "unknown_member");
    problem(map(href, "{\"mapping\":7}"), 400, "invalid_member");
    problem(map(href, "{\"encoding\":\"latin-99\"}"), 400, "invalid_member");
    problem(map(href, "{\"as\":\"poems\"}"), 422, "kind_unknown");
    problem(map(href, "{\"name\":\"Títulos 2019\"}"), 422, "dataset_name_wrong");

    assertThat(ask("GET", href).json().get("publishable").asBoolean()).isTrue();
  }

  @Test
  void discardedItIsGone() throws IOException {
    String href = ready("titulos.csv", GOOD);

    assertThat(ask("DELETE", href).status()).isEqualTo(204);

    problem(ask("GET", href), 404, "unknown_staged");
    problem(ask("DELETE", href), 404, "unknown_staged");
    assertThat(kept()).isEmpty();
  }

  @Test
  void publishedTwiceItIsPublishedOnce() {
    String href = ready("titulos.csv", GOOD);
    assertThat(ask("POST", href + "/publish?accept=true").status()).isEqualTo(200);

    problem(ask("POST", href + "/publish?accept=true"), 409, "staged_already_published");
    problem(ask("DELETE", href), 409, "staged_already_published");

    assertThat(store.latestReleaseNumber()).isEqualTo(2);
  }

  @Test
  void aReleaseThatCameMeanwhileIsShownBeforeItIsPublished() {
    String first = ready("titulos.csv", GOOD);
    String second = ready("otros.csv", GOOD);
    assertThat(ask("POST", first + "/publish?accept=true").status()).isEqualTo(200);

    problem(ask("POST", second + "/publish?accept=true"), 409, "release_moved");

    JsonNode again = ask("GET", second).json();
    assertThat(again.get("checked_against").asText()).isEqualTo("2");
    assertThat(again.at("/report/counts/new").asInt()).isZero();
  }

  @Test
  void whereTheOutcomeIsTheSameItIsPublishedThoughAReleaseCame() {
    String href = ready("titulos.csv", GOOD);
    Release other = store.retire(ReferenceData.dataset().id(), Actor.PROGRAM);
    store.rollBack(1, Actor.PROGRAM);
    assertThat(other.number()).isEqualTo(2);

    Answer answer = ask("POST", href + "/publish?accept=true");

    assertThat(answer.json().get("release").asText()).as(answer.text()).isEqualTo("4");
  }

  @Test
  void onlyWhoHasATokenSeesWhatWaits() {
    ready("titulos.csv", GOOD);

    JsonNode waiting = ask("GET", "/api/v1/datasets?state=staged").json().get("datasets");
    assertThat(waiting).hasSize(1);
    assertThat(waiting.get(0).get("file_name").asText()).isEqualTo("titulos.csv");
    assertThat(send("GET", "/api/v1/datasets", new byte[0]).text()).doesNotContain("titulos.csv");
  }

  @Test
  void whatWaitsSurvivesARestartWithItsFile() {
    String href = ready("titulos.csv", GOOD);
    stop();
    store = GeoPackageStore.open(folder);
    server = Server.start(store, "127.0.0.1", 0);

    assertThat(map(href, SAID).status()).as("checked again").isEqualTo(200);
    assertThat(ask("POST", href + "/publish?accept=true").status()).isEqualTo(200);
  }

  @Test
  void aFileThatIsTooLargeIsRefusedBeforeItIsSent() throws IOException {
    String head = head("Content-Length: " + (StagingLimits.DEFAULT.fileBytes() + 1));

    assertThat(raw(head, new byte[0])).startsWith("HTTP/1.1 413").contains("file_too_large");
    assertThat(kept()).isEmpty();
  }

  @Test
  void aConnectionThatIsCutLeavesNothing() throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      socket.getOutputStream().write(head("Content-Length: 1000000").getBytes("ISO-8859-1"));
      socket.getOutputStream().write(GOOD.getBytes(StandardCharsets.UTF_8));
      socket.shutdownOutput();
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 400");
    }
    assertThat(kept()).isEmpty();
    assertThat(store.staged()).isEmpty();
    assertThat(upload("titulos.csv", GOOD).status()).as("the server goes on").isEqualTo(201);
  }

  @Test
  void twoHundredMegabytesStreamThrough() throws IOException {
    byte[] zeros = new byte[1 << 20];
    InputStream body =
        new InputStream() {
          private long left = 200L << 20;

          @Override
          public int read() {
            return left-- > 0 ? 0 : -1;
          }

          @Override
          public int read(byte[] buffer, int offset, int length) {
            int given = (int) Math.min(left, Math.min(length, zeros.length));
            left -= given;
            return given == 0 ? -1 : given;
          }
        };
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + server.port() + "/api/v1/datasets?file=coca.gpkg"))
            .header("Authorization", "Bearer " + secret.reveal())
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> body))
            .timeout(Duration.ofSeconds(120))
            .build();

    problem(send(request), 422, "geopackage_not_one");
    assertThat(kept()).isEmpty();
  }

  @Test
  void twoUploadsAtOnceDoNotMeet() {
    List<CompletableFuture<Answer>> both =
        Stream.of("uno.csv", "dos.csv")
            .map(name -> CompletableFuture.supplyAsync(() -> upload(name, GOOD)))
            .toList();

    assertThat(both).extracting(answer -> answer.join().status()).containsOnly(201);
    assertThat(store.staged()).hasSize(2);
  }

  @Test
  void aReleaseIsMadeByGoingBackOrRetiringWithAToken() {
    String href = ready("titulos.csv", GOOD);
    String dataset = ask("POST", href + "/publish?accept=true").json().at("/datasets/0").asText();

    problem(send("POST", "/api/v1/releases?rollback=1", new byte[0]), 401, "token_needed");
    problem(ask("POST", "/api/v1/releases"), 400, "rollback_or_retire");
    problem(ask("POST", "/api/v1/releases?rollback=99"), 404, "unknown_release");
    problem(ask("POST", "/api/v1/releases?retire=figures/never"), 404, "unknown_dataset");
    String reference = URLEncoder.encode(ReferenceData.dataset().id(), StandardCharsets.UTF_8);
    problem(ask("POST", "/api/v1/releases?retire=" + reference), 409, "dataset_in_use");

    String id = URLEncoder.encode(dataset, StandardCharsets.UTF_8);
    Answer retired = ask("POST", "/api/v1/releases?retire=" + id);
    assertThat(retired.status()).as(retired.text()).isEqualTo(201);
    assertThat(ask("POST", "/api/v1/releases?rollback=2").json().get("release").asText())
        .isEqualTo("4");
    assertThat(store.latestRelease().datasets()).hasSize(2);
  }

  @Test
  void theAuditIsVerifiedForWhoHasAToken() {
    problem(send("GET", "/api/v1/audit/verification", new byte[0]), 401, "token_needed");
    ready("titulos.csv", GOOD);

    JsonNode report = ask("GET", "/api/v1/audit/verification").json();

    assertThat(report.get("intact").asBoolean()).isTrue();
    assertThat(report.get("entries").asInt()).isEqualTo(store.audit().before(99, 99).size());
    Answer odd = ask("GET", "/api/v1/audit/verification?head=" + "0".repeat(64));
    assertThat(odd.json().at("/findings/0/code").asText()).isEqualTo("head_unknown");
  }

  @Test
  void limitsAreTold() {
    assertThat(ask("GET", "/api/v1/limits").json().get("file_bytes").asLong())
        .isEqualTo(StagingLimits.DEFAULT.fileBytes());
  }

  private String head(String... lines) {
    return "POST /api/v1/datasets?file=titulos.csv HTTP/1.1\r\nHost: localhost\r\n"
        + "Connection: close\r\nAuthorization: Bearer "
        + secret.reveal()
        + "\r\n"
        + String.join("\r\n", lines)
        + "\r\n\r\n";
  }

  private String raw(String head, byte[] body) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().write(body);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
