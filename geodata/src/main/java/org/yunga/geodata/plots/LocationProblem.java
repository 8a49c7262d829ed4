package org.yunga.geodata.plots;

import java.util.Locale;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.intake.Severity;

/** A plot does not lie where it can or should. */
public sealed interface LocationProblem extends PlotProblem {

  /** It lies in another country or in the sea. */
  record OutsidePeru(PlotPlace at, String where) implements LocationProblem {
    @Override
    public Severity severity() {
      return Severity.REFUSED;
    }

    @Override
    public Bilingual message() {
      return new Bilingual(
          "La parcela está fuera del Perú (" + where + ").",
          "The plot lies outside of Peru (" + where + ").");
    }

    @Override
    public Bilingual fix() {
      return new Bilingual(
          "Revise sus coordenadas; si el archivo está en otro sistema, indíquelo (crs).",
          "Check its coordinates; if the file is in another system, name it (crs).");
    }
  }

  /** Latitude stands before longitude. */
  record SwappedAxes(PlotPlace at, String where) implements LocationProblem {
    @Override
    public Severity severity() {
      return Severity.REFUSED;
    }

    @Override
    public Bilingual message() {
      return new Bilingual(
          "Las coordenadas están al revés (" + where + "): la latitud va antes que la longitud.",
          "The coordinates are swapped (" + where + "): latitude stands before longitude.");
    }

    @Override
    public Bilingual fix() {
      return new Bilingual(
          "Expórtelas con la longitud (o el este) primero.",
          "Export them with longitude (or easting) first.");
    }
  }

  /** In the neighbouring zone of UTM it would lie where it should. */
  record WrongUtmZone(PlotPlace at, String declared, String likely) implements LocationProblem {
    @Override
    public Severity severity() {
      return Severity.REFUSED;
    }

    @Override
    public Bilingual message() {
      return new Bilingual(
          "En " + declared + " la parcela no está donde debe; en " + likely + " sí.",
          "In " + declared + " the plot does not lie where it should; in " + likely + " it does.");
    }

    @Override
    public Bilingual fix() {
      return new Bilingual(
          "La zona UTM parece otra: cargue con crs " + likely + ".",
          "The UTM zone seems to be another: load with crs " + likely + ".");
    }
  }

  /** It lies outside of the region that its row names. */
  record NotInRegion(PlotPlace at, String regionCode, String name, String actual, double kilometres)
      implements LocationProblem {

    /** Boundaries of different sources differ by some hundred metres. */
    static final double BORDER_KILOMETRES = 1;

    @Override
    public Severity severity() {
      return kilometres <= BORDER_KILOMETRES ? Severity.TOLD : Severity.REFUSED;
    }

    @Override
    public Bilingual message() {
      String far = String.format(Locale.ROOT, "%,.1f", kilometres);
      String region = name + " (" + regionCode + ")";
      return new Bilingual(
          "La fila dice "
              + region
              + " y la parcela está en "
              + actual
              + ", a "
              + far
              + " km de allí.",
          "The row says "
              + region
              + ", and the plot lies in "
              + actual
              + ", "
              + far
              + " km from there.");
    }

    @Override
    public Bilingual fix() {
      return severity() == Severity.TOLD
          ? new Bilingual(
              "Está junto al límite: se carga donde está dibujada.",
              "It is next to the border: it is loaded where it is drawn.")
          : new Bilingual("Corrija el UBIGEO o la geometría.", "Mend the UBIGEO or the geometry.");
    }
  }
}
