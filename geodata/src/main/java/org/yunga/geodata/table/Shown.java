package org.yunga.geodata.table;

import org.yunga.core.text.Bilingual;

/** How things of a file are shown in messages. */
public final class Shown {

  private static final int MOST = 60;

  private Shown() {}

  /** A value in one short line, without control characters. */
  public static String of(String text) {
    int end = Math.min(text.length(), MOST);
    if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    String line = text.substring(0, end).replaceAll("\\p{Cntrl}+", " ");
    return end == text.length() ? line : line + "...";
  }

  /** A type in words, with an example where the form matters. */
  public static Bilingual name(ColumnType type) {
    return switch (type) {
      case TEXT -> new Bilingual("un texto", "a text");
      case INTEGER -> new Bilingual("un número entero", "a whole number");
      case DECIMAL -> new Bilingual("un número", "a number");
      case BOOLEAN -> new Bilingual("sí o no", "true or false");
      case DATE -> new Bilingual("una fecha (2024-12-31)", "a date (2024-12-31)");
      case DATE_TIME ->
          new Bilingual(
              "una fecha con hora (2024-12-31T08:30:00)", "a date and time (2024-12-31T08:30:00)");
    };
  }
}
