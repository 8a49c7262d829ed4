package org.yunga.core.backup;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.Locale;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;

/** What can be wrong with a backup, in words. */
final class BackupExceptions {

  private BackupExceptions() {}

  /** Writing failed: the disk is full, read-only, or not ours. */
  static ExplainedException unwritable(Path path, IOException cause) {
    String reason = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    return reason.toLowerCase(Locale.ROOT).contains("no space left")
        ? diskFull(path, cause)
        : new ExplainedException(
            "backup_unwritable",
            new Bilingual(
                "No se puede escribir en "
                    + path
                    + " ("
                    + reason(cause)
                    + "). No se cambió nada. Revise que la carpeta exista, que el disco no sea de"
                    + " solo lectura y que su usuario pueda escribir en él.",
                path
                    + " cannot be written ("
                    + reason(cause)
                    + "). Nothing was changed. Check that the folder is there, that the disk is not"
                    + " read-only, and that your user may write to it."),
            cause);
  }

  private static String reason(IOException cause) {
    return cause instanceof AccessDeniedException
        ? "permiso denegado, permission denied"
        : cause.getMessage();
  }

  /** Of a copy, in the words of a store, which speaks of publishing. */
  static ExplainedException ofCopy(Path into, ExplainedException failure) {
    return failure.code().equals("disk_full") ? diskFull(into, failure) : failure;
  }

  static ExplainedException diskFull(Path path, Throwable cause) {
    return new ExplainedException(
        "disk_full",
        new Bilingual(
            "No hay espacio en el disco de "
                + path
                + ". No se cambió nada y no quedó nada a medias. Libere espacio, o indique otra"
                + " carpeta.",
            "There is no room left on the disk of "
                + path
                + ". Nothing was changed and nothing half-done is left. Make room, or name another"
                + " folder."),
        cause);
  }

  static ExplainedException busy(Path folder) {
    return new ExplainedException(
        "backup_busy",
        new Bilingual(
            "Otro respaldo o restauración trabaja ahora en " + folder + ". Espere a que termine.",
            "Another backup or restore works in " + folder + " now. Wait until it is done."));
  }

  static ExplainedException notOurs(Path folder) {
    return new ExplainedException(
        "work_folder_foreign",
        new Bilingual(
            "La carpeta de trabajo "
                + folder
                + " ya existe y no es de Yunga para su usuario solo: es de otro, otros pueden verla,"
                + " o tiene archivos ajenos. No se tocó nada. Quítela si no hace falta, o indique"
                + " otra carpeta.",
            "The working folder "
                + folder
                + " is there already and is not Yunga's for your user alone: it is somebody else's,"
                + " others may see it, or it has other files. Nothing was touched. Remove it if it"
                + " is not needed, or name another folder."));
  }

  static ExplainedException unreadable(Path file, IOException cause) {
    return new ExplainedException(
        "backup_unreadable",
        new Bilingual(
            "No se puede leer " + file + " (" + cause + "). No se cambió nada.",
            file + " cannot be read (" + cause + "). Nothing was changed."),
        cause);
  }

  static ExplainedException notABackup(Path file) {
    return new ExplainedException(
        "not_a_backup",
        new Bilingual(
            file
                + " no es un respaldo de Yunga, o está incompleto desde el comienzo. No se cambió"
                + " nada. Indique un archivo que escribió scripts/yunga backup.",
            file
                + " is no backup of Yunga, or was cut off at its beginning. Nothing was changed."
                + " Name a file that scripts/yunga backup wrote."));
  }

  static ExplainedException damaged(Path file, String where, Throwable cause) {
    return new ExplainedException(
        "backup_damaged",
        new Bilingual(
            "El respaldo "
                + file
                + " está incompleto o fue modificado ("
                + where
                + "). No se cambió nada. Cópielo otra vez desde donde se guardó, o use otro.",
            "The backup "
                + file
                + " is cut off or was changed ("
                + where
                + "). Nothing was changed. Copy it again from where it is kept, or use another."),
        cause);
  }

  static ExplainedException newer(Path file, String program) {
    return new ExplainedException(
        "backup_newer",
        new Bilingual(
            "El respaldo "
                + file
                + " es de una versión más nueva de Yunga ("
                + program
                + "). No se cambió nada. Actualice Yunga y repita.",
            "The backup "
                + file
                + " was made by a newer Yunga ("
                + program
                + "). Nothing was changed. Update Yunga and try again."));
  }

  static ExplainedException otherHead(Path file, String head) {
    return new ExplainedException(
        "backup_other_history",
        new Bilingual(
            "La auditoría del respaldo "
                + file
                + " no contiene "
                + head
                + ": es de otro almacén, de antes de ese asiento, o alguien cambió su historia. No"
                + " se cambió nada.",
            "The audit of the backup "
                + file
                + " does not hold "
                + head
                + ": it is of another store, of before that entry, or somebody changed its history."
                + " Nothing was changed."));
  }

  static ExplainedException halfDone(Path data, Path work) {
    return new ExplainedException(
        "store_half_restored",
        new Bilingual(
            "En "
                + data
                + " hay una restauración o copia a medias: está en curso, o fue interrumpida. Espere"
                + " a que termine, o repítala con la misma carpeta: empieza de nuevo. Si ya no la"
                + " quiere, borre "
                + work
                + ".",
            "In "
                + data
                + " there is half a restore or copy: it is under way, or was interrupted. Wait until"
                + " it is done, or do it again into the same folder: that begins anew. If you no"
                + " longer want it, delete "
                + work
                + "."));
  }

  static ExplainedException notEmpty(String place) {
    return new ExplainedException(
        "restore_not_empty",
        new Bilingual(
            "En "
                + place
                + " ya hay datos, y restaurar no reemplaza nada. No se cambió nada. Restaure en una"
                + " carpeta o base de datos vacía, o mueva antes lo que hay a otro lugar.",
            "There is data in "
                + place
                + " already, and restoring replaces nothing. Nothing was changed. Restore into an"
                + " empty folder or database, or move what is there elsewhere first."));
  }
}
