package org.yunga.web.staging;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder where files lie while they wait for one store: one folder for each, named by the
 * number of the staged dataset, with the file as it came below {@code file} and the rows handed
 * back below {@code refused}. Files have folders of their own, so that none of their names means
 * anything here.
 */
final class Incoming {

  private static final Logger LOG = LoggerFactory.getLogger(Incoming.class);
  static final String UNDER_WAY = "upload-";
  static final String FILE = "file";
  private static final String REFUSED = "refused";

  /** What SQLite leaves beside a file that it has open. */
  private static final List<String> COMPANIONS = List.of("-wal", "-shm", "-journal");

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
      Path file = Files.createDirectory(own.resolve(FILE)).resolve(fileName);
      long received = copy(in, file);
      if (received == 0) {
        throw StagingProblems.empty(fileName);
      }
      return file;
    } catch (IOException e) {
      delete(own);
      throw usableBytes() < SPARE_BYTES ? StagingProblems.noRoom() : StagingProblems.cut();
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
    if (length + SPARE_BYTES > usableBytes()) {
      throw StagingProblems.noRoom();
    }
  }

  private long usableBytes() {
    Path existing = folder.toAbsolutePath();
    while (!Files.exists(existing)) {
      existing = existing.getParent();
    }
    return existing.toFile().getUsableSpace();
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
      Files.move(own(received), own, StandardCopyOption.ATOMIC_MOVE);
      return own.resolve(FILE).resolve(received.getFileName());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file of a staged dataset; empty when it is gone, or was sent to another node. */
  Optional<Path> file(long number) {
    return only(folder.resolve(Long.toString(number)).resolve(FILE));
  }

  /** The folder of all that belongs to a received file. */
  private static Path own(Path received) {
    return received.getParent().getParent();
  }

  /** An empty folder beside a file, for the rows of it that are handed back. */
  static Path emptyRefused(Path file) {
    Path refused = own(file).resolve(REFUSED);
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
    try (Stream<Path> found = Files.list(folder)) {
      Set<Path> files = found.filter(Files::isRegularFile).collect(Collectors.toSet());
      return files.stream().filter(file -> !isCompanion(file, files)).findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isCompanion(Path file, Set<Path> files) {
    String name = file.getFileName().toString();
    return COMPANIONS.stream()
        .filter(name::endsWith)
        .map(ending -> name.substring(0, name.length() - ending.length()))
        .anyMatch(base -> !base.isEmpty() && files.contains(file.resolveSibling(base)));
  }

  /** Deletes all of a staged dataset. */
  void forget(long number) {
    delete(folder.resolve(Long.toString(number)));
  }

  /** Deletes a received file that is not kept. */
  void forget(Path received) {
    delete(own(received));
  }

  /** What cannot be deleted now is swept another time. */
  static void delete(Path path) {
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
