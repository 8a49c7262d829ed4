package org.yunga.core.plot;

import java.util.Objects;
import org.yunga.core.aggregate.Sharing;
import org.yunga.core.text.Bilingual;

/**
 * What the value of a plot means, besides its size.
 *
 * @param name plural, for headings: families, seedlings
 * @param unit its symbol; empty when things are counted
 * @param sharing what a border does to it
 */
public record PlotValue(Bilingual name, String unit, Sharing sharing) {

  /** Checks that nothing is left out. */
  public PlotValue {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(sharing, "sharing");
  }
}
