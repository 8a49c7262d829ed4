package org.yunga.core.monitor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.yunga.core.classify.Classification;
import org.yunga.core.figure.Figure;
import org.yunga.core.figure.Status;
import org.yunga.core.figure.ValueState;
import org.yunga.core.indicator.Indicator;
import org.yunga.core.indicator.Unit;
import org.yunga.core.period.Period;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;
import org.yunga.core.region.Ubigeo;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.UnknownNameException;

/** Answers {@link FiguresQuery}: lays the figures of each series out as regions by periods. */
final class FigureTables {

  private static final String COUNTRY_SET = "country";

  /** One over the smallest step that is kept of a sum. */
  private static final double NOISE = 1e6;

  private final Snapshot snapshot;
  private final FiguresQuery query;
  private final Indicator indicator;
  private final Unit unit;
  private final List<Region> regions;
  private final List<Figure> figures;

  FigureTables(Snapshot snapshot, FiguresQuery query) {
    this.snapshot = snapshot;
    this.query = query;
    this.indicator = snapshot.catalogue().indicator(query.indicator());
    this.unit = snapshot.catalogue().unit(indicator.unit());
    this.regions = snapshot.regions(query.regionSet());
    query.series().ifPresent(snapshot.catalogue()::series);
    this.figures =
        snapshot.figures(query.indicator(), query.regionSet()).stream()
            .filter(figure -> figure.measure() == query.measure())
            .toList();
    checkSeries();
    checkPeriod();
  }

  /** A known series without figures here is a wrong question, as long as there are others. */
  private void checkSeries() {
    List<String> known = figures.stream().map(Figure::series).distinct().sorted().toList();
    query
        .series()
        .filter(series -> !known.isEmpty() && !known.contains(series))
        .ifPresent(
            series -> {
              throw new UnknownNameException("series", series, known);
            });
  }

  /** A period without any figure is a wrong question as long as there are others to choose. */
  private void checkPeriod() {
    Set<Period> known = new TreeSet<>();
    figures.stream()
        .filter(figure -> query.series().map(figure.series()::equals).orElse(true))
        .forEach(figure -> known.add(figure.period()));
    query
        .period()
        .filter(period -> !known.isEmpty() && !known.contains(period))
        .ifPresent(
            period -> {
              throw new UnknownNameException(
                  "period", period.toString(), known.stream().map(Period::toString).toList());
            });
  }

  FiguresAnswer answer() {
    Optional<Classification> classes = classification();
    List<Cell> cells = new ArrayList<>();
    List<FiguresAnswer.NotCovered> notCovered = new ArrayList<>();
    List<FiguresAnswer.Total> totals = new ArrayList<>();
    for (String series : seriesInOrder()) {
      SeriesTable table = new SeriesTable(series);
      cells.addAll(table.cells(classes));
      notCovered.addAll(table.notCovered());
      if (indicator.space() == Indicator.SpaceRule.SUM) {
        totals.addAll(table.totals());
      }
    }
    return new FiguresAnswer(
        snapshot.release(),
        indicator,
        unit,
        snapshot.catalogue().regionSet(query.regionSet()),
        query.measure(),
        cells,
        notCovered,
        totals,
        classes);
  }

  /** One scale for all frames: from the yearly values of all series that can be relied on. */
  private Optional<Classification> classification() {
    return snapshot
        .catalogue()
        .fixedClasses(query.indicator(), query.regionSet())
        .or(() -> Classification.quantile(values(true)))
        .or(() -> Classification.quantile(values(false)))
        .or(this::classOfTinyValues);
  }

  /** Values that all are shown as zero still are values: they make one class. */
  private Optional<Classification> classOfTinyValues() {
    return figures.stream().anyMatch(figure -> figure.state() == ValueState.VALUE)
        ? Optional.of(new Classification(Classification.ClassMethod.QUANTILE, List.of(0.0)))
        : Optional.empty();
  }

  private double[] values(boolean yearlyAndFinal) {
    return figures.stream()
        .filter(figure -> figure.state().hasValue())
        .filter(
            figure ->
                !yearlyAndFinal || figure.period().isYear() && figure.status() == Status.FINAL)
        .mapToDouble(figure -> unit.rounded(figure.value().getAsDouble()))
        .toArray();
  }

  private List<String> seriesInOrder() {
    Set<String> ids = new LinkedHashSet<>();
    figures.forEach(figure -> ids.add(figure.series()));
    return ids.stream()
        .filter(id -> query.series().map(id::equals).orElse(true))
        .sorted(
            Comparator.comparingInt((String id) -> snapshot.catalogue().series(id).rank())
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  /** The figures of one series as regions by periods. */
  private final class SeriesTable {

    private final String series;
    private final Map<RegionRef, TreeMap<Period, Figure>> rows = new HashMap<>();
    private final Set<Period> periods = new TreeSet<>();

    SeriesTable(String series) {
      this.series = series;
      for (Figure figure : figures) {
        if (figure.series().equals(series)) {
          rows.computeIfAbsent(figure.region(), key -> new TreeMap<>())
              .put(figure.period(), figure);
          periods.add(figure.period());
        }
      }
    }

    private List<Period> askedPeriods() {
      return periods.stream()
          .filter(period -> query.period().map(period::equals).orElse(true))
          .toList();
    }

    List<Cell> cells(Optional<Classification> classes) {
      List<Cell> cells = new ArrayList<>();
      for (Period period : askedPeriods()) {
        for (Region region : regions) {
          TreeMap<Period, Figure> row = rows.get(region.ref());
          if (row != null) {
            cells.add(cell(region, period, row, classes));
          }
        }
      }
      return cells;
    }

    private Cell cell(
        Region region,
        Period period,
        TreeMap<Period, Figure> row,
        Optional<Classification> classes) {
      Figure figure = row.get(period);
      if (figure == null) {
        return new Cell(
            region, period, series, stateOfGap(period, row), Optional.empty(), OptionalInt.empty());
      }
      OptionalInt classIndex =
          figure.state() == ValueState.VALUE
              ? OptionalInt.of(
                  classes.orElseThrow().classOf(unit.rounded(figure.value().getAsDouble())))
              : OptionalInt.empty();
      return new Cell(region, period, series, figure.state(), Optional.of(figure), classIndex);
    }

    /** A survey that had not come to a region yet did not monitor it; any other gap is missing. */
    private ValueState stateOfGap(Period period, TreeMap<Period, Figure> row) {
      boolean beforeFirst = period.compareTo(row.firstKey()) < 0;
      return beforeFirst ? stateOfAbsence() : ValueState.MISSING;
    }

    private ValueState stateOfAbsence() {
      return indicator.absence() == Indicator.Absence.NOT_MONITORED
          ? ValueState.NOT_MONITORED
          : ValueState.MISSING;
    }

    List<FiguresAnswer.NotCovered> notCovered() {
      record Why(ValueState state, Optional<Bilingual> explanation) {}
      if (askedPeriods().isEmpty()) {
        return List.of();
      }
      Map<Why, List<Region>> groups = new LinkedHashMap<>();
      for (Region region : regions) {
        if (!rows.containsKey(region.ref())) {
          Why why =
              snapshot
                  .catalogue()
                  .absenceRule(query.regionSet(), query.indicator(), series, region.code())
                  .map(rule -> new Why(rule.state(), Optional.of(rule.explanation())))
                  .orElse(new Why(stateOfAbsence(), Optional.empty()));
          groups.computeIfAbsent(why, key -> new ArrayList<>()).add(region);
        }
      }
      return groups.entrySet().stream()
          .map(
              group ->
                  new FiguresAnswer.NotCovered(
                      series,
                      group.getKey().state(),
                      group.getKey().explanation(),
                      group.getValue()))
          .toList();
    }

    List<FiguresAnswer.Total> totals() {
      return askedPeriods().stream().map(this::total).toList();
    }

    private FiguresAnswer.Total total(Period period) {
      double sum = 0;
      int count = 0;
      double notDrawnSum = 0;
      int notDrawn = 0;
      for (Region region : regions) {
        TreeMap<Period, Figure> row = rows.get(region.ref());
        Figure figure = row == null ? null : row.get(period);
        if (figure != null && figure.state().hasValue()) {
          double value = figure.value().getAsDouble();
          boolean drawn = !(region.place() instanceof Place.Unknown);
          sum += value;
          count++;
          notDrawnSum += drawn ? 0 : value;
          notDrawn += drawn ? 0 : 1;
        }
      }
      Optional<Figure> published = published(period);
      double total = denoised(sum);
      return new FiguresAnswer.Total(
          series,
          period,
          total,
          count,
          published,
          published
              .map(figure -> OptionalDouble.of(denoised(total - figure.value().getAsDouble())))
              .orElse(OptionalDouble.empty()),
          notDrawn,
          denoised(notDrawnSum));
    }

    private Optional<Figure> published(Period period) {
      if (query.regionSet().equals(COUNTRY_SET)) {
        return Optional.empty();
      }
      Figure.Key key =
          new Figure.Key(
              new RegionRef(COUNTRY_SET, Ubigeo.COUNTRY),
              query.indicator(),
              query.measure(),
              period,
              series);
      return snapshot.figures(query.indicator(), COUNTRY_SET).stream()
          .filter(figure -> figure.key().equals(key) && figure.state().hasValue())
          .findFirst();
    }
  }

  /** Figures have few decimals: what a sum of binary fractions has beyond the sixth is noise. */
  static double denoised(double sum) {
    return Math.rint(sum * NOISE) / NOISE + 0.0; // makes 0 of -0
  }
}
