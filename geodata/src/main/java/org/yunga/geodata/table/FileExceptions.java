package org.yunga.geodata.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;

/** Why a file cannot be read or written, in words that all formats share. */
public final class FileExceptions {

  private FileExceptions() {}

  /** The file cannot be opened. */
  public static ExplainedException unreadable(Path file, IOException cause) {
    return new ExplainedException(
        "file_unreadable",
        new Bilingual(
            "No se puede leer "
                + file
                + ". Revise que el archivo exista, que no sea una carpeta y"
                + " que su usuario pueda leerlo.",
            file
                + " cannot be read. Check that the file exists, that it is no folder, and that"
                + " your user may read it."),
        cause);
  }

  /** The file cannot be written: folder missing, no right, disk full. */
  public static ExplainedException unwritable(Path file, Exception cause) {
    return new ExplainedException(
        "file_unwritable",
        new Bilingual(
            "No se puede escribir "
                + file
                + " ("
                + cause.getMessage()
                + "). Revise que la carpeta"
                + " exista, que su usuario pueda escribir en ella y que haya espacio en el disco.",
            file
                + " cannot be written ("
                + cause.getMessage()
                + "). Check that the folder exists,"
                + " that your user may write there, and that the disk has room."),
        cause);
  }

  /**
   * The file ends in the middle, or something in it cannot be true.
   *
   * @param format as people name it: {@code Shapefile}, {@code KML}
   * @param place where, in the terms of the format
   * @param what was found there, a whole sentence
   */
  public static ExplainedException broken(
      String file, String format, String place, Bilingual what, Throwable cause) {
    return new ExplainedException(
        "file_broken",
        new Bilingual(
            "El archivo "
                + file
                + " ("
                + format
                + ") está dañado en "
                + place
                + ": "
                + what.es()
                + " Quizá se descargó o copió a medias. Cópielo, descárguelo o expórtelo de nuevo.",
            "The file "
                + file
                + " ("
                + format
                + ") is broken at "
                + place
                + ": "
                + what.en()
                + " Perhaps it was downloaded or copied in part. Copy, download or export it"
                + " again."),
        cause);
  }

  /**
   * The bytes are of another format than the one asked for.
   *
   * @param code of what they are instead
   */
  public static ExplainedException wrongFormat(
      String code, String file, String format, Bilingual expected) {
    return new ExplainedException(
        code,
        new Bilingual(
            "El archivo "
                + file
                + " no es "
                + format
                + ": "
                + expected.es()
                + " Revise que sea el archivo correcto, o expórtelo de nuevo como "
                + format
                + ".",
            "The file "
                + file
                + " is not "
                + format
                + ": "
                + expected.en()
                + " Check that it is the right file, or export it again as "
                + format
                + "."));
  }

  /** No format knows the file. */
  public static ExplainedException unknownFormat(String file, List<String> allowed) {
    String list = String.join(", ", allowed);
    return new ExplainedException(
        "file_format_unknown",
        new Bilingual(
            "No se reconoce el formato de "
                + file
                + ". Se admiten: "
                + list
                + ". Exporte los datos en uno de ellos.",
            "The format of "
                + file
                + " is not known. Allowed are: "
                + list
                + ". Export the data in one of them."));
  }

  /** The file has several layers, or none of that name. */
  public static ExplainedException unknownLayer(String file, String given, List<String> allowed) {
    String list = allowed.isEmpty() ? "(-)" : String.join(", ", allowed);
    return new ExplainedException(
        "layer_unknown",
        new Bilingual(
            "El archivo "
                + file
                + " no tiene la capa «"
                + given
                + "». Tiene: "
                + list
                + ". Elija una de ellas.",
            "The file "
                + file
                + " has no layer '"
                + given
                + "'. It has: "
                + list
                + ". Choose one of them."));
  }

  /** Something is larger than any honest file of the kind. */
  public static ExplainedException tooLarge(String file, String place, long given, long allowed) {
    return new ExplainedException(
        "file_too_large",
        new Bilingual(
            "En el archivo "
                + file
                + ", "
                + place
                + " ocupa "
                + given
                + " bytes; se admiten hasta "
                + allowed
                + ". Divida el archivo o revise que no esté dañado.",
            "In the file "
                + file
                + ", "
                + place
                + " has "
                + given
                + " bytes; up to "
                + allowed
                + " are allowed. Split the file, or check that it is not broken."));
  }

  /** The format cannot hold what is to be written. */
  public static ExplainedException cannotHold(String format, Bilingual what) {
    return new ExplainedException(
        "format_cannot_hold",
        new Bilingual(
            "No se puede escribir como " + format + ": " + what.es(),
            "This cannot be written as " + format + ": " + what.en()));
  }
}
