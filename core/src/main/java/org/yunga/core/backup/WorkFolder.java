package org.yunga.core.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A hidden folder for what is not whole yet, for its owner only and for one process at a time. What
 * a killed process left in it is taken away by the next one.
 */
final class WorkFolder implements AutoCloseable {

  private static final String LOCK = "lock";

  private final Path folder;
  private final FileChannel channel;

  private WorkFolder(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Opens the folder of a name within another, which is made when it is missing.
   *
   * @throws org.yunga.core.text.ExplainedException when it cannot be written, or another process
   *     works there
   */
  static WorkFolder open(Path parent, String name) {
    Path folder = parent.resolve(name);
    try {
      makeFolders(parent);
      if (!Files.isDirectory(folder)) {
        makePrivate(folder);
      }
      FileChannel channel =
          FileChannel.open(
              folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        lock(channel, folder);
        WorkFolder work = new WorkFolder(folder, channel);
        work.clear();
        return work;
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw BackupExceptions.unwritable(folder, e);
    }
  }

  private static void makeFolders(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) { // also true for a link to one, which the next line refuses
      Files.createDirectories(folder);
    }
  }

  private static void makePrivate(Path folder) throws IOException {
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.createDirectory(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectory(folder);
    }
  }

  private static void lock(FileChannel channel, Path folder) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        throw BackupExceptions.busy(folder);
      }
    } catch (OverlappingFileLockException e) {
      throw BackupExceptions.busy(folder);
    }
  }

  /** Where to write. */
  Path path() {
    return folder;
  }

  private void clear() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> inside =
          all.filter(path -> !path.equals(folder) && !path.equals(folder.resolve(LOCK)))
              .sorted(Comparator.reverseOrder())
              .toList();
      for (Path path : inside) {
        Files.delete(path);
      }
    }
  }

  /** Takes away the folder with all that is still in it. */
  @Override
  public void close() {
    try (channel) {
      clear();
      Files.delete(folder.resolve(LOCK));
      Files.delete(folder);
    } catch (IOException e) {
      throw BackupExceptions.unwritable(folder, e);
    }
  }
}
