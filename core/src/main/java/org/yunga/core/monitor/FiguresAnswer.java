package org.yunga.core.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.yunga.core.classify.Classification;
import org.yunga.core.dataset.Release;
import org.yunga.core.figure.Figure;
import org.yunga.core.figure.Measure;
import org.yunga.core.figure.ValueState;
import org.yunga.core.indicator.Indicator;
import org.yunga.core.indicator.Unit;
import org.yunga.core.period.Period;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionSet;
import org.yunga.core.text.Bilingual;

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

  /** Every region of the set at every period of each series, also those never covered. */
  public List<Cell> allCells() {
    List<Cell> all = new ArrayList<>(cells);
    for (NotCovered group : notCovered) {
      for (Period period : periods(group.series())) {
        for (Region region : group.regions()) {
          all.add(
              new Cell(
                  region,
                  period,
                  group.series(),
                  group.state(),
                  Optional.empty(),
                  OptionalInt.empty()));
        }
      }
    }
    return all;
  }

  private Set<Period> periods(String series) {
    return cells.stream()
        .filter(cell -> cell.series().equals(series))
        .map(Cell::period)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * The same of some of the regions only: periods that have a figure of one of them, and sums over
   * them, without what was published for all. Classes stay, so that colours mean the same.
   */
  public FiguresAnswer of(Predicate<Region> wanted) {
    Set<List<Object>> frames =
        cells.stream()
            .filter(cell -> wanted.test(cell.region()) && cell.figure().isPresent())
            .map(cell -> List.<Object>of(cell.series(), cell.period()))
            .collect(Collectors.toSet());
    List<Cell> some =
        cells.stream()
            .filter(cell -> wanted.test(cell.region()))
            .filter(cell -> frames.contains(List.<Object>of(cell.series(), cell.period())))
            .toList();
    Set<String> series = some.stream().map(Cell::series).collect(Collectors.toSet());
    return new FiguresAnswer(
        release,
        indicator,
        unit,
        regionSet,
        measure,
        some,
        notCovered.stream()
            .filter(group -> series.contains(group.series()))
            .map(group -> group.of(wanted))
            .filter(group -> !group.regions().isEmpty())
            .toList(),
        totals.stream()
            .filter(total -> frames.contains(List.<Object>of(total.series(), total.period())))
            .map(total -> total.of(some))
            .toList(),
        classification);
  }

  /**
   * Regions that a series has no figure for at any period.
   *
   * @param series series id
   * @param state not monitored or missing, by a rule of the catalogue
   * @param explanation why, where the rule is a special one
   * @param regions the regions
   */
  public record NotCovered(
      String series, ValueState state, Optional<Bilingual> explanation, List<Region> regions) {

    private NotCovered of(Predicate<Region> wanted) {
      return new NotCovered(series, state, explanation, regions.stream().filter(wanted).toList());
    }
  }

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
      double notDrawnSum) {

    private Total of(List<Cell> cells) {
      double sum = 0;
      double notDrawn = 0;
      int count = 0;
      int notDrawnCount = 0;
      for (Cell cell : cells) {
        if (cell.series().equals(series)
            && cell.period().equals(period)
            && cell.value().isPresent()) {
          double value = cell.value().getAsDouble();
          boolean drawn = !(cell.region().place() instanceof Place.Unknown);
          sum += value;
          count++;
          notDrawn += drawn ? 0 : value;
          notDrawnCount += drawn ? 0 : 1;
        }
      }
      return new Total(
          series,
          period,
          FigureTables.denoised(sum),
          count,
          Optional.empty(),
          OptionalDouble.empty(),
          notDrawnCount,
          FigureTables.denoised(notDrawn));
    }
  }
}
