package org.yunga.core.monitor;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.yunga.core.classify.Classification;
import org.yunga.core.dataset.Release;
import org.yunga.core.figure.Figure;
import org.yunga.core.figure.Measure;
import org.yunga.core.figure.ValueState;
import org.yunga.core.indicator.Indicator;
import org.yunga.core.indicator.Unit;
import org.yunga.core.period.Period;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionSet;

/**
 * The figures of one indicator over one region set.
 *
 * @param release what it was answered from
 * @param indicator of what
 * @param unit of all values
 * @param regionSet over which regions
 * @param measure actual, target or baseline
 * @param cells every region that a series covers, at every period of that series
 * @param notCovered the regions that a series never reports
 * @param totals a sum for each series and period; none for indicators that cannot be added
 * @param classification one scale for all series and periods of this indicator, set and measure;
 *     empty without values
 */
public record FiguresAnswer(
    Release release,
    Indicator indicator,
    Unit unit,
    RegionSet regionSet,
    Measure measure,
    List<Cell> cells,
    List<NotCovered> notCovered,
    List<Total> totals,
    Optional<Classification> classification) {

  /**
   * Regions that a series has no figure for at any period.
   *
   * @param series series id
   * @param state not monitored or missing, by the indicator's rule
   * @param regions the regions
   */
  public record NotCovered(String series, ValueState state, List<Region> regions) {}

  /**
   * A sum over the regions of the set, beside the total that was published.
   *
   * @param series series id
   * @param period the period
   * @param sum of the values, in the unit
   * @param regions how many regions have a value
   * @param published the country's own figure of the same series, measure and period
   * @param difference sum less published
   * @param notDrawnRegions regions with a value but without boundary or point
   * @param notDrawnSum what those add up to
   */
  public record Total(
      String series,
      Period period,
      double sum,
      int regions,
      Optional<Figure> published,
      OptionalDouble difference,
      int notDrawnRegions,
      double notDrawnSum) {}
}
