package org.yunga.core.text;

import java.util.Objects;

/**
 * One text in Spanish and English; Spanish comes first.
 *
 * @param es Spanish (Peru), never blank
 * @param en English, never blank
 */
public record Bilingual(String es, String en) {

  /** Checks that both languages are there. */
  public Bilingual {
    Objects.requireNonNull(es, "es");
    Objects.requireNonNull(en, "en");
    if (es.isBlank() || en.isBlank()) {
      throw new IllegalArgumentException(
          "A text needs both languages, but got es='" + es + "', en='" + en + "'");
    }
  }

  /** A proper noun: the same in both languages. */
  public static Bilingual same(String text) {
    return new Bilingual(text, text);
  }

  /** Spanish when the language is {@code es}, English otherwise. */
  public String in(String language) {
    return "es".equals(language) ? es : en;
  }
}
