package org.yunga.core.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yunga.core.store.geopackage.GeoPackageStore;
import org.yunga.core.store.sql.SqlStore;

/** A store that is brought to a folder stands there whole or not at all. */
class FolderCopyTest {

  @TempDir private Path folder;

  private Path store;

  @BeforeEach
  void fill() {
    store = folder.resolve("store");
    try (GeoPackageStore open = GeoPackageStore.open(store)) {
      BackupWorld.fill(open);
    }
  }

  private Path target() {
    return folder.resolve("target");
  }

  @Test
  void aCopyStandsThereWholeOrNotAtAll() throws Exception {
    try (GeoPackageStore from = GeoPackageStore.open(store)) {
      assertThat(FolderCopy.make(from, target())).containsEntry("release", 4L);
      assertThatThrownBy(() -> FolderCopy.make(from, target()))
          .hasMessageContaining("restore_not_empty");
      try (SqlStore there = GeoPackageStore.open(target())) {
        BackupWorld.assertSame(there, from);
      }
      assertThat(target()).isDirectoryNotContaining("glob:**/.yunga-*");

      BackupWorld.execute(
          store.resolve("yunga.gpkg"), "UPDATE figure SET value = 1 WHERE value > 0");
      assertThatThrownBy(() -> FolderCopy.make(from, folder.resolve("a/b")))
          .hasMessageContaining("audit_does_not_hold");
      assertThat(folder.resolve("a")).doesNotExist();
    }
  }

  /** The folder must not be taken for a new one by a server that starts there. */
  @Test
  void whatAKilledRestoreLeavesIsToldAndRestoredAgain() throws IOException {
    Path backup;
    try (GeoPackageStore open = GeoPackageStore.open(store)) {
      backup = BackupWorld.backup(folder, store, Seal.NONE).make(open, "geopackage").file();
    }
    Path half = Files.createDirectories(target().resolve(".yunga-restore"));
    Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rwx------"));
    Files.writeString(half.resolve("lock"), "yunga work folder\n");
    Files.writeString(half.resolve("yunga.gpkg"), "half");

    assertThatThrownBy(() -> FolderCopy.refuseHalf(target()))
        .hasMessageContaining("store_half_restored");
    BackupWorld.restore(backup).into(target());

    FolderCopy.refuseHalf(target());
    assertThat(target()).isDirectoryNotContaining("glob:**/.yunga-*");
    assertThat(GeoPackageStore.isIn(target())).isTrue();
  }
}
