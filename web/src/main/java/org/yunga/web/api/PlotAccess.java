package org.yunga.web.api;

import io.javalin.http.Context;
import org.yunga.core.dataset.Release;
import org.yunga.core.text.Bilingual;
import org.yunga.web.access.Tokens;
import org.yunga.web.http.Problem;
import org.yunga.web.http.ProblemException;

/**
 * Decides whether single plots may be shown: the one place that does. Totals are public, the place
 * of one family's field is not.
 */
public final class PlotAccess {

  private final Tokens tokens;

  /** Lets in who carries one of these. */
  public PlotAccess(Tokens tokens) {
    this.tokens = tokens;
  }

  /**
   * Whether single plots may be shown to who sent a request.
   *
   * @throws ProblemException 401 or 429 when the request carries a token that is wrong
   */
  boolean allowed(Context context, Release release) {
    return release.isSynthetic() || tokens.of(context).isPresent();
  }

  /**
   * Refuses a question whose answer would show single plots of real people to somebody without a
   * token.
   *
   * @throws ProblemException 403 unless the release is synthetic or the request carries a token;
   *     401 or 429 when that is wrong
   */
  void check(Context context, Release release) {
    if (!allowed(context, release)) {
      throw new ProblemException(
          Problem.of(
              403,
              "plots_are_not_public",
              new Bilingual(
                  "Las parcelas una por una no son públicas: muestran el campo de una familia."
                      + " Pida totales con POST /api/v1/queries o /api/v1/totals, o envíe un token:"
                      + " Authorization: Bearer TOKEN.",
                  "Single plots are not public: they show a family's field. Ask for totals by"
                      + " POST /api/v1/queries or /api/v1/totals, or send a token: Authorization:"
                      + " Bearer TOKEN.")));
    }
  }
}
