package org.yunga.core.backup;

import java.nio.file.Path;
import java.util.Map;
import org.yunga.core.store.geopackage.GeoPackageStore;
import org.yunga.core.store.sql.SqlStore;
import org.yunga.core.store.sql.StoreCopy;
import org.yunga.core.text.ExplainedException;

/** A whole store in a data folder: it stands under its name when it is whole and checked. */
public final class FolderCopy {

  private FolderCopy() {}

  /**
   * Copies a store into a folder.
   *
   * @param data made when it is missing
   * @return how many rows each table has
   * @throws org.yunga.core.text.ExplainedException when there is a store in the folder, the
   *     original is not as it was written, or there is no room; then nothing is left
   */
  public static Map<String, Long> make(SqlStore from, Path data) {
    EmptyFolder folder = new EmptyFolder(data);
    folder.refuseUnlessEmpty();
    try (WorkFolder aside = folder.work()) {
      Map<String, Long> rows;
      try (GeoPackageStore copy = GeoPackageStore.open(aside.path())) {
        rows = StoreCopy.copy(from, copy);
      } catch (ExplainedException e) {
        throw BackupExceptions.ofCopy(data, e);
      }
      folder.put(aside);
      return rows;
    }
  }

  /**
   * Fails when a copy or restore into a folder is under way, or was ended from outside: the folder
   * must not be taken for an empty one meanwhile.
   */
  public static void refuseHalf(Path data) {
    if (new EmptyFolder(data).isHalfDone()) {
      throw BackupExceptions.halfDone(data, data.resolve(EmptyFolder.WORK));
    }
  }
}
