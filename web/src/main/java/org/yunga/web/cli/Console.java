package org.yunga.web.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.yunga.core.text.Bilingual;

/** Words on the terminal: Spanish, or English where the terminal is set to English. */
final class Console {

  private static final String LANGUAGE = language(System.getenv());

  private Console() {}

  /** By {@code YUNGA_LANG}, {@code LC_ALL}, {@code LC_MESSAGES} or {@code LANG}, in this order. */
  static String language(Map<String, String> environment) {
    for (String name : new String[] {"YUNGA_LANG", "LC_ALL", "LC_MESSAGES", "LANG"}) {
      String value = environment.get(name);
      if (value != null && !value.isBlank()) {
        return value.toLowerCase(Locale.ROOT).startsWith("en") ? "en" : "es";
      }
    }
    return "es";
  }

  /** A line of the answer. */
  static void say(String es, String en) {
    say(new Bilingual(es, en));
  }

  /** A line of the answer. */
  static void say(Bilingual text) {
    write(System.out, text);
  }

  /** A line about something that went wrong. */
  static void complain(Bilingual text) {
    write(System.err, text);
  }

  /** UTF-8 whatever the locale of the machine: bare servers have none. */
  private static void write(PrintStream stream, Bilingual text) {
    new PrintStream(stream, true, StandardCharsets.UTF_8).println(text.in(LANGUAGE));
  }
}
