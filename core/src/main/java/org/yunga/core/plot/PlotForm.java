package org.yunga.core.plot;

import java.util.Arrays;
import org.yunga.core.text.Bilingual;

/** What plots of a kind are, and so what is measured of them. */
public enum PlotForm {
  /** Points, which have no size. */
  POINT("puntos", "points"),

  /** Lines, measured by their length. */
  LINE("líneas", "lines"),

  /** Polygons, measured by their area. */
  AREA("áreas", "areas");

  private final Bilingual plural;

  PlotForm(String es, String en) {
    plural = new Bilingual(es, en);
  }

  /** In words: areas. */
  public Bilingual plural() {
    return plural;
  }

  /** 0 for points, 1 for lines, 2 for polygons. */
  public int dimension() {
    return ordinal();
  }

  /** The form of a dimension, 0 to 2. */
  public static PlotForm of(int dimension) {
    return Arrays.stream(values())
        .filter(form -> form.dimension() == dimension)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Dimension 0 to 2, not " + dimension));
  }
}
