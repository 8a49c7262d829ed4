package org.yunga.geodata.format.sheet;

/**
 * Keeps spreadsheet programs from running a text as a formula: a text that begins with {@code =},
 * {@code +}, {@code -}, {@code @}, a tab or a line end gets an apostrophe before it, which they
 * show as text. Recommended by OWASP ("CSV Injection"). Readers of ours take the apostrophe away
 * again.
 */
public final class FormulaGuard {

  private static final String DANGEROUS = "=+-@\t\r\n";

  private FormulaGuard() {}

  /** The text as it is safe to write. */
  public static String guard(String text) {
    return isDangerous(text) || isGuarded(text) ? "'" + text : text;
  }

  /** The text as it was before {@link #guard}. */
  public static String unguard(String text) {
    return isGuarded(text) ? text.substring(1) : text;
  }

  private static boolean isDangerous(String text) {
    return !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0;
  }

  private static boolean isGuarded(String text) {
    int apostrophes = 0;
    while (apostrophes < text.length() && text.charAt(apostrophes) == '\'') {
      apostrophes++;
    }
    return apostrophes > 0 && isDangerous(text.substring(apostrophes));
  }
}
