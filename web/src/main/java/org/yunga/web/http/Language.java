package org.yunga.web.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;

/** The two languages, and which of them a reader wants; Spanish when nothing is said. */
public final class Language {

  public static final String SPANISH = "es";
  public static final String ENGLISH = "en";

  private Language() {}

  /** By {@code Accept-Language} (RFC 9110, 12.5.4). */
  public static String of(Context context) {
    String header = context.header("Accept-Language");
    if (header == null || header.isBlank()) {
      return SPANISH;
    }
    try {
      List<Locale.LanguageRange> wishes = Locale.LanguageRange.parse(header);
      String language = Locale.lookupTag(wishes, List.of(SPANISH, ENGLISH));
      return language == null ? SPANISH : language;
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      // the JDK's parser throws the latter for a lone "-"
      return SPANISH;
    }
  }
}
