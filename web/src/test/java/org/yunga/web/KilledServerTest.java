package org.yunga.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yunga.core.audit.Actor;
import org.yunga.core.store.geopackage.GeoPackageStore;
import org.yunga.geodata.reference.ReferenceData;
import org.yunga.web.access.TokenSecret;

/**
 * The server in a process of its own, killed while a file comes, while it is checked and kept, and
 * while it is published: after a restart the store holds the old release or the new one, whole.
 */
@Timeout(300)
class KilledServerTest {

  /** Enough that keeping and publishing them take many pages, and few enough for a test. */
  private static final int PLOTS = 20_000;

  private static final int COLUMNS = 200;
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:([0-9]+)");

  private final TokenSecret secret = TokenSecret.random();

  @TempDir private Path data;
  private byte[] file;
  private Process server;
  private int port;

  @BeforeEach
  void fill() {
    try (GeoPackageStore store = GeoPackageStore.open(data)) {
      ReferenceData.install(store);
      store.tokens().create("oficina", secret.sha256(), Optional.empty(), Actor.PROGRAM);
    }
    List<String> lines = new ArrayList<>(List.of("wkt,anio"));
    for (int i = 0; i < PLOTS; i++) {
      lines.add(square(-76.4 + i % COLUMNS * 0.002, -9.5 + i / COLUMNS * 0.002) + ",2023");
    }
    file = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
  }

  private static String square(double west, double south) {
    return String.format(
        Locale.ROOT,
        "\"POLYGON((%1$.3f %2$.3f,%3$.3f %2$.3f,%3$.3f %4$.3f,%1$.3f %4$.3f,%1$.3f %2$.3f))\"",
        west,
        south,
        west + 0.001,
        south + 0.001);
  }

  @AfterEach
  void stop() throws InterruptedException {
    if (server != null) {
      kill();
    }
  }

  private void start() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx512m", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.addAll(List.of("org.yunga.web.Main", "serve", "--port=0", "--data=" + data));
    server = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    BufferedReader said = server.inputReader(StandardCharsets.UTF_8);
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      Matcher address = ADDRESS.matcher(line);
      if (address.find()) {
        port = Integer.parseInt(address.group(1));
        return;
      }
    }
    throw new AssertionError("The server did not start");
  }

  private void kill() throws InterruptedException {
    server.toHandle().destroyForcibly();
    server.waitFor();
  }

  private void killWhen(BooleanSupplier come) throws InterruptedException {
    while (server.isAlive() && !Thread.currentThread().isInterrupted() && !come.getAsBoolean()) {
      Thread.onSpinWait();
    }
    kill();
  }

  private HttpRequest post(String path, byte[] body) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Authorization", "Bearer " + secret.reveal())
        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
        .build();
  }

  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /** Sends the whole file; gives the address of what waits then. */
  private String sent() throws Exception {
    HttpResponse<String> answer =
        send(post("/api/v1/datasets?file=coca.csv&as=plots:coca_field", file));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private long bytesOf(String name) {
    return data.resolve(name).toFile().length();
  }

  /** What lies in the folder of uploads. */
  private List<Path> uploads() throws IOException {
    Path incoming = data.resolve("incoming");
    if (!Files.exists(incoming)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(incoming)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  /** Release 1 without plots, or 2 with all of them; what waits is whole too. */
  private long assertWhole() {
    try (GeoPackageStore store = GeoPackageStore.open(data)) {
      long release = store.latestReleaseNumber();
      assertThat(release).isBetween(1L, 2L);
      long plots =
          store.latestRelease().datasets().stream()
              .flatMap(dataset -> store.plotPacks(dataset.id()).stream())
              .mapToLong(pack -> pack.counts().plots())
              .sum();
      assertThat(plots).isEqualTo(release == 1 ? 0 : PLOTS);
      assertThat(store.staged())
          .allSatisfy(
              staged -> assertThat(staged.parts().get(0).counts().plots()).isEqualTo(PLOTS));
      assertThat(store.audit().verify(Optional.empty()).findings()).isEmpty();
      return release;
    }
  }

  /** The same file, or what waits of it, is published by the server that is started next. */
  private void assertGoesOn() throws Exception {
    start();
    String waits;
    try (GeoPackageStore store = GeoPackageStore.open(data)) {
      waits =
          store.staged().stream()
              .findFirst()
              .map(staged -> "/api/v1/datasets/staged-" + staged.number())
              .orElse(null);
    }
    HttpResponse<String> answer =
        send(post((waits == null ? sent() : waits) + "/publish?accept=true", new byte[0]));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    kill();
    assertThat(assertWhole()).isEqualTo(2);
  }

  @Test
  void killedWhileAFileComes() throws Exception {
    start();
    try (Socket socket = new Socket("127.0.0.1", port)) {
      OutputStream out = socket.getOutputStream();
      out.write(
          ("POST /api/v1/datasets?file=coca.csv&as=plots:coca_field HTTP/1.1\r\nHost: localhost\r\n"
                  + "Authorization: Bearer "
                  + secret.reveal()
                  + "\r\nContent-Length: "
                  + file.length
                  + "\r\n\r\n")
              .getBytes(StandardCharsets.ISO_8859_1));
      out.write(file, 0, file.length / 2);
      out.flush();
      killWhen(() -> isThere("file/coca.csv"));
    }

    assertThat(assertWhole()).isEqualTo(1);
    try (GeoPackageStore store = GeoPackageStore.open(data)) {
      assertThat(store.staged()).isEmpty();
    }
    assertGoesOn();
  }

  private boolean isThere(String ending) {
    try {
      return uploads().stream().anyMatch(path -> path.endsWith(ending));
    } catch (IOException | java.io.UncheckedIOException e) {
      return false; // a folder that was moved meanwhile
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 600_000})
  void killedWhileItIsKept(long written) throws Exception {
    start();
    long before = bytesOf("yunga.gpkg-wal");
    HTTP.sendAsync(
        post("/api/v1/datasets?file=coca.csv&as=plots:coca_field", file),
        HttpResponse.BodyHandlers.discarding());
    killWhen(() -> bytesOf("yunga.gpkg-wal") >= before + written);

    assertThat(assertWhole()).isEqualTo(1);
    assertGoesOn();
  }

  /** What waits is brought into the store's file first, so that the journal begins anew. */
  @ParameterizedTest
  @ValueSource(longs = {1, 50_000})
  void killedWhileItIsPublished(long written) throws Exception {
    start();
    String waits = sent();
    kill();
    assertWhole();
    start();
    long before = bytesOf("yunga.gpkg-wal");
    var answer =
        HTTP.sendAsync(
            post(waits + "/publish?accept=true", new byte[0]),
            HttpResponse.BodyHandlers.discarding());
    killWhen(() -> answer.isDone() || bytesOf("yunga.gpkg-wal") >= before + written);

    if (assertWhole() == 1) {
      assertGoesOn();
    }
  }

  @Test
  void killedWhenItIsPublished() throws Exception {
    start();
    HttpResponse<String> answer = send(post(sent() + "/publish?accept=true", new byte[0]));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    kill();

    assertThat(assertWhole()).as("what was confirmed stays").isEqualTo(2);
  }
}
