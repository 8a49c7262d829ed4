package org.yunga.core.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A hidden folder for what is not whole yet, for its owner only and for one process at a time. What
 * a killed process left in it is taken away by the next one.
 */
final class WorkFolder implements AutoCloseable {

  private static final String LOCK = "lock";

  /** What the lock holds in a folder of ours. */
  private static final byte[] OURS = "yunga work folder\n".getBytes(StandardCharsets.US_ASCII);

  private final Path folder;
  private final FileChannel channel;

  /** Folders around it that it made, the innermost first. */
  private final List<Path> made;

  private WorkFolder(Path folder, FileChannel channel, List<Path> made) {
    this.folder = folder;
    this.channel = channel;
    this.made = made;
  }

  /**
   * Opens the folder of a name within another, which is made when it is missing.
   *
   * @throws org.yunga.core.text.ExplainedException when it cannot be written, another process works
   *     there, or it is there and Yunga did not make it for this user alone; then it is not touched
   */
  static WorkFolder open(Path parent, String name) {
    Path folder = parent.resolve(name);
    List<Path> made = new ArrayList<>();
    try {
      makeFolders(parent, made);
      if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
        requireOurs(parent, folder);
      } else {
        makePrivate(folder);
      }
      FileChannel channel =
          FileChannel.open(
              folder.resolve(LOCK),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              LinkOption.NOFOLLOW_LINKS);
      try {
        lock(channel, folder);
        channel.write(ByteBuffer.wrap(OURS), 0);
        WorkFolder work = new WorkFolder(folder, channel, made);
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

  private static void makeFolders(Path folder, List<Path> made) throws IOException {
    for (Path missing = folder;
        missing != null && !Files.isDirectory(missing);
        missing = missing.getParent()) {
      made.add(missing);
    }
    for (int i = made.size() - 1; i >= 0; i--) {
      Files.createDirectories(made.get(i));
    }
  }

  /** Writes names that were given in a folder to the disk; Windows does that by itself. */
  static void keepNames(Path folder) throws IOException {
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
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

  /**
   * Somebody else's folder could show them every family's plots, or lose them theirs. Compared with
   * one made just now, since a mounted disk may have owners and permissions of its own.
   */
  private static void requireOurs(Path parent, Path folder) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) || !isMarked(folder)) {
      throw BackupExceptions.notOurs(folder);
    }
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Path made = Files.createTempDirectory(parent, ".yunga-");
      try {
        PosixFileAttributes ours = attributes(made);
        PosixFileAttributes found = attributes(folder);
        if (!found.owner().equals(ours.owner())
            || !found.permissions().equals(ours.permissions())) {
          throw BackupExceptions.notOurs(folder);
        }
      } finally {
        Files.delete(made);
      }
    }
  }

  private static PosixFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  /** Whether it says it is ours, or has nothing to lose. */
  private static boolean isMarked(Path folder) throws IOException {
    Path lock = folder.resolve(LOCK);
    if (Files.isRegularFile(lock, LinkOption.NOFOLLOW_LINKS)
        && Files.size(lock) == OURS.length
        && Arrays.equals(Files.readAllBytes(lock), OURS)) {
      return true;
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.allMatch(path -> path.equals(lock));
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

  /** Takes away the folder with all that is still in it, and those around it if they are empty. */
  @Override
  public void close() {
    try (channel) {
      clear();
      Files.delete(folder.resolve(LOCK));
      Files.delete(folder);
      removeMade();
    } catch (IOException e) {
      throw BackupExceptions.unwritable(folder, e);
    }
  }

  private void removeMade() throws IOException {
    for (Path empty : made) {
      try {
        Files.delete(empty);
      } catch (DirectoryNotEmptyException e) {
        return;
      }
    }
  }
}
