package org.yunga.core.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.yunga.core.audit.AuditReport;
import org.yunga.core.store.geopackage.GeoPackageStore;
import org.yunga.core.store.sql.SqlStore;
import org.yunga.core.store.sql.StoreCopy;
import org.yunga.core.store.sql.StoreTarget;
import org.yunga.core.text.ExplainedException;

/**
 * Brings a backup back, into whichever store, after everything in it was checked: the seal, the
 * sums, the counts, and every hash of its audit.
 *
 * @param file the backup
 * @param keys to open its seal
 * @param knownHead a hash of the audit that was kept elsewhere and must be in the backup's, if any
 */
public record Restore(Path file, Keys keys, Optional<String> knownHead) {

  private static final String WORK = ".yunga-check";
  private static final int FIRST_BYTES = 64;

  /**
   * What opens seals.
   *
   * @param passphrase if there is one
   * @param identity file with a secret key of age, if there is one
   */
  public record Keys(Optional<String> passphrase, Optional<Path> identity) {

    /** Nothing, for backups that are not sealed. */
    public static final Keys NONE = new Keys(Optional.empty(), Optional.empty());
  }

  /**
   * Only checks: takes the backup out, counts everything again, and leaves nothing.
   *
   * @param work folder to work in; takes some three times the store
   * @throws ExplainedException when the backup is not whole, with what to do
   */
  public BackupManifest check(Path work) {
    try (WorkFolder aside = WorkFolder.open(work, WORK)) {
      return takeOut(aside.path());
    }
  }

  /**
   * Restores into a data folder; the store stands under its name when it is whole and checked.
   *
   * @param data folder; made when it is missing
   * @throws ExplainedException when the folder holds a store, or the backup is not whole; then
   *     nothing was changed
   */
  public BackupManifest into(Path data) {
    EmptyFolder folder = new EmptyFolder(data);
    folder.refuseUnlessEmpty();
    try (WorkFolder aside = folder.work()) {
      BackupManifest manifest = takeOut(aside.path());
      folder.put(aside);
      return manifest;
    }
  }

  /**
   * Restores into a database, in one transaction. Nothing is changed there, its tables neither made
   * nor upgraded, before the backup is known to be whole.
   *
   * @param work folder to work in; takes some three times the store
   * @throws ExplainedException when the database is not empty, or the backup is not whole; then
   *     nothing was changed
   */
  public BackupManifest into(StoreTarget target, Path work) {
    if (!target.isEmpty()) {
      throw BackupExceptions.notEmpty(target.place());
    }
    try (WorkFolder aside = WorkFolder.open(work, WORK)) {
      BackupManifest manifest = takeOut(aside.path());
      try (GeoPackageStore checked = GeoPackageStore.open(aside.path())) {
        StoreCopy.copy(checked, target);
      }
      return manifest;
    }
  }

  private BackupManifest takeOut(Path aside) {
    Path store = aside.resolve(BackupArchive.STORE);
    BackupManifest manifest;
    try {
      Path zip = unsealed(aside);
      manifest = BackupArchive.read(zip, file, store, GeoPackageStore.schema());
    } catch (java.nio.file.NoSuchFileException | java.nio.file.AccessDeniedException e) {
      throw BackupExceptions.unreadable(file, e);
    } catch (IOException e) {
      throw BackupExceptions.unwritable(aside, e);
    }
    try (GeoPackageStore taken = GeoPackageStore.open(aside)) {
      compare(taken, manifest);
    }
    return manifest;
  }

  /** The ZIP: the file itself when it is not sealed. */
  private Path unsealed(Path aside) throws IOException {
    byte[] first = firstBytes();
    if (PassphraseSeal.startsWith(first, BackupArchive.MAGIC)) {
      return file;
    }
    Path zip = aside.resolve("backup.zip");
    if (PassphraseSeal.isOn(first)) {
      String passphrase =
          keys.passphrase().orElseThrow(() -> SealExceptions.passphraseMissing(file));
      new PassphraseSeal(passphrase, PassphraseSeal.ITERATIONS).open(file, zip);
      return zip;
    }
    String program =
        ProgramSeal.thatOpens(first).orElseThrow(() -> BackupExceptions.notABackup(file));
    ProgramSeal.open(program, file, zip, keys.identity());
    return zip;
  }

  private byte[] firstBytes() throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(FIRST_BYTES);
    }
  }

  private void compare(SqlStore taken, BackupManifest manifest) {
    AuditReport report = taken.audit().verify(Optional.of(manifest.auditHead()));
    Map<String, Long> rows = StoreCopy.rows(taken);
    // an older schema was upgraded meanwhile, which may have added rows
    boolean sameRows = manifest.schema() < GeoPackageStore.schema() || rows.equals(manifest.rows());
    if (!report.isIntact() || !sameRows || taken.latestReleaseNumber() != manifest.release()) {
      throw BackupExceptions.damaged(file, BackupArchive.STORE, null);
    }
    knownHead.ifPresent(
        head -> {
          if (!taken.audit().verify(knownHead).isIntact()) {
            throw BackupExceptions.otherHead(file, head);
          }
        });
  }
}
