package org.yunga.core.region;

/**
 * The codes of Peru's political divisions (INEI): text of two digits for a department, four for a
 * province, six for a district; each begins with the code of what holds it. The country is {@code
 * PE}.
 */
public final class Ubigeo {

  public static final String COUNTRY = "PE";

  private Ubigeo() {}

  /** Whether the text has the form of a code: 2, 4 or 6 digits. */
  public static boolean isCode(String text) {
    return text.matches("(\\d{2}){1,3}");
  }

  /** Whether a division lies within another: San Martín (22) holds Tocache (2210). */
  public static boolean isWithin(String code, String outerCode) {
    return isCode(code)
        && !code.equals(outerCode)
        && (outerCode.equals(COUNTRY) || isCode(outerCode) && code.startsWith(outerCode));
  }
}
