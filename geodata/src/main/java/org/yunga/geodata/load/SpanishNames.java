package org.yunga.geodata.load;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Names of places as they are written in Peru. */
public final class SpanishNames {

  private static final Set<String> PARTICLES = Set.of("de", "del", "la", "las", "los", "y", "e");
  private static final Pattern WORD = Pattern.compile("\\p{L}+");

  private SpanishNames() {}

  /**
   * A name in capitals with its usual case: {@code SAN JUAN DEL ORO} becomes {@code San Juan del
   * Oro}. Accents that the capitals lack cannot be invented. A name with small letters stays as it
   * is.
   */
  public static String titleCase(String name) {
    if (!name.equals(name.toUpperCase(Locale.ROOT))) {
      return name;
    }
    return WORD.matcher(name.toLowerCase(Locale.ROOT)).replaceAll(SpanishNames::word);
  }

  private static String word(MatchResult match) {
    String word = match.group();
    return match.start() > 0 && PARTICLES.contains(word)
        ? word
        : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  /** Whether two names are the same but for accents, case, blanks and signs. */
  public static boolean agree(String one, String other) {
    return letters(one).equals(letters(other));
  }

  private static String letters(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .toUpperCase(Locale.ROOT)
        .replaceAll("[^A-Z0-9]", "");
  }
}
