package org.yunga.web.api;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.yunga.core.store.Store;
import org.yunga.core.store.geopackage.GeoPackageStore;
import org.yunga.web.Answer;
import org.yunga.web.Client;
import org.yunga.web.server.Server;

/** A server over a store that a test filled, for the tests of one class. */
final class PlotServer implements BeforeAllCallback, AfterAllCallback {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Consumer<Store> filling;
  private Path folder;
  private GeoPackageStore store;
  private Server server;
  private Client client;

  /**
   * A server.
   *
   * @param filling publishes what the store holds
   */
  PlotServer(Consumer<Store> filling) {
    this.filling = filling;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    folder = Files.createTempDirectory("yunga-plots-test");
    store = GeoPackageStore.open(folder);
    filling.accept(store);
    server = Server.start(store, "127.0.0.1", 0);
    client = new Client(server.port());
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    server.close();
    store.close();
    List<Path> files;
    try (Stream<Path> found = Files.walk(folder)) {
      files = found.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
  }

  /** GET. Headers as name, value, name, value. */
  Answer get(String path, String... headers) {
    return client.get(path, headers);
  }

  /** POST of JSON to /api/v1/queries. */
  Answer ask(String body) {
    return post("/api/v1/queries", body, "Content-Type", "application/json");
  }

  /** The same with parameters behind the address, such as {@code ?f=csv}. */
  Answer ask(String body, String parameters) {
    return post("/api/v1/queries" + parameters, body, "Content-Type", "application/json");
  }

  /** POST. Headers as name, value, name, value. */
  Answer post(String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .timeout(Duration.ofSeconds(60));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      HttpResponse<byte[]> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new UncheckedIOException(new InterruptedIOException("POST " + path));
    }
  }
}
