package org.yunga.core.monitor;

import java.util.Objects;
import java.util.Optional;
import org.yunga.core.figure.Measure;
import org.yunga.core.period.Period;

/**
 * Which number is to be explained: that of one region, or the sum over a set.
 *
 * @param indicator indicator id
 * @param regionSet region set id
 * @param region code of the region; empty for the sum over all of them
 * @param measure actual, target or baseline
 * @param period the span it holds for
 * @param series series id
 */
public record ExplanationQuery(
    String indicator,
    String regionSet,
    Optional<String> region,
    Measure measure,
    Period period,
    String series) {

  /** Checks that nothing is null. */
  public ExplanationQuery {
    Objects.requireNonNull(indicator, "indicator");
    Objects.requireNonNull(regionSet, "regionSet");
    Objects.requireNonNull(region, "region");
    Objects.requireNonNull(measure, "measure");
    Objects.requireNonNull(period, "period");
    Objects.requireNonNull(series, "series");
  }
}
