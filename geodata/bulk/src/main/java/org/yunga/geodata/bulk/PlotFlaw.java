package org.yunga.geodata.bulk;

import java.util.EnumMap;
import java.util.Map;
import org.yunga.core.text.Bilingual;

/** Why a row is not a plot. */
enum PlotFlaw {
  NO_GEOMETRY("sin geometría", "without a geometry"),
  UNREADABLE("cuya geometría no se puede leer", "with a geometry that cannot be read"),
  NOT_A_PLOT(
      "cuya geometría no es polígono, línea ni punto", "with neither polygon, line nor point"),
  INVALID("con una geometría inválida", "with an invalid geometry"),
  NOT_LON_LAT("fuera de longitud y latitud", "beyond longitude and latitude"),
  NO_KIND("sin tipo, o con uno que no es un identificador", "without a kind, or no identifier"),
  NO_YEAR("sin año, o con uno que no lo es", "without a year, or with what is none"),
  BAD_VALUE(
      "con un valor negativo, demasiado grande o que no es un número",
      "with a value that is negative, too large, or no number");

  /** Cells with this set are no totals. */
  private static final String SET = "\u0000";

  private final Bilingual words;

  PlotFlaw(String es, String en) {
    this.words = new Bilingual(es, en);
  }

  Bilingual words() {
    return words;
  }

  /**
   * Where such rows of a part are counted, among the totals.
   *
   * @param example what one of them has, and in which file
   */
  Cell cell(String example) {
    return new Cell(SET, name(), "", example, 0);
  }

  /** Takes the rows with flaws out of the totals. */
  static Map<PlotFlaw, FlawedRows> in(Map<Cell, Sums> found) {
    Map<PlotFlaw, FlawedRows> flaws = new EnumMap<>(PlotFlaw.class);
    found.forEach(
        (cell, sums) -> {
          if (cell.regionSet().equals(SET)) {
            flaws.merge(
                valueOf(cell.region()),
                new FlawedRows(sums.count(), cell.kind()),
                FlawedRows::plus);
          }
        });
    return flaws;
  }
}
