package org.yunga.core.monitor;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Release;
import org.yunga.core.figure.Figure;
import org.yunga.core.figure.Series;
import org.yunga.core.figure.SeriesBreak;
import org.yunga.core.figure.ValueState;
import org.yunga.core.indicator.Indicator;
import org.yunga.core.indicator.Unit;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;
import org.yunga.core.region.RegionSet;
import org.yunga.core.text.Bilingual;

/**
 * How one number came to be, down to the rows of the datasets that went in.
 *
 * @param release what it was answered from
 * @param query which number
 * @param indicator of what
 * @param unit of all values
 * @param regionSet over which regions
 * @param region of which one; empty for the sum over the set
 * @param series who measured it
 * @param number the number itself
 * @param rows the figures that went in: the one itself where it was reported, the parts of a sum
 * @param leftOut the regions that a sum is over and that have no value
 * @param published of the sum over a set: what the country published, to compare with
 * @param breaks across which the indicator must not be compared silently
 */
public record Explanation(
    Release release,
    ExplanationQuery query,
    Indicator indicator,
    Unit unit,
    RegionSet regionSet,
    Optional<Region> region,
    Series series,
    Number number,
    List<Figure> rows,
    List<LeftOut> leftOut,
    Optional<Published> published,
    List<SeriesBreak> breaks) {

  /** Copies the lists. */
  public Explanation {
    rows = List.copyOf(rows);
    leftOut = List.copyOf(leftOut);
    breaks = List.copyOf(breaks);
  }

  /** The same beside what was published. */
  Explanation beside(Published total) {
    return new Explanation(
        release,
        query,
        indicator,
        unit,
        regionSet,
        region,
        series,
        number,
        rows,
        leftOut,
        Optional.of(total),
        breaks);
  }

  /**
   * The number, or what stands in its place.
   *
   * @param making how it was made
   * @param state one of the five
   * @param value there exactly when the state has one
   * @param reason why there is no value, where somebody said so
   * @param figure the figure itself; empty for the sum over a set, and where there is none
   */
  public record Number(
      Making making,
      ValueState state,
      OptionalDouble value,
      Optional<Bilingual> reason,
      Optional<Figure> figure) {}

  /**
   * The country's own figure of the same series, measure and period.
   *
   * @param figure what was published
   * @param difference our sum less that
   */
  public record Published(Figure figure, double difference) {}

  /** How a number was made. */
  public enum Making {
    /** It stands in a dataset as it is told. */
    REPORTED,
    /** Yunga added up the members of a zone that is given as a list of other regions. */
    SUM_OF_MEMBERS,
    /** Yunga added up the regions of a set. */
    SUM_OF_REGIONS,
    /** There is no figure: the state follows from what the series covers. */
    ABSENT
  }

  /**
   * A region that a sum leaves out.
   *
   * @param ref set and code; empty where a list names a region that no dataset knows
   * @param name proper noun
   * @param state why: not monitored, missing or withheld
   * @param explanation what is known of the reason, where somebody said so
   */
  public record LeftOut(
      Optional<RegionRef> ref, String name, ValueState state, Optional<Bilingual> explanation) {}

  /** The datasets that rows and the published total are from, each once. */
  public List<Dataset> datasets() {
    List<String> ids =
        Stream.concat(rows.stream(), published.stream().map(Published::figure))
            .map(Figure::dataset)
            .distinct()
            .toList();
    return release.datasets().stream().filter(dataset -> ids.contains(dataset.id())).toList();
  }
}
