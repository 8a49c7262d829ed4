package org.yunga.web.staging;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yunga.core.dataset.StagedDataset;
import org.yunga.core.store.Store;
import org.yunga.web.http.ProblemException;

/**
 * The folder where files lie while they wait: one folder for each, named by the number of the
 * staged dataset, with the file as it came and, below {@code refused}, the rows handed back.
 */
final class Incoming {

  private static final Logger LOG = LoggerFactory.getLogger(Incoming.class);
  private static final String UNDER_WAY = "upload-";
  private static final String REFUSED = "refused";
  private static final Duration ABANDONED = Duration.ofHours(1);
  private static final int BUFFER_BYTES = 1 << 16;

  /** What the store, and whatever else lives on the disk, must still have room for. */
  private static final long SPARE_BYTES = 64 << 20;

  private final Path folder;
  private final long mostBytes;

  Incoming(Path folder, long mostBytes) {
    this.folder = folder;
    this.mostBytes = mostBytes;
  }

  /**
   * Receives a file into a folder of its own. Whatever goes wrong leaves nothing.
   *
   * @param declared how long the sender says that it is
   */
  Path receive(InputStream in, String fileName, OptionalLong declared) {
    checkRoom(declared);
    Path own = null;
    try {
      Files.createDirectories(folder);
      own = Files.createTempDirectory(folder, UNDER_WAY);
      Path file = own.resolve(fileName);
      long received = copy(in, file);
      if (received == 0) {
        throw StagingProblems.empty(fileName);
      }
      return file;
    } catch (IOException e) {
      delete(own);
      throw folder.toFile().getUsableSpace() < SPARE_BYTES
          ? StagingProblems.noRoom()
          : StagingProblems.cut();
    } catch (RuntimeException e) {
      delete(own);
      throw e;
    }
  }

  private void checkRoom(OptionalLong declared) {
    long length = declared.orElse(0);
    if (length > mostBytes) {
      throw StagingProblems.tooLarge(mostBytes);
    }
    Path existing = Files.exists(folder) ? folder : folder.getParent();
    if (length + SPARE_BYTES > existing.toFile().getUsableSpace()) {
      throw StagingProblems.noRoom();
    }
  }

  private long copy(InputStream in, Path file) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    long received = 0;
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        received += read;
        if (received > mostBytes) {
          throw StagingProblems.tooLarge(mostBytes);
        }
        out.write(buffer, 0, read);
      }
    }
    return received;
  }

  /** Keeps a received file with the staged dataset of this number; gives where it is now. */
  Path keep(Path received, long number) {
    Path own = folder.resolve(Long.toString(number));
    try {
      delete(own);
      Files.move(received.getParent(), own, StandardCopyOption.ATOMIC_MOVE);
      return own.resolve(received.getFileName());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file of a staged dataset; empty when it is gone. */
  Optional<Path> file(long number) {
    return only(folder.resolve(Long.toString(number)));
  }

  /** An empty folder beside a file, for the rows of it that are handed back. */
  static Path emptyRefused(Path file) {
    Path refused = file.resolveSibling(REFUSED);
    try {
      delete(refused);
      return Files.createDirectories(refused);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows of a staged dataset that were refused, in the format of its file. */
  Optional<Path> refused(long number) {
    return only(folder.resolve(Long.toString(number)).resolve(REFUSED));
  }

  private static Optional<Path> only(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes the file of a published dataset; the rows handed back stay. */
  void forgetFile(long number) {
    file(number).ifPresent(Incoming::delete);
  }

  /** Deletes all of a staged dataset. */
  void forget(long number) {
    delete(folder.resolve(Long.toString(number)));
  }

  /** Deletes a received file that is not kept. */
  void forget(Path received) {
    delete(received.getParent());
  }

  /** Deletes what a program that was killed left: uploads under way, files of nothing. */
  void sweep(Store store) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    Set<String> waiting =
        store.staged().stream()
            .map(StagedDataset::number)
            .map(String::valueOf)
            .collect(Collectors.toSet());
    try (Stream<Path> folders = Files.list(folder)) {
      for (Path own : folders.toList()) {
        String name = own.getFileName().toString();
        boolean abandoned =
            name.startsWith(UNDER_WAY)
                ? Files.getLastModifiedTime(own)
                    .toInstant()
                    .isBefore(Instant.now().minus(ABANDONED))
                : name.matches("[0-9]+") && !waiting.contains(name);
        if (abandoned) {
          delete(own);
        }
      }
    } catch (IOException | UncheckedIOException | ProblemException e) {
      LOG.warn("Files that nobody waits for could not be deleted from {}", folder, e);
    }
  }

  /** What cannot be deleted now is swept at the next start. */
  private static void delete(Path path) {
    if (path == null || !Files.exists(path)) {
      return;
    }
    try (Stream<Path> found = Files.walk(path)) {
      List<Path> deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
      for (Path one : deepestFirst) {
        Files.deleteIfExists(one);
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("{} could not be deleted", path, e);
    }
  }
}
