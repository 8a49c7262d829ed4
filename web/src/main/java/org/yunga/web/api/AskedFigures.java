package org.yunga.web.api;

import java.util.List;
import java.util.Optional;
import org.yunga.core.figure.Measure;
import org.yunga.core.indicator.Indicator;
import org.yunga.core.monitor.Availability;
import org.yunga.core.monitor.Monitor;
import org.yunga.core.period.Period;
import org.yunga.core.region.RegionSet;
import org.yunga.core.text.UnknownNameException;
import org.yunga.web.http.Parameters;

/**
 * Which figures a request is about, where it is about one series: the one that is named, or the
 * first that there is.
 *
 * @param indicator indicator id
 * @param regionSet region set id
 * @param measure actual, target or baseline
 * @param available what there is of them in the series
 */
public record AskedFigures(
    String indicator, String regionSet, Measure measure, Availability available) {

  private static final String SERIES = "series";

  /**
   * Reads the parameters {@code indicator}, {@code region-set}, {@code measure} and {@code series}.
   *
   * @param wanted a period that the series should have, where no series is named
   * @throws UnknownNameException when there are no such figures
   */
  public static AskedFigures of(Parameters parameters, Monitor monitor, Optional<Period> wanted) {
    List<String> indicators =
        monitor.snapshot().catalogue().indicators().stream().map(Indicator::id).toList();
    List<String> sets =
        monitor.snapshot().catalogue().regionSets().stream().map(RegionSet::id).toList();
    String indicator = parameters.get("indicator", indicators);
    String regionSet = parameters.get("region-set", sets);
    monitor.snapshot().catalogue().regionSet(regionSet);
    Measure measure = parameters.constant("measure", Measure.class, Measure.ACTUAL);
    List<Availability> all =
        monitor.availability(indicator).stream().filter(a -> a.measure() == measure).toList();
    List<Availability> here = all.stream().filter(a -> a.regionSet().equals(regionSet)).toList();
    if (here.isEmpty()) {
      throw new UnknownNameException(
          "region-set", regionSet, all.stream().map(Availability::regionSet).distinct().toList());
    }
    return new AskedFigures(
        indicator, regionSet, measure, series(here, parameters.find(SERIES), wanted));
  }

  private static Availability series(
      List<Availability> here, Optional<String> series, Optional<Period> wanted) {
    if (series.isEmpty()) {
      return here.stream()
          .filter(a -> wanted.isEmpty() || a.periods().contains(wanted.get()))
          .findFirst()
          .orElse(here.get(0));
    }
    return here.stream()
        .filter(a -> a.series().equals(series.get()))
        .findFirst()
        .orElseThrow(
            () ->
                new UnknownNameException(
                    SERIES,
                    series.get(),
                    here.stream().map(Availability::series).distinct().toList()));
  }
}
