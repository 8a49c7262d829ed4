package org.yunga.core.plot;

import java.util.Objects;
import java.util.Optional;
import org.yunga.core.text.Bilingual;

/**
 * What a plot is of.
 *
 * @param id snake case: {@code coca_field}
 * @param name plural, for headings
 * @param palette name of the ColorBrewer palette of its maps
 * @param form whether its plots are areas, lines or points
 * @param value what is told of each plot besides its size; empty for most
 */
public record PlotKind(
    String id, Bilingual name, String palette, PlotForm form, Optional<PlotValue> value) {

  /** Checks the id. */
  public PlotKind {
    if (!id.matches(PlotSlot.KIND)) {
      throw new IllegalArgumentException("Not a plot kind id: '" + id + "'");
    }
    Objects.requireNonNull(form, "form");
    Objects.requireNonNull(value, "value");
  }

  /** A kind of areas without a value. */
  public PlotKind(String id, Bilingual name, String palette) {
    this(id, name, palette, PlotForm.AREA, Optional.empty());
  }
}
