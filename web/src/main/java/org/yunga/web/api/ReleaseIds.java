package org.yunga.web.api;

import java.util.List;
import java.util.Optional;
import org.yunga.core.text.Bilingual;
import org.yunga.web.http.Problem;
import org.yunga.web.http.ProblemException;

/** Ids of releases as requests write them. */
final class ReleaseIds {

  private static final int NAMED = 12;

  private ReleaseIds() {}

  /** The number of a release; one that no release has where the text is no number. */
  static long number(String id) {
    return id.matches("[1-9][0-9]{0,17}") ? Long.parseLong(id) : -1;
  }

  /** There is no such release: 404, wherever its id stood. */
  static ProblemException unknown(String parameter, String given, List<String> known) {
    String some = String.join(", ", known.subList(0, Math.min(known.size(), NAMED)));
    String more = known.size() > NAMED ? "..." : ".";
    return new ProblemException(
        new Problem(
            404,
            "unknown_release",
            new Bilingual(
                "No existe la entrega '" + given + "'. Hay: " + some + more,
                "There is no release '" + given + "'. There are: " + some + more),
            Optional.of(parameter),
            Optional.of(given),
            known));
  }

  /** More plots that are no longer in force than are read for a question. */
  static ProblemException plotsNotHeld(String given, String current) {
    return new ProblemException(
        new Problem(
            404,
            "plots_of_old_release",
            new Bilingual(
                "La entrega "
                    + given
                    + " tiene demasiadas parcelas que ya no rigen para tenerlas en memoria; de ella"
                    + " se responden cifras y regiones. Pregunte sin 'release' (rige la "
                    + current
                    + "), o vuelva a esa entrega con scripts/yunga rollback "
                    + given
                    + " en una copia de los datos.",
                "Release "
                    + given
                    + " has too many plots that are no longer in force to hold them in memory; it"
                    + " answers for figures and regions. Ask without 'release' ("
                    + current
                    + " is in force), or go back to it by scripts/yunga rollback "
                    + given
                    + " in a copy of the data."),
            Optional.of(Answers.RELEASE),
            Optional.of(given),
            List.of(current)));
  }
}
