package org.yunga.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.yunga.core.store.geopackage.GeoPackageStore;
import org.yunga.geodata.reference.ReferenceData;
import org.yunga.web.server.Server;

/**
 * A server with the reference data. Started once, stopped after the last test: tests only read from
 * it.
 *
 * <pre>{@code
 * @RegisterExtension static final RunningServer SERVER = new RunningServer();
 * }</pre>
 */
public final class RunningServer implements BeforeAllCallback {

  private Client client;

  @Override
  public void beforeAll(ExtensionContext context) {
    client =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.GLOBAL)
            .getOrComputeIfAbsent(Process.class, key -> new Process(), Process.class)
            .client;
  }

  /** GET. Headers as name, value, name, value. */
  public Answer get(String path, String... headers) {
    return client.get(path, headers);
  }

  public Client client() {
    return client;
  }

  private static final class Process implements AutoCloseable {

    private final Path folder;
    private final GeoPackageStore store;
    private final Server server;
    private final Client client;

    Process() {
      try {
        folder = Files.createTempDirectory("yunga-web-test");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      store = GeoPackageStore.open(folder);
      ReferenceData.install(store);
      server = Server.start(store, "127.0.0.1", 0);
      client = new Client(server.port());
    }

    @Override
    public void close() throws IOException {
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
  }
}
