package org.yunga.geodata.figures;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yunga.core.figure.Figure;
import org.yunga.core.figure.Measure;
import org.yunga.core.period.Period;
import org.yunga.core.region.RegionRef;

/** What the release knows already, for comparison. */
final class ReleaseFigures {

  private static final String COCA = "coca_area";

  private final Map<Figure.Key, Figure> byKey = new HashMap<>();
  private final Map<RegionRef, List<Figure>> cocaByRegion;

  ReleaseFigures(Collection<Figure> figures) {
    figures.forEach(figure -> byKey.put(figure.key(), figure));
    cocaByRegion =
        figures.stream()
            .filter(figure -> figure.indicator().equals(COCA))
            .filter(figure -> figure.measure() == Measure.ACTUAL && figure.value().isPresent())
            .filter(figure -> figure.period().isYear())
            .collect(Collectors.groupingBy(Figure::region));
  }

  Optional<Figure> published(Figure.Key key) {
    return Optional.ofNullable(byKey.get(key)).filter(figure -> figure.value().isPresent());
  }

  /** The figure of the year before, or else after, in the same series. */
  Optional<Figure> neighbour(Figure.Key key) {
    if (!key.period().isYear()) {
      return Optional.empty();
    }
    int year = key.period().start().getYear();
    return published(inYear(key, year - 1)).or(() -> published(inYear(key, year + 1)));
  }

  private static Figure.Key inYear(Figure.Key key, int year) {
    return new Figure.Key(
        key.region(), key.indicator(), key.measure(), Period.ofYear(year), key.series());
  }

  /** The latest coca area of a region up to a period, of any series. */
  Optional<Figure> cocaArea(RegionRef region, Period upTo) {
    return cocaByRegion.getOrDefault(region, List.of()).stream()
        .filter(figure -> figure.period().start().getYear() <= upTo.start().getYear())
        .max(Comparator.comparing(Figure::period));
  }
}
