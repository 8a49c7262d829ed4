package org.yunga.core.store;

import java.nio.file.Path;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import org.yunga.core.text.UnavailableException;

/** What can be wrong with a store from the outside, in words. */
public final class StoreExceptions {

  private StoreExceptions() {}

  /** The folder cannot be made, read or written. */
  public static ExplainedException folderUnusable(Path folder, String reason, Throwable cause) {
    return new ExplainedException(
        "data_folder_unusable",
        new Bilingual(
            "No se puede usar la carpeta de datos "
                + folder
                + " ("
                + reason
                + "). Revise que exista, que sea una carpeta y que su usuario pueda escribir en"
                + " ella, o indique otra con --data CARPETA.",
            "The data folder "
                + folder
                + " cannot be used ("
                + reason
                + "). Check that it is a folder that your user may write to, or name another with"
                + " --data DIR."),
        cause);
  }

  /** The file is not a store of Yunga, or is damaged. */
  public static ExplainedException notAStore(Path file, String reason, Throwable cause) {
    return new ExplainedException(
        "store_unreadable",
        new Bilingual(
            "El archivo "
                + file
                + " no es un almacén de Yunga o está dañado ("
                + reason
                + "). No se ha modificado. Muévalo a otro lugar y vuelva a iniciar: se creará uno"
                + " nuevo con los datos de referencia; o restaure una copia.",
            "The file "
                + file
                + " is not a store of Yunga, or is damaged ("
                + reason
                + "). It was left as it is. Move it elsewhere and start again: a new one is made"
                + " with the reference data; or restore a copy."),
        cause);
  }

  /** Some plots in the store are not as they were written. */
  public static ExplainedException damagedPlots(String place, String dataset, String where) {
    return new ExplainedException(
        "store_damaged",
        new Bilingual(
            "Las parcelas de la entrega "
                + dataset
                + " están dañadas en "
                + place
                + " ("
                + where
                + "). No se da ningún total para no dar uno errado. Restaure una copia,"
                + " o cargue otra vez esa entrega en un almacén nuevo.",
            "The plots of the dataset "
                + dataset
                + " are damaged in "
                + place
                + " ("
                + where
                + "). No totals are given rather than wrong ones. Restore a copy, or"
                + " load that dataset again into a new store."));
  }

  /** A delivery brings lines as plots of a kind of areas, or the like. */
  public static ExplainedException otherForm(String kind, Bilingual brought, Bilingual allowed) {
    return new ExplainedException(
        "plot_form",
        new Bilingual(
            "Las parcelas del tipo "
                + kind
                + " vienen como "
                + brought.es()
                + ", pero el catálogo dice "
                + allowed.es()
                + ". No se ha modificado nada. Corrija el tipo en el archivo, o el catálogo.",
            "The plots of kind "
                + kind
                + " come as "
                + brought.en()
                + ", but the catalogue says "
                + allowed.en()
                + ". Nothing was changed. Correct the kind in the file, or the catalogue."));
  }

  /** The store was written by a newer program. */
  public static ExplainedException newerThanProgram(Path file, int found, int known) {
    return new ExplainedException(
        "store_newer",
        new Bilingual(
            "El almacén "
                + file
                + " es de una versión más nueva de Yunga (esquema "
                + found
                + "; este programa conoce hasta "
                + known
                + "). No se ha modificado. Actualice Yunga o indique otra carpeta con --data"
                + " CARPETA.",
            "The store "
                + file
                + " was written by a newer Yunga (schema "
                + found
                + "; this program knows up to "
                + known
                + "). It was left as it is. Update Yunga, or name another folder with --data"
                + " DIR."));
  }

  /** Made-up data never stands beside real data. */
  public static ExplainedException mixed(String place, boolean storeIsSynthetic) {
    return new ExplainedException(
        "synthetic_mixed",
        storeIsSynthetic
            ? new Bilingual(
                "El almacén "
                    + place
                    + " contiene datos sintéticos y no admite datos reales. No se ha modificado."
                    + " Indique otra carpeta con --data CARPETA.",
                "The store "
                    + place
                    + " holds synthetic data and takes no real data. It was left as it is. Name"
                    + " another folder with --data DIR.")
            : new Bilingual(
                "El almacén "
                    + place
                    + " contiene datos reales y no admite datos sintéticos. No se ha modificado."
                    + " Indique una carpeta nueva con --data CARPETA.",
                "The store "
                    + place
                    + " holds real data and takes no synthetic data. It was left as it is. Name a"
                    + " new folder with --data DIR."));
  }

  /** Another program holds the store. */
  public static UnavailableException locked(Path file, Throwable cause) {
    return new UnavailableException(
        "store_locked",
        new Bilingual(
            "Otro programa está escribiendo en "
                + file
                + " y no lo soltó en el tiempo de espera. No se ha modificado nada. Cierre el otro"
                + " programa (otra carga de Yunga, QGIS en edición) y vuelva a intentarlo.",
            "Another program is writing to "
                + file
                + " and did not let go in time. Nothing was changed. Close the other program"
                + " (another load by Yunga, QGIS in edit mode) and try again."),
        cause);
  }

  /** There is no room for what was to be written. */
  public static ExplainedException diskFull(Path file, Throwable cause) {
    return new ExplainedException(
        "disk_full",
        new Bilingual(
            "No hay espacio en el disco de "
                + file
                + ". No se publicó nada: sigue rigiendo la entrega anterior, entera. Libere espacio"
                + " y vuelva a intentarlo.",
            "There is no room left on the disk of "
                + file
                + ". Nothing was published: the release before stays in force, whole. Make room and"
                + " try again."),
        cause);
  }

  /** The audit holds something that is no entry. */
  public static ExplainedException auditUnreadable(String place, Throwable cause) {
    return new ExplainedException(
        "audit_unreadable",
        new Bilingual(
            "La auditoría de "
                + place
                + " tiene asientos que no se pueden leer: alguien los modificó. scripts/yunga audit"
                + " verify dice cuáles.",
            "The audit of "
                + place
                + " has entries that cannot be read: somebody changed them. scripts/yunga audit"
                + " verify says which."),
        cause);
  }

  /** A copy would be mixed with what is there. */
  public static ExplainedException notEmpty(String place) {
    return new ExplainedException(
        "store_not_empty",
        new Bilingual(
            "El almacén " + place + " ya tiene datos. Copie a uno vacío. No se cambió nada.",
            "The store " + place + " holds data. Copy into an empty one. Nothing was changed."));
  }

  /** What is not as it was written is not copied as if it were. */
  public static ExplainedException auditDoesNotHold(String place) {
    return new ExplainedException(
        "audit_does_not_hold",
        new Bilingual(
            "La auditoría de "
                + place
                + " no coincide con sus datos: scripts/yunga audit verify dice dónde. No se copió"
                + " nada.",
            "The audit of "
                + place
                + " does not match its data: scripts/yunga audit verify says where. Nothing was"
                + " copied."));
  }

  /** A token of this name is in force. */
  public static ExplainedException tokenExists(String name) {
    return new ExplainedException(
        "token_exists",
        new Bilingual(
            "Ya rige un token llamado "
                + name
                + ". Elija otro nombre, o anúlelo antes con scripts/yunga token revoke "
                + name
                + ".",
            "A token named "
                + name
                + " is in force. Choose another name, or revoke it first by scripts/yunga token"
                + " revoke "
                + name
                + "."));
  }

  /** What stays refers to what was to go. */
  public static ExplainedException inUse(String dataset, String what, Throwable cause) {
    return new ExplainedException(
        "dataset_in_use",
        new Bilingual(
            "No se puede retirar "
                + dataset
                + ": otros conjuntos de datos usan lo que trae ("
                + what
                + "). Retire primero los que lo usan, o publique una edición nueva. No se cambió"
                + " nada.",
            "The dataset "
                + dataset
                + " cannot be retired: others use what it brings ("
                + what
                + "). Retire those first, or publish a new edition. Nothing was changed."),
        cause);
  }
}
