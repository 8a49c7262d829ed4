package org.yunga.geodata.intake;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;

/** The part of a dataset's key that people choose. */
public final class DatasetName {

  private static final String SHAPE = "[a-z0-9][a-z0-9-]{0,59}";
  private static final int LONGEST = 60;

  private DatasetName() {}

  /**
   * As given, or made of the name of the file: lower case, digits and hyphens.
   *
   * @throws ExplainedException when that is no name
   */
  public static String of(Optional<String> given, Path file) {
    String name = given.orElseGet(() -> fromFile(file.getFileName().toString()));
    if (!name.matches(SHAPE)) {
      throw new ExplainedException(
          "dataset_name_wrong",
          new Bilingual(
              "'"
                  + name
                  + "' no sirve de nombre. Indique un nombre (name) con letras minúsculas sin tilde, cifras y"
                  + " guiones, hasta 60: titulos-2015.",
              "'"
                  + name
                  + "' will not do as a name. Give a name (name) of lower case letters without accents,"
                  + " digits and hyphens, up to 60: titles-2015."));
    }
    return name;
  }

  private static String fromFile(String fileName) {
    String plain =
        Normalizer.normalize(fileName.replaceFirst("(?<=.)\\.[^.]*$", ""), Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    return plain.substring(0, Math.min(plain.length(), LONGEST));
  }
}
