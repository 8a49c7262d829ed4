package org.yunga.web.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.yunga.core.monitor.Monitor;
import org.yunga.core.snapshot.CurrentSnapshot;
import org.yunga.core.store.geopackage.GeoPackageStore;
import org.yunga.geodata.reference.ReferenceData;
import org.yunga.geodata.sample.SampleData;
import org.yunga.web.server.Server;
import picocli.CommandLine.Command;

/**
 * {@code yunga warm-up}: starts a server on a store that is thrown away, asks what a first visitor
 * asks, and ends. The build runs it once so that Java can archive the classes it loaded: later
 * starts take half the time.
 */
@Command(
    name = "warm-up",
    hidden = true,
    description = {"Uso interno de la compilación.", "Used by the build."})
final class WarmUpCommand implements Callable<Integer> {

  private static final int PLOTS = 100;

  private static final List<String> FIRST_QUESTIONS =
      List.of(
          "/",
          "/api/v1/info",
          "/api/v1/indicators",
          "/api/v1/region-sets",
          "/api/v1/region-sets/departments",
          "/api/v1/figures?indicator=coca_area&region-set=departments&period=2024");

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("yunga-warm-up");
    try (GeoPackageStore store = GeoPackageStore.open(folder)) {
      ReferenceData.install(store);
      try (Server server = Server.start(store, "127.0.0.1", 0)) {
        ask(server.port());
      }
      readPlots(folder.resolve("sample"));
    } finally {
      delete(folder);
    }
    return 0;
  }

  private static void ask(int port) throws IOException, InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    for (String question : FIRST_QUESTIONS) {
      URI uri = URI.create("http://127.0.0.1:" + port + question);
      client.send(
          HttpRequest.newBuilder(uri).header("Accept-Encoding", "gzip").build(),
          HttpResponse.BodyHandlers.discarding());
    }
  }

  /** Synthetic plots stand in a store of their own. */
  private static void readPlots(Path folder) {
    try (GeoPackageStore store = GeoPackageStore.open(folder)) {
      SampleData sample = new SampleData();
      store.publish(sample.words());
      store.publish(sample.delivery(PLOTS, 1, sample.plots(PLOTS, 1)));
      new Monitor(new CurrentSnapshot(store).get()).plotsByRegion("departments");
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(folder)) {
      files = found.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
  }
}
