package org.yunga.geodata.plots;

import org.yunga.core.plot.PlotForm;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.intake.Severity;

/** What is wrong with the geometry of a plot itself. */
public sealed interface ShapeProblem extends PlotProblem {

  /** The row has no geometry, or an empty one. */
  record GeometryMissing(PlotPlace at) implements ShapeProblem {
    @Override
    public Severity severity() {
      return Severity.REFUSED;
    }

    @Override
    public Bilingual message() {
      return new Bilingual(
          "La fila no tiene geometría, o está vacía.", "The row has no geometry, or an empty one.");
    }

    @Override
    public Bilingual fix() {
      return new Bilingual(
          "Dibuje la parcela o quite la fila.", "Draw the plot, or take the row away.");
    }
  }

  /** Points where areas are wanted, and the like. */
  record GeometryWrongType(PlotPlace at, String given, PlotForm wanted) implements ShapeProblem {
    @Override
    public Severity severity() {
      return Severity.REFUSED;
    }

    @Override
    public Bilingual message() {
      return new Bilingual(
          "La geometría es " + given + " y este tipo de parcela son " + wanted.plural().es() + ".",
          "The geometry is "
              + given
              + ", and plots of this kind are "
              + wanted.plural().en()
              + ".");
    }

    @Override
    public Bilingual fix() {
      return new Bilingual(
          "Exporte la capa que tiene " + wanted.plural().es() + ", o diga que son otra cosa (as).",
          "Export the layer of "
              + wanted.plural().en()
              + ", or say that they are something else (as).");
    }
  }

  /** The outline crosses itself or the like, and was mended. */
  record GeometryInvalid(PlotPlace at, String reason, double before, double after)
      implements ShapeProblem {
    @Override
    public Severity severity() {
      return Severity.REPAIRED;
    }

    @Override
    public Bilingual message() {
      return new Bilingual(
          "La geometría no es válida (" + reason + ").",
          "The geometry is not valid (" + reason + ").");
    }

    @Override
    public Bilingual fix() {
      String change = PlotProblem.hectares(before) + " -> " + PlotProblem.hectares(after) + " ha";
      return new Bilingual(
          "Se reparó (" + change + "); mire en el mapa que sea la parcela que se quiso dibujar.",
          "It was repaired (" + change + "); see on the map that it is the plot that was meant.");
    }
  }

  /** Nothing usable is left when the outline is mended. */
  record GeometryUnrepairable(PlotPlace at, String reason) implements ShapeProblem {
    @Override
    public Severity severity() {
      return Severity.REFUSED;
    }

    @Override
    public Bilingual message() {
      return new Bilingual(
          "La geometría no es válida y al repararla no queda nada (" + reason + ").",
          "The geometry is not valid, and nothing is left of it when repaired (" + reason + ").");
    }

    @Override
    public Bilingual fix() {
      return new Bilingual("Dibújela de nuevo.", "Draw it anew.");
    }
  }

  /** No plot of the kind is so large. */
  record ImpossibleSize(PlotPlace at, double hectares, double most) implements ShapeProblem {
    @Override
    public Severity severity() {
      return Severity.REFUSED;
    }

    @Override
    public Bilingual message() {
      String given = PlotProblem.hectares(hectares);
      String limit = PlotProblem.hectares(most);
      return new Bilingual(
          "La parcela mide " + given + " ha; de este tipo se admiten hasta " + limit + " ha.",
          "The plot has " + given + " ha; of this kind up to " + limit + " ha are allowed.");
    }

    @Override
    public Bilingual fix() {
      return new Bilingual(
          "Quizá es una zona y no una parcela, o el sistema de coordenadas es otro. Corríjala, o"
              + " diga que es otra cosa (as).",
          "Perhaps it is a zone and not a plot, or the coordinate system is another. Mend it, or"
              + " say that it is something else (as).");
    }
  }

  /** Larger or smaller than plots of the kind are. */
  record UnusualSize(PlotPlace at, double hectares) implements ShapeProblem {
    @Override
    public Severity severity() {
      return Severity.TOLD;
    }

    @Override
    public Bilingual message() {
      String given = String.format(java.util.Locale.ROOT, "%,.4f", hectares);
      return new Bilingual(
          "La parcela mide " + given + " ha, lo que es raro en este tipo.",
          "The plot has " + given + " ha, which is unusual for this kind.");
    }

    @Override
    public Bilingual fix() {
      return new Bilingual(
          "Se carga; compruébela en el mapa.", "It is loaded; check it on the map.");
    }
  }
}
