package org.yunga.geodata.fetch;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.yunga.core.text.ExplainedException;
import org.yunga.geodata.load.KnownBoundaryFile;
import org.yunga.geodata.read.FileHash;

/**
 * Downloads the boundary files of INEI from the public repository that carries them. A file is kept
 * only when its SHA-256 is the pinned one.
 */
public final class BoundaryFetcher {

  /** Where the files are published. */
  public static final URI PUBLISHED =
      URI.create("https://raw.githubusercontent.com/juaneladio/peru-geojson/master/");

  private static final Duration CONNECT = Duration.ofSeconds(15);

  /** For a whole file: 2 MB pass in a minute even at 0.4 Mbit/s. */
  private static final Duration DOWNLOAD = Duration.ofMinutes(5);

  private final URI base;
  private final Duration patience;
  private final HttpClient client;

  /** Fetches from {@link #PUBLISHED}. */
  public BoundaryFetcher() {
    this(PUBLISHED);
  }

  /**
   * @param base folder of the files; ends with a slash
   */
  public BoundaryFetcher(URI base) {
    this(base, DOWNLOAD);
  }

  BoundaryFetcher(URI base, Duration patience) {
    this.base = base;
    this.patience = patience;
    HttpClient.Builder builder =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).connectTimeout(CONNECT);
    if (ProxySelector.getDefault() != null) {
      builder.proxy(ProxySelector.getDefault());
    }
    this.client = builder.build();
  }

  /**
   * Downloads all three files.
   *
   * @param folder where they go; files that are there already, and right, are not fetched again
   * @throws ExplainedException as {@link #fetch}
   */
  public List<Path> fetchAll(Path folder, FetchProgress progress) {
    List<Path> files = new ArrayList<>();
    for (KnownBoundaryFile file : KnownBoundaryFile.values()) {
      files.add(fetch(file, folder, progress));
    }
    return files;
  }

  /**
   * Downloads one file, under a temporary name first.
   *
   * @return the file in the folder
   * @throws ExplainedException when there is no network, the server has no such file, or its
   *     content is not the pinned one; then nothing is left in the folder
   */
  public Path fetch(KnownBoundaryFile file, Path folder, FetchProgress progress) {
    Path target = folder.resolve(file.fileName());
    try {
      Files.createDirectories(folder);
      if (Files.isRegularFile(target) && FileHash.sha256(target).equals(file.sha256())) {
        return target;
      }
      Path part = Files.createTempFile(folder, file.fileName(), ".part");
      try {
        download(file, part, progress);
        String found = FileHash.sha256(part);
        if (!found.equals(file.sha256())) {
          throw FetchExceptions.wrongContent(uri(file), file.sha256(), found);
        }
        return Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw FetchExceptions.cannotWrite(folder, e);
    }
  }

  private URI uri(KnownBoundaryFile file) {
    return base.resolve(file.fileName());
  }

  private void download(KnownBoundaryFile file, Path part, FetchProgress progress) {
    HttpRequest request = HttpRequest.newBuilder(uri(file)).GET().build();
    CompletableFuture<HttpResponse<Path>> answer =
        client.sendAsync(request, new WatchedDownload(file, part, progress));
    try {
      int status = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS).statusCode();
      if (status != 200) {
        throw FetchExceptions.refused(uri(file), status);
      }
    } catch (ExecutionException | TimeoutException e) {
      answer.cancel(true);
      throw FetchExceptions.noNetwork(uri(file), e);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw FetchExceptions.noNetwork(uri(file), e);
    }
  }
}
