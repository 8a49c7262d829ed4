package org.yunga.core.monitor;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.yunga.core.classify.DivergingClasses;
import org.yunga.core.dataset.Release;
import org.yunga.core.figure.SeriesBreak;
import org.yunga.core.indicator.Indicator;
import org.yunga.core.indicator.Unit;
import org.yunga.core.region.RegionSet;

/**
 * How the figures of one series changed from one period to another.
 *
 * @param release what it was answered from
 * @param query what was asked
 * @param indicator of what
 * @param unit of all values and differences
 * @param regionSet over which regions
 * @param rows every region of the set
 * @param sums of all of them; empty for indicators that cannot be added
 * @param breaks what changed in between in how or where it is measured
 * @param classes of differences; empty when nothing differs
 * @param percentClasses of differences in percent; likewise
 */
public record PeriodChanges(
    Release release,
    PeriodChangesQuery query,
    Indicator indicator,
    Unit unit,
    RegionSet regionSet,
    List<Row> rows,
    Optional<Sums> sums,
    List<SeriesBreak> breaks,
    Optional<DivergingClasses> classes,
    Optional<DivergingClasses> percentClasses) {

  /**
   * One region at both periods.
   *
   * @param before at the earlier one
   * @param after at the later one
   * @param difference later less earlier; empty unless both have a value: a region that nobody
   *     looked at before has not grown
   * @param percent the difference in percent of the earlier value; empty too where that is 0
   * @param classIndex class of the difference
   * @param percentClass class of the difference in percent
   */
  public record Row(
      Cell before,
      Cell after,
      OptionalDouble difference,
      OptionalDouble percent,
      OptionalInt classIndex,
      OptionalInt percentClass) {

    /** Whether both periods have a value. */
    public boolean isComparable() {
      return difference.isPresent();
    }
  }

  /**
   * Sums that say how much of a change is change, and how much is wider or narrower coverage.
   *
   * @param regions how many regions have a value at both periods
   * @param before what these add up to at the earlier one
   * @param after and at the later one
   * @param percent their change; empty where they were 0
   * @param onlyBefore regions with a value at the earlier period alone
   * @param onlyBeforeSum what those add up to
   * @param onlyAfter regions with a value at the later period alone
   * @param onlyAfterSum what those add up to
   */
  public record Sums(
      int regions,
      double before,
      double after,
      OptionalDouble percent,
      int onlyBefore,
      double onlyBeforeSum,
      int onlyAfter,
      double onlyAfterSum) {

    /** The change of the regions that have a value at both periods. */
    public double difference() {
      return FigureTables.denoised(after - before);
    }
  }
}
