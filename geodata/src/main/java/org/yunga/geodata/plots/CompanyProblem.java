package org.yunga.geodata.plots;

import java.util.Locale;
import java.util.Optional;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.intake.Severity;

/** A plot does not go with another of its kind and year. */
public sealed interface CompanyProblem extends PlotProblem {

  /**
   * The other plot.
   *
   * @param row its row in the same file
   * @param dataset of the release that holds it; empty when it is in the file
   */
  record Other(long row, Optional<String> dataset) {
    Bilingual words() {
      return dataset
          .map(id -> new Bilingual("una de " + id, "one of " + id))
          .orElseGet(() -> new Bilingual("la fila " + row, "row " + row));
    }
  }

  /** The same plot once more. */
  record Duplicate(PlotPlace at, Other other) implements CompanyProblem {
    @Override
    public Severity severity() {
      return Severity.REFUSED;
    }

    @Override
    public Bilingual message() {
      return new Bilingual(
          "La parcela es la misma que " + other.words().es() + ", del mismo tipo y año.",
          "The plot is the same as " + other.words().en() + ", of the same kind and year.");
    }

    @Override
    public Bilingual fix() {
      return other.dataset().isEmpty()
          ? new Bilingual("Deje una de las dos.", "Leave one of the two.")
          : new Bilingual(
              "Ya está publicada; quite la fila, o cargue una edición nueva de ese conjunto con"
                  + " su nombre (name).",
              "It is published already; take the row away, or load a new edition of that dataset by"
                  + " its name (name).");
    }
  }

  /** Two plots share ground, which would be counted twice. */
  record Overlap(PlotPlace at, Other other, double hectares, double share)
      implements CompanyProblem {

    /** Of the smaller plot: from here on it is the same ground, below it neighbours drawn ill. */
    static final double MOST = 0.5;

    @Override
    public Severity severity() {
      return share >= MOST ? Severity.REFUSED : Severity.TOLD;
    }

    @Override
    public Bilingual message() {
      String percent = String.format(Locale.ROOT, "%.0f", share * 100);
      String ground = PlotProblem.hectares(hectares);
      return new Bilingual(
          "Se superpone con "
              + other.words().es()
              + " en "
              + ground
              + " ha ("
              + percent
              + " % de la menor), del mismo tipo y año.",
          "It overlaps "
              + other.words().en()
              + " by "
              + ground
              + " ha ("
              + percent
              + " % of the smaller), of the same kind and year.");
    }

    @Override
    public Bilingual fix() {
      return severity() == Severity.TOLD
          ? new Bilingual(
              "Se carga, y ese suelo se cuenta dos veces; corrija los linderos.",
              "It is loaded, and that ground counts twice; mend the borders.")
          : new Bilingual("Deje una de las dos.", "Leave one of the two.");
    }
  }
}
