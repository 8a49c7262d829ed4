package org.yunga.geodata.bulk;

import org.yunga.core.text.Bilingual;

/** Why a row is not a plot. */
enum PlotFlaw {
  NO_GEOMETRY("sin geometría, o que no se puede leer", "without a readable geometry"),
  NOT_A_PLOT(
      "cuya geometría no es polígono, línea ni punto", "with neither polygon, line nor point"),
  INVALID("con una geometría inválida", "with an invalid geometry"),
  NOT_LON_LAT("fuera de longitud y latitud", "beyond longitude and latitude"),
  NO_KIND("sin tipo, o con uno que no es un identificador", "without a kind, or no identifier"),
  NO_YEAR("sin año", "without a year"),
  BAD_VALUE("con un valor negativo o demasiado grande", "with a negative or too large value");

  /** Cells with this set are no totals. */
  private static final String SET = "\u0000";

  private final Bilingual words;

  PlotFlaw(String es, String en) {
    this.words = new Bilingual(es, en);
  }

  Bilingual words() {
    return words;
  }

  /** Where such rows are counted, among the totals. */
  Cell cell() {
    return new Cell(SET, name(), "", "", 0);
  }
}
