package org.yunga.web.files;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yunga.geodata.files.ReleaseIndex;

/**
 * Folders of finished files on disk, one for each release, with their index. A folder is written
 * aside and takes its name when it is whole, so that there is all of a release or nothing of it;
 * also after a crash, and when two processes make the same one. Those asked for longest ago give
 * way when there are too many bytes.
 */
final class Shelf {

  private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String INDEX = "index.json";
  private static final String PENDING = ".pending-";

  /** What a crash left is older; what another process is writing is not. */
  private static final Duration ABANDONED = Duration.ofHours(6);

  private final Path root;
  private final long mostBytes;
  private final Clock clock;

  /** Fills a folder. */
  interface Filling {

    /** Writes files into an empty folder and tells which. */
    ReleaseIndex fill(Path folder) throws IOException;
  }

  /** A whole folder. */
  record Folder(Path path, ReleaseIndex index) {}

  /**
   * @param root made when something is put there
   * @param mostBytes of all folders together, apart from the one that was put there last
   */
  Shelf(Path root, long mostBytes, Clock clock) {
    this.root = root;
    this.mostBytes = mostBytes;
    this.clock = clock;
  }

  /** What lies there under a name, if its index can be read. */
  Optional<Folder> find(String name) {
    Path folder = root.resolve(name);
    Path index = folder.resolve(INDEX);
    if (!Files.isRegularFile(index)) {
      return Optional.empty();
    }
    try {
      ReleaseIndex read = JSON.readValue(index.toFile(), ReleaseIndex.class);
      Files.setLastModifiedTime(folder, FileTime.from(clock.instant()));
      return Optional.of(new Folder(folder, read));
    } catch (IOException e) {
      LOG.warn("The index of {} cannot be read; its files are made anew: {}", folder, e.toString());
      return Optional.empty();
    }
  }

  /** Makes a folder; one that is there under the name gives way. */
  Folder put(String name, Filling filling) {
    Path pending = null;
    try {
      Files.createDirectories(root);
      tidy(name);
      pending = Files.createDirectory(root.resolve(PENDING + UUID.randomUUID()));
      ReleaseIndex index = filling.fill(pending);
      JSON.writeValue(pending.resolve(INDEX).toFile(), index);
      remove(name);
      Path target = root.resolve(name);
      Files.move(pending, target, StandardCopyOption.ATOMIC_MOVE);
      return new Folder(target, index);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      if (pending != null) {
        delete(pending);
      }
    }
  }

  /** Takes a folder away. Who is reading from it reads on. */
  private void remove(String name) throws IOException {
    Path folder = root.resolve(name);
    if (Files.exists(folder)) {
      Path aside = root.resolve(PENDING + UUID.randomUUID());
      Files.move(folder, aside, StandardCopyOption.ATOMIC_MOVE);
      delete(aside);
    }
  }

  private void tidy(String keep) throws IOException {
    List<Path> folders;
    try (Stream<Path> all = Files.list(root)) {
      folders = all.sorted(Comparator.comparing(Shelf::lastUsed).reversed()).toList();
    }
    long bytes = 0;
    for (Path folder : folders) {
      String name = folder.getFileName().toString();
      if (name.startsWith(PENDING)) {
        if (lastUsed(folder).isBefore(clock.instant().minus(ABANDONED))) {
          delete(folder);
        }
      } else {
        bytes += size(folder);
        if (bytes > mostBytes && !name.equals(keep)) {
          remove(name);
        }
      }
    }
  }

  private static Instant lastUsed(Path folder) {
    try {
      return Files.getLastModifiedTime(folder).toInstant();
    } catch (IOException e) {
      return Instant.EPOCH;
    }
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }

  /** What cannot be deleted now is abandoned, and goes at a later time. */
  static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("{} cannot be deleted", folder, e);
    }
  }
}
