package org.yunga.core.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.TreeMap;
import org.yunga.core.audit.AuditChain;
import org.yunga.core.audit.AuditEntry;
import org.yunga.core.store.geopackage.GeoPackageStore;
import org.yunga.core.store.sql.SqlStore;
import org.yunga.core.store.sql.StoreCopy;
import org.yunga.core.text.ExplainedException;

/**
 * Makes backups: copies one state of a store, while others read and write it, into a GeoPackage of
 * its own, counts every hash again, and packs it.
 *
 * @param folder where backups go
 * @param work folder for the copy that is not sealed yet; takes some twice the store
 * @param seal of the file
 * @param program version of the program, for the manifest
 * @param clock what time it is
 */
public record Backup(Path folder, Path work, Seal seal, String program, Clock clock) {

  private static final int MOST_IN_A_SECOND = 100;
  private static final String WORK = ".yunga-backup";
  private static final String OUT = ".yunga-backup-out";
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /**
   * A backup that was made.
   *
   * @param file where it is
   * @param manifest what it says of itself
   */
  public record Made(Path file, BackupManifest manifest) {}

  /**
   * Makes one. Its file stands under its name when it is whole; after a failure nothing is left.
   *
   * @param storeKind {@code geopackage} or {@code postgis}
   * @throws ExplainedException when the audit of the store does not hold, there is no room, or a
   *     folder cannot be written
   */
  public Made make(SqlStore store, String storeKind) {
    try (WorkFolder copying = WorkFolder.open(work, WORK);
        WorkFolder writing = WorkFolder.open(folder, OUT)) {
      try {
        BackupManifest manifest = copy(store, storeKind, copying.path());
        Path zip = copying.path().resolve("backup.zip");
        BackupArchive.write(zip, manifest, copying.path().resolve(BackupArchive.STORE));
        return new Made(put(zip, writing.path(), name(manifest)), manifest);
      } catch (IOException e) {
        throw BackupExceptions.unwritable(folder, e);
      }
    }
  }

  private BackupManifest copy(SqlStore store, String storeKind, Path into) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    try (GeoPackageStore copy = GeoPackageStore.open(into)) {
      TreeMap<String, Long> rows = new TreeMap<>(StoreCopy.copy(store, copy));
      String head =
          copy.audit().before(Long.MAX_VALUE, 1).stream()
              .map(AuditEntry::hash)
              .findFirst()
              .orElse(AuditChain.START);
      long release = copy.latestReleaseNumber();
      return new BackupManifest(
          now, program, storeKind, GeoPackageStore.schema(), release, head, rows);
    } catch (ExplainedException e) {
      throw BackupExceptions.ofCopy(into, e);
    }
  }

  private String name(BackupManifest manifest) {
    return "yunga-"
        + STAMP.format(manifest.madeAt())
        + "-release-"
        + manifest.release()
        + ".zip"
        + seal.suffix();
  }

  private Path put(Path zip, Path writing, String name) throws IOException {
    Path pending = writing.resolve(name);
    seal.seal(zip, pending);
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(pending, PosixFilePermissions.fromString("rw-------"));
    }
    try (FileChannel channel = FileChannel.open(pending, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    return move(pending, name);
  }

  /** Within one disk: at once, and never in the place of another made in the same second. */
  private Path move(Path pending, String name) throws IOException {
    for (int number = 1; ; number++) {
      try {
        String free = number == 1 ? name : name.replace(".zip", "-" + number + ".zip");
        Path file = Files.move(pending, folder.resolve(free));
        WorkFolder.keepNames(folder);
        return file;
      } catch (FileAlreadyExistsException e) {
        if (number == MOST_IN_A_SECOND) {
          throw e;
        }
      }
    }
  }
}
