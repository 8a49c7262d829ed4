package org.yunga.geodata.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yunga.core.text.ExplainedException;
import org.yunga.geodata.RealBoundaries;
import org.yunga.geodata.load.KnownBoundaryFile;

class BoundaryFetcherTest {

  private static final KnownBoundaryFile FILE = KnownBoundaryFile.DEPARTMENTS;

  @TempDir Path folder;
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/files/");
  }

  private void serve(int status, byte[] body) {
    server.createContext(
        "/files/" + FILE.fileName(),
        exchange -> {
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  private List<Path> filesInFolder() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  @Test
  void keepsAFileWithThePinnedHashAndTellsHowFarItIs() throws IOException {
    byte[] content = Files.readAllBytes(RealBoundaries.file(FILE.fileName()));
    serve(200, content);
    List<Long> received = new ArrayList<>();

    Path file =
        new BoundaryFetcher(base())
            .fetch(
                FILE,
                folder,
                (which, soFar, total) -> {
                  assertThat(total).hasValue(content.length);
                  received.add(soFar);
                });

    assertThat(file).hasFileName(FILE.fileName()).hasBinaryContent(content);
    assertThat(received).isSorted().endsWith((long) content.length);
    assertThat(filesInFolder()).containsExactly(file);
  }

  @Test
  void doesNotFetchAgainWhatIsThere() throws IOException {
    Files.copy(RealBoundaries.file(FILE.fileName()), folder.resolve(FILE.fileName()));

    assertThat(new BoundaryFetcher(base()).fetch(FILE, folder, FetchProgress.NONE)).exists();
  }

  @Test
  void refusesOtherContentAndNamesBothHashes() throws IOException {
    serve(200, "{}".getBytes(StandardCharsets.UTF_8));
    String hashOfBraces = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";

    assertThatThrownBy(() -> new BoundaryFetcher(base()).fetch(FILE, folder, FetchProgress.NONE))
        .isInstanceOfSatisfying(
            ExplainedException.class,
            e -> {
              assertThat(e.code()).isEqualTo("download_wrong_content");
              assertThat(e.explanation().es())
                  .contains(FILE.sha256(), hashOfBraces, "scripts/yunga boundaries load ARCHIVO");
              assertThat(e.explanation().en())
                  .contains(FILE.sha256(), hashOfBraces, "scripts/yunga boundaries load FILE");
            });
    assertThat(filesInFolder()).isEmpty();
  }

  @Test
  void saysThatTheServerHasNoSuchFile() throws IOException {
    serve(404, new byte[] {'?'});

    assertThatThrownBy(() -> new BoundaryFetcher(base()).fetch(FILE, folder, FetchProgress.NONE))
        .isInstanceOf(ExplainedException.class)
        .hasMessageStartingWith("download_refused: The server answered 404 ");
    assertThat(filesInFolder()).isEmpty();
  }

  @Test
  void saysThatThereIsNoConnection() throws IOException {
    URI closed = base();
    server.stop(0);

    assertThatThrownBy(() -> new BoundaryFetcher(closed).fetch(FILE, folder, FetchProgress.NONE))
        .isInstanceOfSatisfying(
            ExplainedException.class,
            e -> {
              assertThat(e.code()).isEqualTo("download_failed");
              assertThat(e.explanation().es()).contains(FILE.fileName(), "Revise la red");
              assertThat(e.explanation().en()).contains(FILE.fileName(), "Check the network");
            });
    assertThat(filesInFolder()).isEmpty();
  }

  @Test
  void givesUpWhenTheServerStopsInTheMiddle() throws IOException {
    server.createContext(
        "/files/" + FILE.fileName(),
        exchange -> {
          exchange.sendResponseHeaders(200, 1000);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush(); // and never ends
        });

    assertThatThrownBy(
            () ->
                new BoundaryFetcher(base(), Duration.ofMillis(300))
                    .fetch(FILE, folder, FetchProgress.NONE))
        .hasMessageStartingWith("download_failed: ");
    assertThat(filesInFolder()).isEmpty();
  }

  @Test
  void saysThatTheFolderCannotBeUsed() throws IOException {
    Path notAFolder = Files.writeString(folder.resolve("file"), "x");

    assertThatThrownBy(
            () -> new BoundaryFetcher(base()).fetch(FILE, notAFolder, FetchProgress.NONE))
        .hasMessageStartingWith("download_folder_unusable: ");
  }

  @Test
  void theFilesAreFetchedFromTheirPublicRepository() {
    assertThat(BoundaryFetcher.PUBLISHED.resolve(FILE.fileName()))
        .hasToString(
            "https://raw.githubusercontent.com/juaneladio/peru-geojson/master/"
                + "peru_departamental_simple.geojson");
  }
}
