package org.yunga.geodata.format.sheet;

import java.util.Locale;

/** Words for yes and no that cannot be anything else. */
final class BooleanText {

  private BooleanText() {}

  /** What a text means; null when it is another. */
  static Boolean of(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "verdadero" -> Boolean.TRUE;
      case "false", "falso" -> Boolean.FALSE;
      default -> null;
    };
  }
}
