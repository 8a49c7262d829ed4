package org.yunga.web.cli;

import java.util.Locale;
import java.util.Set;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import picocli.CommandLine.Option;

/** The option {@code --yes}, and the question where it was not given. */
final class Consent {

  private static final Set<String> YES = Set.of("s", "si", "sí", "y", "yes");

  @Option(
      names = {"--yes", "-y"},
      description = {"No pregunta antes de hacerlo", "Does not ask before doing it"})
  private boolean given;

  /**
   * Says what is going to happen, and asks; without anybody to ask nothing is done.
   *
   * @return whether to go on
   */
  boolean to(Bilingual whatWillHappen) {
    Console.say(whatWillHappen);
    if (given) {
      return true;
    }
    java.io.Console terminal = System.console();
    if (terminal == null) {
      throw new ExplainedException(
          "consent_needed",
          new Bilingual(
              "No se hizo nada: no hay a quién preguntar. Para hacerlo agregue --yes.",
              "Nothing was done: there is nobody to ask. To do it add --yes."));
    }
    Console.say("¿Continuar? [s/N]", "Go on? [y/N]");
    String answer = terminal.readLine();
    boolean yes = answer != null && YES.contains(answer.strip().toLowerCase(Locale.ROOT));
    if (!yes) {
      Console.say("No se hizo nada.", "Nothing was done.");
    }
    return yes;
  }
}
