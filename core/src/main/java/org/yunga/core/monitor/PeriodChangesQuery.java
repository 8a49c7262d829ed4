package org.yunga.core.monitor;

import java.util.Objects;
import org.yunga.core.figure.Measure;
import org.yunga.core.period.Period;

/**
 * Asks how the figures of one series changed from one period to another. Series are never compared
 * with one another here: who measures differently sees differently.
 *
 * @param indicator indicator id
 * @param regionSet region set id
 * @param measure actual, target or baseline
 * @param series series id
 * @param from the earlier period
 * @param to the later period
 */
public record PeriodChangesQuery(
    String indicator, String regionSet, Measure measure, String series, Period from, Period to) {

  /** Checks that nothing is null. */
  public PeriodChangesQuery {
    Objects.requireNonNull(indicator, "indicator");
    Objects.requireNonNull(regionSet, "regionSet");
    Objects.requireNonNull(measure, "measure");
    Objects.requireNonNull(series, "series");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
  }
}
