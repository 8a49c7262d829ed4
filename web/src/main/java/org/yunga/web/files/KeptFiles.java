package org.yunga.web.files;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.read.FileHash;
import org.yunga.web.http.FileResponder;
import org.yunga.web.http.Problem;
import org.yunga.web.http.ProblemException;

/**
 * Answers that are files (GeoPackage, workbooks): made on disk when first asked for and kept until
 * there are too many bytes; those asked for longest ago go first. A few are made at a time; who
 * would wait too long is told to come back.
 */
public final class KeptFiles implements AutoCloseable {

  private static final long MOST_BYTES = 512L << 20;
  private static final int MADE_AT_ONCE = 2;
  private static final int WAIT_SECONDS = 8;

  private final Semaphore making = new Semaphore(MADE_AT_ONCE);
  private final Map<String, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
  private Path folder;
  private long made;
  private long bytes;

  private record Kept(Path path, long bytes, String sha256) {}

  /**
   * Sends an answer.
   *
   * @param key names release, question and format
   * @param saveAs name for people
   * @param cacheControl what caches are told
   * @param maker writes the file
   * @throws ProblemException 503 when too many are being made
   */
  public void send(
      Context context,
      String key,
      String contentType,
      String saveAs,
      String cacheControl,
      Consumer<Path> maker) {
    Kept file = find(key);
    if (file == null || !Files.exists(file.path())) {
      file = make(key, saveAs, maker);
    }
    FileResponder.send(
        context,
        new FileResponder.Content(file.path(), file.bytes(), file.sha256(), contentType, saveAs),
        cacheControl);
  }

  private synchronized Kept find(String key) {
    return kept.get(key);
  }

  private Kept make(String key, String saveAs, Consumer<Path> maker) {
    boolean free = false;
    Path path = null;
    try {
      free = making.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS);
      if (!free) {
        throw busy();
      }
      path = next(saveAs);
      maker.accept(path);
      Kept file = new Kept(path, Files.size(path), FileHash.sha256(path));
      path = null;
      return keep(key, file);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      if (path != null) {
        Shelf.delete(path.getParent());
      }
      if (free) {
        making.release();
      }
    }
  }

  private synchronized Path next(String saveAs) throws IOException {
    if (folder == null) {
      folder = Files.createTempDirectory("yunga-answers");
    }
    made++;
    return Files.createDirectory(folder.resolve(Long.toString(made))).resolve(saveAs);
  }

  private synchronized Kept keep(String key, Kept file) throws IOException {
    Kept before = kept.put(key, file);
    bytes += file.bytes();
    if (before != null) {
      drop(before);
    }
    Iterator<Kept> oldest = new ArrayList<>(kept.values()).iterator();
    while (bytes > MOST_BYTES && kept.size() > 1) {
      Kept next = oldest.next();
      kept.values().remove(next);
      drop(next);
    }
    return file;
  }

  /** Who is reading it reads on. */
  private void drop(Kept file) throws IOException {
    bytes -= file.bytes();
    Files.deleteIfExists(file.path());
    Files.deleteIfExists(file.path().getParent());
  }

  private static ProblemException busy() {
    return new ProblemException(
        Problem.of(
            503,
            "too_many_files",
            new Bilingual(
                "Se están preparando muchos archivos a la vez. Vuelva a pedirlo en unos segundos.",
                "Many files are being made at once. Ask again in a few seconds.")));
  }

  @Override
  public synchronized void close() {
    kept.clear();
    if (folder != null) {
      Shelf.delete(folder);
      folder = null;
    }
  }
}
