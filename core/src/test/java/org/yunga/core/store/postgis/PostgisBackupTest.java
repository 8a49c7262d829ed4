package org.yunga.core.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.yunga.core.backup.Backup;
import org.yunga.core.backup.BackupWorld;
import org.yunga.core.backup.Seal;
import org.yunga.core.store.geopackage.GeoPackageStore;
import org.yunga.core.store.sql.SqlStore;
import org.yunga.core.text.ExplainedException;

/** A backup of a database restores into a database and into a folder, and the other way round. */
class PostgisBackupTest {

  @RegisterExtension final PostgisDatabase database = new PostgisDatabase();

  @TempDir Path folder;

  private Path backupOf(SqlStore store, String kind) {
    Backup backup = BackupWorld.backup(folder.resolve(kind), folder, Seal.NONE);
    return backup.make(store, kind).file();
  }

  @Test
  void eitherKindOfStoreRestoresIntoEither() {
    try (SqlStore there = (SqlStore) database.open();
        SqlStore other = (SqlStore) PostgisCluster.shared().open(database.another());
        SqlStore file = GeoPackageStore.open(folder.resolve("file"))) {
      BackupWorld.fill(file);
      BackupWorld.restore(backupOf(file, "geopackage")).into(there, folder);
      BackupWorld.assertSame(there, file);

      Path ofDatabase = backupOf(there, "postgis");
      BackupWorld.restore(ofDatabase).into(other, folder);
      BackupWorld.assertSame(other, file);
      BackupWorld.restore(ofDatabase).into(folder.resolve("back"));
      try (SqlStore back = GeoPackageStore.open(folder.resolve("back"))) {
        BackupWorld.assertSame(back, file);
      }
      assertThatThrownBy(() -> BackupWorld.restore(ofDatabase).into(other, folder))
          .isInstanceOf(ExplainedException.class)
          .hasMessageContaining("restore_not_empty");
      assertThat(folder).isDirectoryNotContaining("glob:**/.yunga-*");
    }
  }
}
