package org.yunga.web.api;

import java.util.List;
import org.yunga.core.plot.PlotKind;
import org.yunga.core.plot.PlotSlot;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.core.text.Bilingual;
import org.yunga.web.http.Parameters;
import org.yunga.web.http.Problem;
import org.yunga.web.http.ProblemException;

/** The kind and year of plots that a request names by {@code kind=} and {@code year=}. */
final class AskedSlot {

  private AskedSlot() {}

  /** Both, each known; there may be no plots of that kind in that year. */
  static PlotSlot of(Parameters parameters, Snapshot snapshot) {
    List<String> kinds = snapshot.catalogue().plotKinds().stream().map(PlotKind::id).toList();
    String kind = known("kind", new Bilingual("la clase", "kind of plots"), parameters, kinds);
    String year = known("year", new Bilingual("el año", "year"), parameters, years(snapshot));
    return new PlotSlot(kind, Integer.parseInt(year));
  }

  private static List<String> years(Snapshot snapshot) {
    return snapshot.plotSlots().stream()
        .map(PlotSlot::year)
        .distinct()
        .sorted()
        .map(String::valueOf)
        .toList();
  }

  private static String known(
      String name, Bilingual what, Parameters parameters, List<String> known) {
    String given = parameters.get(name, known);
    if (!known.contains(given)) {
      throw unknown(name, what, given, known);
    }
    return given;
  }

  /** Names one that there is not, and those that there are. */
  static ProblemException unknown(
      String parameter, Bilingual what, String given, List<String> known) {
    String names = String.join(", ", known);
    return new ProblemException(
        Problem.parameter(
            "unknown_" + parameter,
            new Bilingual(
                "No existe "
                    + what.es()
                    + " '"
                    + given
                    + "'. "
                    + (known.isEmpty() ? "Esta entrega no tiene parcelas." : "Hay: " + names + "."),
                "There is no "
                    + what.en()
                    + " '"
                    + given
                    + "'. "
                    + (known.isEmpty()
                        ? "This release has no plots."
                        : "There are: " + names + ".")),
            parameter,
            given,
            known));
  }
}
