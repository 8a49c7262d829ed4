package org.yunga.web.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.geodata.files.ReleaseFolder;
import org.yunga.geodata.table.FileExceptions;

/**
 * A release as a folder of the user. It is made under another name and takes its own when it is
 * whole.
 */
final class ReleaseExportFolder {

  private ReleaseExportFolder() {}

  static void write(Path folder, Snapshot snapshot, boolean force) {
    Path target = folder.toAbsolutePath().normalize();
    if (Files.exists(target) && !(force && isOurs(target))) {
      throw ExportFile.there(target);
    }
    Path pending = null;
    try {
      pending = Files.createDirectory(target.resolveSibling(".pending-" + UUID.randomUUID()));
      ReleaseFolder.fill(pending, snapshot);
      if (Files.exists(target)) {
        delete(target);
      }
      Files.move(pending, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw FileExceptions.unwritable(target, e);
    } finally {
      if (pending != null) {
        delete(pending);
      }
    }
    Console.say(
        target + ": entrega " + snapshot.release().id() + ".",
        target + ": release " + snapshot.release().id() + ".");
  }

  /** Only a folder that was written by this class may be replaced. */
  private static boolean isOurs(Path folder) {
    return Files.isRegularFile(folder.resolve(ReleaseFolder.SUMS))
        && Files.isRegularFile(folder.resolve(ReleaseFolder.FIGURES));
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw FileExceptions.unwritable(folder, e);
    }
  }
}
