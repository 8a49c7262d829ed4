package org.yunga.core.monitor;

import java.util.Objects;
import java.util.Optional;
import org.yunga.core.figure.Measure;
import org.yunga.core.period.Period;

/**
 * Which figures: one indicator over one region set.
 *
 * @param indicator indicator id
 * @param regionSet region set id
 * @param measure actual, target or baseline
 * @param series one series; empty for all, each labelled
 * @param period one period; empty for all
 */
public record FiguresQuery(
    String indicator,
    String regionSet,
    Measure measure,
    Optional<String> series,
    Optional<Period> period) {

  /** Checks that nothing is null. */
  public FiguresQuery {
    Objects.requireNonNull(indicator, "indicator");
    Objects.requireNonNull(regionSet, "regionSet");
    Objects.requireNonNull(measure, "measure");
    Objects.requireNonNull(series, "series");
    Objects.requireNonNull(period, "period");
  }

  /** All series and periods. */
  public static FiguresQuery of(String indicator, String regionSet, Measure measure) {
    return new FiguresQuery(indicator, regionSet, measure, Optional.empty(), Optional.empty());
  }
}
