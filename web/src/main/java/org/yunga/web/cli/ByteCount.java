package org.yunga.web.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;

/** Sizes as people write them: 800m, 2g. */
final class ByteCount {

  private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,9})([kmg]?)b?");
  private static final int KIBI = 10;

  private ByteCount() {}

  /**
   * Bytes of a size.
   *
   * @param option that it was given with, for the message
   * @throws ExplainedException when it is none
   */
  static long parse(String option, String text) {
    Matcher parts = FORM.matcher(text.strip().toLowerCase(java.util.Locale.ROOT));
    if (!parts.matches()) {
      throw new ExplainedException(
          "bad_size",
          new Bilingual(
              option + " " + text + " no es un tamaño. Escriba por ejemplo 800m o 2g.",
              option + " " + text + " is not a size. Write for example 800m or 2g."));
    }
    int power = "kmg".indexOf(parts.group(2)) + (parts.group(2).isEmpty() ? 0 : 1);
    return Long.parseLong(parts.group(1)) << (KIBI * power);
  }
}
