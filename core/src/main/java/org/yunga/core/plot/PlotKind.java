package org.yunga.core.plot;

import org.yunga.core.text.Bilingual;

/**
 * What a plot is of.
 *
 * @param id snake case: {@code coca_field}
 * @param name plural, for headings
 * @param palette name of the ColorBrewer palette of its maps
 */
public record PlotKind(String id, Bilingual name, String palette) {

  /** Checks the id. */
  public PlotKind {
    if (!id.matches("[a-z][a-z0-9_]*")) {
      throw new IllegalArgumentException("Not a plot kind id: '" + id + "'");
    }
  }
}
