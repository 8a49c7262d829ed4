package org.yunga.web.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yunga.core.figure.Measure;
import org.yunga.core.indicator.Indicator;
import org.yunga.core.monitor.Availability;
import org.yunga.core.monitor.Cell;
import org.yunga.core.monitor.FiguresAnswer;
import org.yunga.core.monitor.FiguresQuery;
import org.yunga.core.monitor.Monitor;
import org.yunga.core.period.Period;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;
import org.yunga.core.snapshot.Snapshot;

/** Which regions files tell of: those of the whole release, or what an office needs. */
class Scope {

  private final Monitor monitor;

  /** Everything. */
  Scope(Monitor monitor) {
    this.monitor = monitor;
  }

  Monitor monitor() {
    return monitor;
  }

  Snapshot snapshot() {
    return monitor.snapshot();
  }

  /** A region that a list or another region names; empty where no dataset brought it. */
  static Optional<Region> find(Snapshot snapshot, RegionRef ref) {
    return snapshot.regions(ref.regionSet()).stream()
        .filter(region -> region.ref().equals(ref))
        .findFirst();
  }

  /** The regions of a set that are told of. */
  List<Region> regions(String set) {
    return snapshot().regions(set);
  }

  /** What there is of an indicator in them. */
  List<Availability> availability(String indicator) {
    return monitor.availability(indicator);
  }

  /** All figures of an indicator in them. */
  FiguresAnswer figures(String indicator, String set, Measure measure) {
    return monitor.figures(
        new FiguresQuery(indicator, set, measure, Optional.empty(), Optional.empty()));
  }

  /** What an answer holds, by series and period. */
  static List<Availability> availability(FiguresAnswer answer) {
    Map<String, Map<Period, Integer>> counts = new LinkedHashMap<>();
    for (Cell cell : answer.cells()) {
      if (cell.figure().isPresent()) {
        counts
            .computeIfAbsent(cell.series(), key -> new LinkedHashMap<>())
            .merge(cell.period(), 1, Integer::sum);
      }
    }
    List<Availability> found = new ArrayList<>();
    counts.forEach(
        (series, periods) ->
            found.add(
                new Availability(
                    answer.regionSet().id(),
                    answer.measure(),
                    series,
                    List.copyOf(periods.keySet()),
                    List.copyOf(periods.values()))));
    return found;
  }

  /** Which indicators there are figures of in a set, and in which measures. */
  List<FiguresAnswer> tables(String set) {
    List<FiguresAnswer> tables = new ArrayList<>();
    for (Indicator indicator : snapshot().catalogue().indicators()) {
      availability(indicator.id()).stream()
          .filter(a -> a.regionSet().equals(set))
          .map(Availability::measure)
          .distinct()
          .forEach(measure -> tables.add(figures(indicator.id(), set, measure)));
    }
    return tables;
  }
}
