package org.yunga.geodata.load;

import java.util.Locale;
import java.util.Optional;

/**
 * Department codes as RENIEC, the civil registry, numbers them: like those of INEI up to Cajamarca
 * (06); then INEI counts Callao as 07, and RENIEC puts it after Tumbes, as 24. Of provinces and
 * districts RENIEC has numbers of its own.
 */
public final class Reniec {

  private static final int CALLAO_INEI = 7;
  private static final int CALLAO = 24;

  private Reniec() {}

  /** INEI's code of the department that a code of RENIEC means; empty where there is none. */
  public static Optional<String> inei(String department) {
    int number = Integer.parseInt(department);
    if (number < 1 || number > 25) {
      return Optional.empty();
    }
    int inei = number;
    if (number == CALLAO) {
      inei = CALLAO_INEI;
    } else if (number >= CALLAO_INEI && number < CALLAO) {
      inei = number + 1;
    }
    return Optional.of(String.format(Locale.ROOT, "%02d", inei));
  }
}
