package org.yunga.web.api;

import io.javalin.http.Context;
import org.yunga.core.dataset.Release;
import org.yunga.core.monitor.Monitor;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.UnavailableException;
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
   * @throws UnavailableException when tokens cannot be looked up and the answer depends on them
   */
  boolean allowed(Context context, Release release) {
    try {
      // a wrong token is told of where none is needed too: its sender would take it for a right one
      boolean carriesToken = tokens.of(context).isPresent();
      return release.isSynthetic() || carriesToken;
    } catch (UnavailableException e) {
      if (release.isSynthetic()) {
        return true; // the answer is the same to everybody
      }
      throw e;
    }
  }

  /**
   * The questions as far as who sent a request may ask them: exact for who may see single plots.
   *
   * @throws ProblemException 401 or 429 when the request carries a token that is wrong
   */
  Monitor monitor(Context context, Monitor monitor) {
    return allowed(context, monitor.snapshot().release()) ? monitor.entitled() : monitor;
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
      throw notPublic();
    }
  }

  /** Refuses what would show single plots. */
  static ProblemException notPublic() {
    return new ProblemException(
        Problem.of(
            403,
            "plots_are_not_public",
            new Bilingual(
                "Las parcelas una por una, y lo que las rodea, no son públicas: muestran el campo"
                    + " de una familia. Pida totales con POST /api/v1/queries o /api/v1/totals, o"
                    + " envíe un token: Authorization: Bearer TOKEN.",
                "Single plots, and the ground round them, are not public: they show a family's"
                    + " field. Ask for totals by POST /api/v1/queries or /api/v1/totals, or send a"
                    + " token: Authorization: Bearer TOKEN.")));
  }
}
