package org.yunga.core.audit;

import java.util.Locale;
import org.yunga.core.text.Bilingual;

/** Something in the audit, or in what it speaks of, that is not as it was written. */
public sealed interface AuditFinding {

  /** What it is and what it means. */
  Bilingual explanation();

  /** Stable name of the kind, snake case: {@code entry_changed}. */
  default String code() {
    return getClass().getSimpleName().replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  /** An entry was written over. */
  record EntryChanged(long number) implements AuditFinding {
    @Override
    public Bilingual explanation() {
      return new Bilingual(
          "El asiento "
              + number
              + " fue modificado después de escrito: su contenido no da su suma SHA-256. Lo que"
              + " dicen él y los siguientes ya no prueba nada; compare con una copia.",
          "Entry "
              + number
              + " was changed after it was written: its content does not give its SHA-256. What it"
              + " and all later ones say proves nothing any more; compare with a copy.");
    }
  }

  /** An entry is not even an entry. */
  record EntryUnreadable(long number) implements AuditFinding {
    @Override
    public Bilingual explanation() {
      return new Bilingual(
          "El asiento "
              + number
              + " no se puede leer: alguien escribió en él otra cosa. Lo que dicen los siguientes"
              + " ya no prueba nada; compare con una copia.",
          "Entry "
              + number
              + " cannot be read: somebody wrote something else into it. What the later ones say"
              + " proves nothing any more; compare with a copy.");
    }
  }

  /** Entries were taken out. */
  record EntriesMissing(long first, long last) implements AuditFinding {
    @Override
    public Bilingual explanation() {
      String numbers = first == last ? "" + first : first + "-" + last;
      return new Bilingual(
          "Faltan asientos ("
              + numbers
              + "): fueron borrados. Los que quedan son auténticos hasta el "
              + (first - 1)
              + "; busque los borrados en una copia.",
          "Entries are missing ("
              + numbers
              + "): they were deleted. Those up to "
              + (first - 1)
              + " hold; look for the deleted ones in a copy.");
    }
  }

  /** An entry does not follow the one before. */
  record EntryMisplaced(long number) implements AuditFinding {
    @Override
    public Bilingual explanation() {
      return new Bilingual(
          "El asiento "
              + number
              + " no sigue al anterior: los asientos fueron cambiados de orden o sustituidos."
              + " Compare con una copia.",
          "Entry "
              + number
              + " does not follow the one before: entries were put in another order or replaced."
              + " Compare with a copy.");
    }
  }

  /** A head that somebody wrote down is not in the chain. */
  record HeadUnknown(String hash) implements AuditFinding {
    @Override
    public Bilingual explanation() {
      return new Bilingual(
          "Ningún asiento tiene la suma "
              + hash
              + " que usted guardó: la cadena fue hecha de nuevo o es de otro almacén.",
          "No entry has the hash "
              + hash
              + " that you kept: the chain was made anew, or is of another store.");
    }
  }

  /** A release that nobody made. */
  record ReleaseUnaudited(long release) implements AuditFinding {
    @Override
    public Bilingual explanation() {
      return new Bilingual(
          "La entrega "
              + release
              + " no consta en la auditoría: fue puesta a mano en el archivo, o su asiento fue"
              + " borrado. No se sabe quién la hizo.",
          "Release "
              + release
              + " is not in the audit: it was put into the file by hand, or its entry was deleted."
              + " Nobody knows who made it.");
    }
  }

  /** A release that was made and is gone, or holds other datasets. */
  record ReleaseChanged(long release) implements AuditFinding {
    @Override
    public Bilingual explanation() {
      return new Bilingual(
          "La entrega "
              + release
              + " ya no contiene los conjuntos de datos con que se publicó, o desapareció."
              + " Restaure una copia.",
          "Release "
              + release
              + " no longer holds the datasets that it was published with, or is gone. Restore a"
              + " copy.");
    }
  }

  /**
   * The rows of a dataset are not those that were published.
   *
   * @param dataset its id
   * @param entry the entry that holds its hash; 0 when that is gone
   */
  record DatasetChanged(String dataset, long entry) implements AuditFinding {
    @Override
    public Bilingual explanation() {
      return new Bilingual(
          "El contenido de "
              + dataset
              + " ya no es el que se publicó"
              + (entry == 0 ? "" : " (asiento " + entry + ")")
              + ": alguien cambió, quitó o agregó filas en el archivo. No confíe en sus cifras;"
              + " restaure una copia o vuelva a cargar el archivo original.",
          "The content of "
              + dataset
              + " is not what was published"
              + (entry == 0 ? "" : " (entry " + entry + ")")
              + ": somebody changed, removed or added rows in the file. Do not trust its figures;"
              + " restore a copy, or load the original file again.");
    }
  }

  /**
   * The plots that a database keeps one in a row are not those of a dataset.
   *
   * @param dataset its id; the number after # when there is no such dataset
   * @param rows how many there are
   * @param plots how many there should be
   */
  record PlotRowsChanged(String dataset, long rows, long plots) implements AuditFinding {
    @Override
    public Bilingual explanation() {
      return new Bilingual(
          "Las filas de la tabla plot ("
              + rows
              + ") no son las parcelas de "
              + dataset
              + " ("
              + plots
              + "): alguien cambió, quitó o agregó filas en la base de datos, y los totales por SQL"
              + " serían errados. Las parcelas mismas están intactas: restaure un respaldo, o copie"
              + " el almacén a una base vacía (scripts/yunga copy), que las escribe de nuevo.",
          "The rows of the table plot ("
              + rows
              + ") are not the plots of "
              + dataset
              + " ("
              + plots
              + "): somebody changed, removed or added rows in the database, and totals by SQL"
              + " would be wrong. The plots themselves are as they came: restore a backup, or copy"
              + " the store into an empty database (scripts/yunga copy), which writes them anew.");
    }
  }

  /**
   * A token is not what it was made to be.
   *
   * @param name of the token
   * @param entry the entry that made it
   */
  record TokenChanged(String name, long entry) implements AuditFinding {
    @Override
    public Bilingual explanation() {
      return new Bilingual(
          "El token "
              + name
              + " ya no es el que se creó (asiento "
              + entry
              + "): alguien lo cambió, alargó su plazo, deshizo su anulación o lo borró a mano."
              + " Anúlelo (scripts/yunga token revoke "
              + name
              + "), cree otro y revise quién pudo escribir en los datos.",
          "The token "
              + name
              + " is not what was created (entry "
              + entry
              + "): somebody changed it, prolonged it, undid its revocation or deleted it by hand."
              + " Revoke it (scripts/yunga token revoke "
              + name
              + "), create another, and see who could write to the data.");
    }
  }

  /** A token that nobody made. */
  record TokenUnaudited(String name) implements AuditFinding {
    @Override
    public Bilingual explanation() {
      return new Bilingual(
          "El token "
              + name
              + " no consta en la auditoría: fue puesto a mano en los datos, y quien lo tiene puede"
              + " publicar. Anúlelo (scripts/yunga token revoke "
              + name
              + ") y revise quién pudo escribir en los datos.",
          "The token "
              + name
              + " is not in the audit: it was put into the data by hand, and who has it can publish."
              + " Revoke it (scripts/yunga token revoke "
              + name
              + "), and see who could write to the data.");
    }
  }
}
