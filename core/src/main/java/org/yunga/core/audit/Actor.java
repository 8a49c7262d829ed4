package org.yunga.core.audit;

import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;

/**
 * Who did something: the name of a person, an office, a token, or of the program itself.
 *
 * @param name as it is shown to everybody; 1 to 100 characters on one line
 */
public record Actor(String name) {

  /** The program, when nobody asked it to: the reference data of a new version. */
  public static final Actor PROGRAM = new Actor("yunga");

  private static final int LONGEST = 100;

  /** Refuses what would be no name, or would spoil a list on a terminal. */
  public Actor {
    boolean isOneLine = name.codePoints().noneMatch(Character::isISOControl);
    if (name.isBlank() || name.length() > LONGEST || !isOneLine) {
      throw new ExplainedException(
          "bad_actor",
          new Bilingual(
              "'"
                  + printable(name)
                  + "' no sirve para decir quién lo hace. Indique con --by un nombre de 1 a "
                  + LONGEST
                  + " caracteres, en una línea.",
              "'"
                  + printable(name)
                  + "' does not say who does it. Give by --by a name of 1 to "
                  + LONGEST
                  + " characters, on one line."));
    }
  }

  private static String printable(String name) {
    String cut = name.length() > LONGEST ? name.substring(0, LONGEST) + "..." : name;
    return cut.replaceAll("\\p{Cntrl}", "?");
  }
}
