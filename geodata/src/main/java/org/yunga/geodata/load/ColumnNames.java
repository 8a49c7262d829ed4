package org.yunga.geodata.load;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds columns by their names, accents, case and signs aside. */
final class ColumnNames {

  private ColumnNames() {}

  /** The first of the columns that has one of these names. */
  static Optional<String> find(List<String> columns, Set<String> wanted) {
    return columns.stream().filter(name -> wanted.contains(letters(name))).findFirst();
  }

  /** Small letters and digits only: {@code FIRST_IDPR} becomes {@code firstidpr}. */
  static String letters(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]", "");
  }
}
