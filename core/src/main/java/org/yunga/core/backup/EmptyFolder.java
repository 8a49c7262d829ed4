package org.yunga.core.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.yunga.core.store.geopackage.GeoPackageStore;

/**
 * A data folder that a store is to be brought to: it is made in a hidden folder there, and gets its
 * name when it is whole.
 *
 * @param data the folder; made when it is missing
 */
record EmptyFolder(Path data) {

  static final String WORK = ".yunga-restore";

  /** Also what SQLite keeps beside a store: it would be taken for part of the new one. */
  void refuseUnlessEmpty() {
    if (!Files.isDirectory(data)) {
      return;
    }
    try (Stream<Path> files = Files.list(data)) {
      if (files.anyMatch(path -> path.getFileName().toString().startsWith(BackupArchive.STORE))) {
        throw BackupExceptions.notEmpty(data.toString());
      }
    } catch (IOException e) {
      throw BackupExceptions.unwritable(data, e);
    }
  }

  /** Where to make the store; another process that works there is not disturbed. */
  WorkFolder work() {
    return WorkFolder.open(data, WORK);
  }

  /** Gives the store that was made there its name, for good also when the power fails. */
  void put(WorkFolder made) {
    Path store = made.path().resolve(BackupArchive.STORE);
    try {
      try (FileChannel channel = FileChannel.open(store, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      refuseUnlessEmpty();
      Files.move(store, data.resolve(BackupArchive.STORE));
      WorkFolder.keepNames(data);
    } catch (IOException e) {
      throw BackupExceptions.unwritable(data, e);
    }
  }

  /** Whether a store was to be made here, and never was. */
  boolean isHalfDone() {
    return Files.isDirectory(data.resolve(WORK)) && !GeoPackageStore.isIn(data);
  }
}
