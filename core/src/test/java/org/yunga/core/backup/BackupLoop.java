package org.yunga.core.backup;

import java.nio.file.Path;
import java.time.Clock;
import org.yunga.core.store.geopackage.GeoPackageStore;

/** A program that backs up and restores until it is killed. It writes a line after each. */
final class BackupLoop {

  private BackupLoop() {}

  /** Arguments: store, folder of backups, folder of restored stores. */
  public static void main(String[] arguments) {
    Path store = Path.of(arguments[0]);
    Path backups = Path.of(arguments[1]);
    Path restored = Path.of(arguments[2]);
    System.out.println("begin");
    Backup backup = new Backup(backups, store, Seal.NONE, "0.1.0", Clock.systemUTC());
    while (true) {
      Path file;
      try (GeoPackageStore open = GeoPackageStore.open(store)) {
        file = backup.make(open, "geopackage").file();
      }
      System.out.println("backup");
      BackupWorld.restore(file).into(restored.resolve(file.getFileName()));
      System.out.println("restore");
    }
  }
}
