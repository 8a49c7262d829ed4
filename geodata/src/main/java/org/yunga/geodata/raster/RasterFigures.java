package org.yunga.geodata.raster;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yunga.core.figure.Figure;
import org.yunga.core.figure.Measure;
import org.yunga.core.figure.Method;
import org.yunga.core.figure.Source;
import org.yunga.core.figure.Status;
import org.yunga.core.figure.ValueState;
import org.yunga.core.period.Period;
import org.yunga.core.region.RegionRef;
import org.yunga.core.text.Bilingual;

/**
 * Makes figures of counted hectares.
 *
 * @param indicator in hectares
 * @param series who measured
 * @param status of the series
 * @param source of the raster
 * @param periods the period that each class stands for: years of loss; one class for a state at a
 *     time. Classes that are not named are no figures
 */
public record RasterFigures(
    String indicator,
    String series,
    Status status,
    Source source,
    SortedMap<Integer, Period> periods) {

  /** Less than this of a region seen is not monitored; less than all is noted. */
  private static final double SEEN_AT_LEAST = 0.5;

  private static final double ALL = 0.999;

  /** For classes that count years from one on: class 1 of the Hansen maps of loss is 2001. */
  public static SortedMap<Integer, Period> years(int yearOfClass0, int firstClass, int lastClass) {
    SortedMap<Integer, Period> periods = new TreeMap<>();
    for (int value = firstClass; value <= lastClass; value++) {
      periods.put(value, Period.ofYear(yearOfClass0 + value));
    }
    return periods;
  }

  /**
   * A figure for each region and class. Where the raster knows less than half of a region there is
   * no number, but {@code not_monitored}; where it knows less than all, the figure has a note.
   */
  public List<Figure> of(RasterTotals totals, String dataset) {
    List<Figure> figures = new ArrayList<>();
    for (Map.Entry<RegionRef, ZoneHectares> region : totals.regions().entrySet()) {
      for (Map.Entry<Integer, Period> period : periods.entrySet()) {
        figures.add(figure(region.getKey(), region.getValue(), period, dataset));
      }
    }
    return figures;
  }

  private Figure figure(
      RegionRef region, ZoneHectares hectares, Map.Entry<Integer, Period> period, String dataset) {
    double value = hectares.hectares(period.getKey());
    boolean monitored = hectares.seenShare() >= SEEN_AT_LEAST;
    ValueState seen = value == 0 ? ValueState.ZERO : ValueState.VALUE;
    return new Figure(
        new Figure.Key(region, indicator, Measure.ACTUAL, period.getValue(), series),
        monitored ? seen : ValueState.NOT_MONITORED,
        monitored ? OptionalDouble.of(value) : OptionalDouble.empty(),
        Method.MEASURED,
        status,
        source,
        note(hectares),
        dataset);
  }

  private static Optional<Bilingual> note(ZoneHectares hectares) {
    if (hectares.seenShare() >= ALL) {
      return Optional.empty();
    }
    String percent = String.format(Locale.ROOT, "%.1f %%", 100 * hectares.seenShare());
    return Optional.of(
        new Bilingual(
            "El ráster cubre el " + percent + " de la región",
            "The raster covers " + percent + " of the region"));
  }
}
