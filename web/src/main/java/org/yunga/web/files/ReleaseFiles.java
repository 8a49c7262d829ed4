package org.yunga.web.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Release;
import org.yunga.core.snapshot.CurrentSnapshot;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.core.store.Store;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import org.yunga.geodata.files.ReleaseFile;
import org.yunga.geodata.files.ReleaseFolder;
import org.yunga.geodata.files.ReleaseIndex;
import org.yunga.geodata.read.FileHash;
import org.yunga.web.http.Problem;
import org.yunga.web.http.ProblemException;

/**
 * The files of releases. Made when somebody first asks for them, one release after another, in a
 * thread of their own; a request waits for them a few seconds and is then told to come back.
 * Whoever deletes or damages a file on disk makes it be made anew.
 */
public final class ReleaseFiles implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ReleaseFiles.class);

  /** Some twenty releases with all districts. */
  private static final long MOST_BYTES = 4L << 30;

  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final int MOST_WAITING = 16;
  private static final int MOST_QUEUED = 4;
  private static final int KEY_DIGITS = 12;

  static final Bilingual IN_PREPARATION =
      new Bilingual(
          "Los archivos de la entrega se están preparando. Vuelva a pedirlos en unos segundos.",
          "The files of the release are being made. Ask again in a few seconds.");

  static final String IN_PREPARATION_CODE = "files_in_preparation";

  private final Store store;
  private final CurrentSnapshot current;
  private final Duration patience;
  private final Shelf shelf;
  private final ThreadPoolExecutor maker;
  private final Semaphore waiting = new Semaphore(MOST_WAITING);
  private final Map<String, CompletableFuture<Shelf.Folder>> folders = new ConcurrentHashMap<>();

  /** What a file looked like when its hash was found to be right. */
  private final Map<Path, Seen> seen = new ConcurrentHashMap<>();

  private record Seen(long bytes, FileTime modified) {}

  /**
   * @param root folder for the files; made when it is needed
   */
  public ReleaseFiles(Store store, CurrentSnapshot current, Path root) {
    this(store, current, root, PATIENCE);
  }

  /**
   * @param patience how long a request waits for files that are being made
   */
  ReleaseFiles(Store store, CurrentSnapshot current, Path root, Duration patience) {
    this.store = store;
    this.current = current;
    this.patience = patience;
    this.shelf = new Shelf(root, MOST_BYTES, Clock.systemUTC());
    this.maker =
        new ThreadPoolExecutor(
            0,
            1,
            1,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST_QUEUED),
            task -> {
              Thread thread = new Thread(task, "release files");
              thread.setDaemon(true);
              thread.setPriority(Thread.MIN_PRIORITY);
              return thread;
            });
  }

  /**
   * The index of a release.
   *
   * @return empty while its files are being made
   * @throws org.yunga.core.text.UnknownNameException when there is no such release
   * @throws ProblemException 503 when they cannot be made, or too many other releases' are
   */
  public Optional<ReleaseIndex> index(long release) {
    return made(folder(release(release))).map(Shelf.Folder::index);
  }

  /**
   * A file of a release, whole and as it was made.
   *
   * @return empty when the release has no file of the name
   * @throws org.yunga.core.text.UnknownNameException when there is no such release
   * @throws ProblemException 503 while it is being made
   */
  public Optional<Path> file(long number, String name) {
    Release release = release(number);
    CompletableFuture<Shelf.Folder> known = folder(release);
    Shelf.Folder folder = await(known);
    Optional<ReleaseFile> file = folder.index().file(name);
    if (file.isPresent() && !isWhole(folder.path().resolve(name), file.get())) {
      LOG.warn("{} of release {} was changed or deleted; made anew", name, number);
      folders.remove(key(release), known);
      folder = await(make(release));
      file = folder.index().file(name);
    }
    Path path = folder.path().resolve(name);
    return file.map(whole -> path);
  }

  private Release release(long number) {
    Release newest = current.get().release();
    return newest.number() == number ? newest : store.release(number);
  }

  /** A store that is replaced by another one has other releases of the same numbers. */
  private static String key(Release release) {
    StringBuilder content = new StringBuilder(release.publishedAt().toString());
    release.datasets().stream().map(Dataset::id).forEach(id -> content.append('\n').append(id));
    String hash = FileHash.sha256(content.toString().getBytes(StandardCharsets.UTF_8));
    return release.id() + "-" + hash.substring(0, KEY_DIGITS);
  }

  private CompletableFuture<Shelf.Folder> folder(Release release) {
    String key = key(release);
    CompletableFuture<Shelf.Folder> known = folders.get(key);
    if (known != null && !known.isCompletedExceptionally()) {
      return known;
    }
    Optional<Shelf.Folder> found = shelf.find(key);
    if (found.isPresent()) {
      return folders.compute(key, (same, before) -> CompletableFuture.completedFuture(found.get()));
    }
    return make(release);
  }

  private CompletableFuture<Shelf.Folder> make(Release release) {
    String key = key(release);
    return folders.compute(
        key,
        (same, before) -> {
          if (before != null && !before.isCompletedExceptionally()) {
            return before;
          }
          try {
            return CompletableFuture.supplyAsync(() -> made(release, key), maker);
          } catch (RejectedExecutionException e) {
            throw busy();
          }
        });
  }

  private Shelf.Folder made(Release release, String key) {
    Snapshot now = current.get();
    Snapshot snapshot =
        now.release().number() == release.number()
            ? now
            : Snapshot.of(store.read(release.number()));
    Shelf.Folder folder = shelf.put(key, path -> ReleaseFolder.fill(path, snapshot));
    LOG.info("The files of release {} are made", release.id());
    return folder;
  }

  private Shelf.Folder await(CompletableFuture<Shelf.Folder> folder) {
    return made(folder).orElseThrow(ReleaseFiles::busy);
  }

  /** Waits for it as long as is bearable, where not too many do already. */
  private Optional<Shelf.Folder> made(CompletableFuture<Shelf.Folder> folder) {
    boolean waits = !folder.isDone();
    if (waits && !waiting.tryAcquire()) {
      return Optional.empty();
    }
    try {
      return Optional.of(folder.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy();
    } catch (ExecutionException e) {
      throw notMade(e.getCause());
    } finally {
      if (waits) {
        waiting.release();
      }
    }
  }

  private boolean isWhole(Path path, ReleaseFile file) {
    try {
      BasicFileAttributes is = Files.readAttributes(path, BasicFileAttributes.class);
      Seen now = new Seen(is.size(), is.lastModifiedTime());
      if (now.equals(seen.get(path))) {
        return true;
      }
      if (now.bytes() != file.bytes() || !FileHash.sha256(path).equals(file.sha256())) {
        return false;
      }
      seen.put(path, now);
      return true;
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ProblemException busy() {
    return new ProblemException(Problem.of(503, IN_PREPARATION_CODE, IN_PREPARATION));
  }

  private static RuntimeException notMade(Throwable cause) {
    LOG.error("The files of a release cannot be made", cause);
    String why = cause instanceof ExplainedException known ? " " + known.explanation().es() : "";
    String whyEn = cause instanceof ExplainedException known ? " " + known.explanation().en() : "";
    return new ProblemException(
        Problem.of(
            503,
            "files_not_made",
            new Bilingual(
                "Los archivos de la entrega no se pudieron escribir en el servidor."
                    + why
                    + " Avise a quien lo administra: puede faltar espacio en disco.",
                "The files of the release could not be written on the server."
                    + whyEn
                    + " Tell who runs it: the disk may be full.")));
  }

  @Override
  public void close() {
    maker.shutdownNow();
    try {
      maker.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
