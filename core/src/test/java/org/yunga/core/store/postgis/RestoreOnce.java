package org.yunga.core.store.postgis;

import java.nio.file.Path;
import org.yunga.core.backup.BackupWorld;

/** A program that restores one backup into a database, to be killed meanwhile. */
final class RestoreOnce {

  private RestoreOnce() {}

  /** Arguments: backup, address of the database, folder to work in. */
  public static void main(String[] arguments) {
    BackupWorld.restore(Path.of(arguments[0]))
        .into(
            PostgisStore.target(PostgisAddress.parse(arguments[1]), System.getenv()),
            Path.of(arguments[2]));
  }
}
