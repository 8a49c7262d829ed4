package org.yunga.core.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yunga.core.Fixtures.UCAYALI;
import static org.yunga.core.Fixtures.figure;
import static org.yunga.core.Fixtures.figures;
import static org.yunga.core.backup.BackupWorld.backup;
import static org.yunga.core.backup.BackupWorld.restore;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yunga.core.audit.Actor;
import org.yunga.core.store.geopackage.GeoPackageStore;
import org.yunga.core.store.sql.SqlStore;
import org.yunga.core.text.ExplainedException;

/** From a store in a file to a backup and back, and what is no whole backup. */
class BackupTest {

  @TempDir private Path folder;

  private Path store;

  @BeforeEach
  void fill() {
    store = folder.resolve("store");
    try (GeoPackageStore open = GeoPackageStore.open(store)) {
      BackupWorld.fill(open);
    }
  }

  private Backup.Made made(Seal seal) {
    try (GeoPackageStore open = GeoPackageStore.open(store)) {
      return backup(folder.resolve("backups"), store, seal).make(open, "geopackage");
    }
  }

  private Path target() {
    return folder.resolve("restored");
  }

  private static List<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The clock of this test stands still. */
  @Test
  void twoOfOneSecondStandBesideEachOther() {
    Path first = made(Seal.NONE).file();
    Path second = made(Seal.NONE).file();

    assertThat(names(folder.resolve("backups")))
        .containsExactlyInAnyOrder(first.getFileName().toString(), second.getFileName().toString())
        .hasSize(2);
    assertThat(second.getFileName().toString()).endsWith("-2.zip");
    restore(second).into(target());
  }

  @Test
  void restoredElsewhereItHoldsTheSameAndGoesOn() {
    Backup.Made made = made(Seal.NONE);

    BackupManifest manifest = restore(made.file()).into(target());

    assertThat(manifest).isEqualTo(made.manifest());
    assertThat(manifest.rows()).containsEntry("release", 4L).containsEntry("figure", 3L);
    try (SqlStore from = GeoPackageStore.open(store);
        SqlStore there = GeoPackageStore.open(target())) {
      BackupWorld.assertSame(there, from);
      assertThat(there.publishStaged(1, new Actor("Ana")).number()).isEqualTo(5);
      assertThat(there.audit().verify(Optional.of(manifest.auditHead())).findings()).isEmpty();
      assertThat(there.audit().identity()).isPresent().isEqualTo(from.audit().identity());
    }
    assertThat(names(target())).containsExactly("yunga.gpkg");
    assertThat(names(folder.resolve("backups")))
        .containsExactly("yunga-20261121T220000Z-release-4.zip");
  }

  /** A table that somebody adds must be copied too. */
  @Test
  void everyTableIsInIt() throws Exception {
    assertThat(made(Seal.NONE).manifest().rows().keySet())
        .containsExactlyInAnyOrderElementsOf(
            BackupWorld.names(
                store.resolve("yunga.gpkg"),
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'gpkg_%'"
                    + " AND name NOT LIKE 'sqlite_%' AND name <> 'yunga_schema'"));
  }

  @Test
  void onlyItsOwnerMayReadIt() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made(Seal.NONE).file())))
        .isEqualTo("rw-------");
  }

  /** Each backup holds one of the states that the store was in, whole. */
  @Test
  void underWritesEachHoldsOneState() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    CompletableFuture<Integer> writer =
        CompletableFuture.supplyAsync(
            () -> {
              try (GeoPackageStore own = GeoPackageStore.open(store)) {
                int edition = 10;
                for (; !done.get(); edition++) {
                  own.publish(figures(edition, figure(UCAYALI, "coca", "2024", "OPD", edition)));
                }
                return edition;
              }
            });
    List<Backup.Made> all = new ArrayList<>();
    try (GeoPackageStore open = GeoPackageStore.open(store)) {
      for (int i = 0; i < 5; i++) {
        all.add(backup(folder.resolve("b" + i), folder, Seal.NONE).make(open, "geopackage"));
      }
    } finally {
      done.set(true);
    }
    assertThat(writer.get()).as("it wrote meanwhile").isGreaterThan(12);
    try (SqlStore now = GeoPackageStore.open(store)) {
      for (int i = 0; i < all.size(); i++) {
        BackupManifest manifest = restore(all.get(i).file()).into(folder.resolve("r" + i));
        try (SqlStore there = GeoPackageStore.open(folder.resolve("r" + i))) {
          long release = manifest.release();
          assertThat(there.latestRelease()).isEqualTo(now.release(release));
          assertThat(there.releases(999, 999)).isEqualTo(now.releases(release + 1, 999));
          assertThat(there.readLatest().figures()).isEqualTo(now.read(release).figures());
          assertThat(now.audit().verify(Optional.of(manifest.auditHead())).isIntact()).isTrue();
        }
      }
    }
    assertThat(all.get(4).manifest().release()).isGreaterThan(all.get(0).manifest().release());
  }

  @Test
  void whatIsThereIsNeverReplaced() throws IOException {
    Path backup = made(Seal.NONE).file();
    for (String there : new String[] {"yunga.gpkg", "yunga.gpkg-wal"}) {
      Path taken = Files.createDirectories(folder.resolve("taken-" + there));
      Files.writeString(taken.resolve(there), "mine");
      assertRefused("restore_not_empty", () -> restore(backup).into(taken));
      assertThat(taken.resolve(there)).hasContent("mine");
      assertThat(names(taken)).containsExactly(there);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.2, 0.7, 0.999})
  void halfABackupIsTold(double share) throws IOException {
    Path backup = made(Seal.NONE).file();
    byte[] bytes = Files.readAllBytes(backup);
    Files.write(backup, Arrays.copyOf(bytes, (int) (share * bytes.length)));
    assertRefused("backup_damaged", () -> restore(backup).into(target()));
    assertThat(target()).doesNotExist();
  }

  @Test
  void oneChangedByteAnywhereIsTold() throws IOException {
    Path backup = made(Seal.NONE).file();
    byte[] bytes = Files.readAllBytes(backup);
    for (int at = 40; at < bytes.length; at += bytes.length / 12) {
      byte[] changed = bytes.clone();
      changed[at] ^= 0x10;
      Files.write(backup, changed);
      try {
        restore(backup).into(target());
        // some bytes of a ZIP say nothing: a date, a flag
        try (SqlStore there = GeoPackageStore.open(target());
            SqlStore from = GeoPackageStore.open(store)) {
          BackupWorld.assertSame(there, from);
        }
        Files.delete(target().resolve("yunga.gpkg"));
      } catch (ExplainedException e) {
        assertThat(e.code()).isIn("backup_damaged", "not_a_backup");
      }
    }
  }

  /** With sums made anew: the hashes of its audit still tell. */
  @Test
  void figuresChangedByWhoeverMadeTheSumsAnewAreTold() throws Exception {
    Path other = folder.resolve("other");
    restore(made(Seal.NONE).file()).into(other);
    Path gpkg = other.resolve("yunga.gpkg");
    BackupWorld.execute(gpkg, "UPDATE figure SET value = 1 WHERE value IS NOT NULL");
    Path forged = folder.resolve("forged.zip");
    BackupArchive.write(forged, made(Seal.NONE, "b2").manifest(), gpkg);

    assertRefused("backup_damaged", () -> restore(forged).into(target()));
    assertThat(target()).doesNotExist();
  }

  private Backup.Made made(Seal seal, String name) {
    try (GeoPackageStore open = GeoPackageStore.open(store)) {
      return backup(folder.resolve(name), store, seal).make(open, "geopackage");
    }
  }

  @Test
  void anotherHistoryIsToldByAHashKeptElsewhere() {
    Backup.Made made = made(Seal.NONE);
    Restore.Keys none = Restore.Keys.NONE;
    Optional<String> own = Optional.of(made.manifest().auditHead());
    assertThat(new Restore(made.file(), none, own).check(folder)).isEqualTo(made.manifest());
    assertRefused(
        "backup_other_history",
        () -> new Restore(made.file(), none, Optional.of("ab".repeat(32))).into(target()));
  }

  @Test
  void whatIsNoBackupIsToldAsSuch() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.txt"), "hola");
    assertRefused("not_a_backup", () -> restore(text).into(target()));
    assertRefused("not_a_backup", () -> restore(Files.writeString(text, "")).into(target()));
    Path zip = folder.resolve("photos.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("photo.jpg"));
    }
    assertRefused("not_a_backup", () -> restore(zip).into(target()));
    assertRefused("backup_unreadable", () -> restore(folder.resolve("no-such.zip")).into(target()));
  }

  @Test
  void oneOfANewerProgramIsTold() throws IOException {
    Path backup = made(Seal.NONE).file();
    BackupManifest old = made(Seal.NONE, "b2").manifest();
    BackupManifest newer =
        new BackupManifest(
            old.madeAt(), "9.9", "postgis", old.schema() + 1, 1, old.auditHead(), old.rows());
    try (FileSystem zip = FileSystems.newFileSystem(backup);
        OutputStream out = Files.newOutputStream(zip.getPath("SHA256SUMS"))) {
      Files.write(zip.getPath("manifest.txt"), newer.toBytes());
      out.write(
          (BackupWorld.sha256(newer.toBytes()) + "  manifest.txt\n")
              .getBytes(StandardCharsets.US_ASCII));
    }
    assertRefused("backup_newer", () -> restore(backup).into(target()));
  }

  @Test
  void sealedByAPassphraseItTakesThatToOpen() {
    Path backup = made(new PassphraseSeal("cinco palabras al azar")).file();
    assertThat(backup).hasFileName("yunga-20261121T220000Z-release-4.zip.sealed");

    assertRefused("passphrase_missing", () -> restore(backup).into(target()));
    assertRefused(
        "passphrase_wrong",
        () -> BackupWorld.restore(backup, "otras palabras al azar").into(target()));
    BackupWorld.restore(backup, "cinco palabras al azar").into(target());
    try (SqlStore there = GeoPackageStore.open(target());
        SqlStore from = GeoPackageStore.open(store)) {
      BackupWorld.assertSame(there, from);
    }
  }

  @Test
  void whereItCannotWriteItSaysSoAndLeavesNothing() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "not a folder");
    try (GeoPackageStore open = GeoPackageStore.open(store)) {
      assertRefused(
          "backup_unwritable", () -> backup(file, store, Seal.NONE).make(open, "geopackage"));
      assertRefused("recipient_invalid", () -> Seal.forRecipient("--output=/etc/passwd"));
    }
    assertThat(names(store)).containsExactly("yunga.gpkg");
    assertThat(BackupExceptions.unwritable(file, new IOException("No space left on device")))
        .hasMessageContaining("disk_full");
  }

  @Test
  void twoAtOnceDoNotDisturbEachOther() {
    try (WorkFolder busy = WorkFolder.open(folder.resolve("backups"), ".yunga-backup-out")) {
      assertThat(busy.path()).isDirectory();
      assertRefused("backup_busy", () -> made(Seal.NONE));
    }
    made(Seal.NONE);
  }

  /**
   * What was left by a killed process is taken away; what is not ours is neither used nor touched.
   */
  @Test
  void aFolderThatIsNotOursIsNotWorkedIn() throws IOException {
    Path place = folder.resolve(".yunga-backup-out");
    try (WorkFolder open = WorkFolder.open(folder, ".yunga-backup-out")) {
      Files.writeString(open.path().resolve("half"), "");
      Files.copy(place.resolve("lock"), folder.resolve("marked"));
    }
    // as a killed process leaves it
    Files.createDirectory(
        place, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Files.copy(folder.resolve("marked"), place.resolve("lock"));
    Files.writeString(place.resolve("half"), "");
    WorkFolder.open(folder, ".yunga-backup-out").close();
    assertThat(place).doesNotExist();

    Files.createDirectory(
        place, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Path thesis = Files.writeString(place.resolve("thesis.txt"), "");
    assertNotOurs(place);
    assertThat(names(place)).containsExactly("thesis.txt");
    Files.delete(thesis);

    Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxrwxrwx"));
    assertNotOurs(place);
    Files.delete(place);

    Files.createSymbolicLink(place, Files.createDirectory(folder.resolve("elsewhere")));
    assertNotOurs(place);
    assertThat(folder.resolve("elsewhere")).isEmptyDirectory();
  }

  private void assertNotOurs(Path place) {
    assertRefused(
        "work_folder_foreign",
        () -> WorkFolder.open(place.getParent(), place.getFileName().toString()).close());
  }

  /** A tampered store is not packed as if it were whole. */
  @Test
  void aStoreWhoseAuditDoesNotHoldIsTold() throws Exception {
    BackupWorld.execute(store.resolve("yunga.gpkg"), "UPDATE figure SET value = 1 WHERE value > 0");
    assertRefused("audit_does_not_hold", () -> made(Seal.NONE));
    assertThat(folder.resolve("backups")).doesNotExist();
  }

  private static void assertRefused(
      String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ExplainedException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
