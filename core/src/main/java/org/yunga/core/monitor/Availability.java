package org.yunga.core.monitor;

import java.util.List;
import org.yunga.core.figure.Measure;
import org.yunga.core.period.Period;

/**
 * What there is of an indicator over a region set, in one measure and series.
 *
 * @param regionSet region set id
 * @param measure actual, target or baseline
 * @param series series id
 * @param periods all periods with figures, in order
 * @param counts how many figures each of the periods has
 */
public record Availability(
    String regionSet, Measure measure, String series, List<Period> periods, List<Integer> counts) {

  /** How many figures there are in all. */
  public int figures() {
    return counts.stream().mapToInt(Integer::intValue).sum();
  }

  /**
   * The period to begin with: the latest year that covers at least half as many regions as the best
   * one, so that a single early figure does not stand for a country; else the latest period.
   */
  public Period latestWellCovered() {
    int most = counts.stream().mapToInt(Integer::intValue).max().orElse(0);
    for (int i = periods.size() - 1; i >= 0; i--) {
      if (periods.get(i).isYear() && counts.get(i) * 2 >= most) {
        return periods.get(i);
      }
    }
    return periods.get(periods.size() - 1);
  }
}
