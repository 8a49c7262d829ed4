package org.yunga.geodata.format.shapefile;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Column names of at most ten plain characters, the same for the same columns every time. Names
 * that fit stay; of others accents go, other signs become {@code _}, and a number at the end tells
 * apart what reads the same after the cut.
 */
final class ShortNames {

  private static final int LONGEST = 10;

  private ShortNames() {}

  /**
   * A short name for each.
   *
   * @param given names to take before any made one; those longer than ten are cut
   */
  static List<String> of(List<String> names, Map<String, String> given) {
    Set<String> taken = new HashSet<>();
    String[] result = new String[names.size()];
    // names that are given or fit come first, so that a longer one before them cannot take theirs
    for (int i = 0; i < result.length; i++) {
      String wanted = plain(given.getOrDefault(names.get(i), names.get(i)));
      boolean fits = wanted.length() <= LONGEST;
      if (fits && taken.add(key(wanted))) {
        result[i] = wanted;
      }
    }
    for (int i = 0; i < result.length; i++) {
      if (result[i] == null) {
        result[i] = free(plain(given.getOrDefault(names.get(i), names.get(i))), taken);
      }
    }
    return new ArrayList<>(List.of(result));
  }

  private static String free(String wanted, Set<String> taken) {
    String cut = cut(wanted, LONGEST);
    for (int i = 1; !taken.add(key(cut)); i++) {
      String suffix = "_" + i;
      cut = cut(wanted, LONGEST - suffix.length()) + suffix;
    }
    return cut;
  }

  private static String cut(String text, int length) {
    return text.substring(0, Math.min(length, text.length()));
  }

  /** Letters A to Z, digits and underscores; begins with a letter. */
  static String plain(String name) {
    String ascii =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .replaceAll("\\p{M}+", "")
            .replaceAll("[^A-Za-z0-9_]+", "_");
    return ascii.isEmpty() || !Character.isLetter(ascii.charAt(0)) ? "c" + ascii : ascii;
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
