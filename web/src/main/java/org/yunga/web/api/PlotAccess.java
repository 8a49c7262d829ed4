package org.yunga.web.api;

import org.yunga.core.dataset.Release;
import org.yunga.core.text.Bilingual;
import org.yunga.web.http.Problem;
import org.yunga.web.http.ProblemException;

/**
 * Decides whether single plots may be shown: the one place that does. Totals are public, the place
 * of one family's field is not.
 */
final class PlotAccess {

  private PlotAccess() {}

  /**
   * Refuses a question whose answer would show single plots of real people.
   *
   * @throws ProblemException 403 unless the release is synthetic
   */
  static void check(Release release) {
    if (!release.isSynthetic()) {
      throw new ProblemException(
          Problem.of(
              403,
              "plots_are_not_public",
              new Bilingual(
                  "Las parcelas una por una no son públicas: muestran el campo de una familia."
                      + " Pida totales con POST /api/v1/queries o /api/v1/totals.",
                  "Single plots are not public: they show a family's field. Ask for totals by"
                      + " POST /api/v1/queries or /api/v1/totals.")));
    }
  }
}
