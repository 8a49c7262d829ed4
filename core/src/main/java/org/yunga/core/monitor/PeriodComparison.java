package org.yunga.core.monitor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.yunga.core.classify.DivergingClasses;
import org.yunga.core.figure.SeriesBreak;
import org.yunga.core.indicator.Indicator;
import org.yunga.core.monitor.PeriodChanges.Row;
import org.yunga.core.monitor.PeriodChanges.Sums;
import org.yunga.core.period.Period;
import org.yunga.core.region.RegionRef;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;

/** Answers {@link PeriodChangesQuery}. */
final class PeriodComparison {

  private static final double PERCENT = 100;

  private final Snapshot snapshot;
  private final PeriodChangesQuery query;
  private final FiguresAnswer before;
  private final FiguresAnswer after;

  PeriodComparison(Snapshot snapshot, PeriodChangesQuery query) {
    this.snapshot = snapshot;
    this.query = query;
    Indicator indicator = snapshot.catalogue().indicator(query.indicator());
    requireOrder();
    if (indicator.kind() == Indicator.Kind.FLOW) {
      requireAlike();
    }
    this.before = figures(query.from());
    this.after = figures(query.to());
  }

  private FiguresAnswer figures(Period period) {
    return new FigureTables(
            snapshot,
            new FiguresQuery(
                query.indicator(),
                query.regionSet(),
                query.measure(),
                Optional.of(query.series()),
                Optional.of(period)))
        .answer();
  }

  private void requireOrder() {
    if (query.from().compareTo(query.to()) >= 0) {
      throw new ExplainedException(
          "periods_out_of_order",
          new Bilingual(
              "Se pidió comparar %s con %s: indique primero el período anterior y después uno"
                      .formatted(query.from(), query.to())
                  + " posterior.",
              "%s was to be compared with %s: give the earlier period first, then a later one."
                  .formatted(query.from(), query.to())));
    }
  }

  /** What was done in four months is not less than what was done in a year. */
  private void requireAlike() {
    if (query.from().kind() != query.to().kind()
        || !length(query.from()).equals(length(query.to()))) {
      throw new ExplainedException(
          "unlike_periods",
          new Bilingual(
              "%s y %s no duran lo mismo, y este indicador cuenta lo hecho en un período: compare"
                      .formatted(query.from(), query.to())
                  + " dos períodos de igual duración, por ejemplo dos años.",
              "%s and %s are not equally long, and this indicator counts what was done in a period:"
                      .formatted(query.from(), query.to())
                  + " compare two periods of the same length, such as two years."));
    }
  }

  /** In years, months and days: one February is as long as another. */
  private static java.time.Period length(Period period) {
    return java.time.Period.between(period.start(), period.end());
  }

  PeriodChanges answer() {
    Map<RegionRef, Cell> earlier = new LinkedHashMap<>();
    before.allCells().forEach(cell -> earlier.put(cell.region().ref(), cell));
    List<Difference> differences =
        after.allCells().stream()
            .map(cell -> Difference.of(earlier.get(cell.region().ref()), cell))
            .toList();
    Optional<DivergingClasses> classes =
        DivergingClasses.of(
            differences.stream().flatMapToDouble(one -> one.amount().stream()).toArray());
    Optional<DivergingClasses> percentClasses =
        DivergingClasses.of(
            differences.stream().flatMapToDouble(one -> one.percent().stream()).toArray());
    List<Row> rows =
        differences.stream()
            .map(
                one ->
                    new Row(
                        one.before(),
                        one.after(),
                        one.amount(),
                        one.percent(),
                        classOf(classes, one.amount()),
                        classOf(percentClasses, one.percent())))
            .toList();
    return new PeriodChanges(
        snapshot.release(),
        query,
        after.indicator(),
        after.unit(),
        after.regionSet(),
        rows,
        after.indicator().space() == Indicator.SpaceRule.SUM
            ? Optional.of(sums(rows))
            : Optional.empty(),
        breaks(),
        classes,
        percentClasses);
  }

  /**
   * One region at both periods, before the classes are known that all differences make together.
   */
  private record Difference(
      Cell before, Cell after, OptionalDouble amount, OptionalDouble percent) {

    static Difference of(Cell before, Cell after) {
      if (before.value().isEmpty() || after.value().isEmpty()) {
        return new Difference(before, after, OptionalDouble.empty(), OptionalDouble.empty());
      }
      double earlier = before.value().getAsDouble();
      double amount = FigureTables.denoised(after.value().getAsDouble() - earlier);
      return new Difference(
          before, after, OptionalDouble.of(amount), PeriodComparison.percent(amount, earlier));
    }
  }

  private static OptionalDouble percent(double difference, double of) {
    return of == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(FigureTables.denoised(difference / of * PERCENT));
  }

  private static OptionalInt classOf(Optional<DivergingClasses> classes, OptionalDouble value) {
    return value.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(classes.map(c -> c.classOf(value.getAsDouble())).orElse(2));
  }

  private static Sums sums(List<Row> rows) {
    double same = 0;
    double sameAfter = 0;
    double onlyBefore = 0;
    double onlyAfter = 0;
    int regions = 0;
    int before = 0;
    int after = 0;
    for (Row row : rows) {
      double earlier = row.before().value().orElse(0);
      double later = row.after().value().orElse(0);
      if (row.isComparable()) {
        regions++;
        same += earlier;
        sameAfter += later;
      } else if (row.before().value().isPresent()) {
        before++;
        onlyBefore += earlier;
      } else if (row.after().value().isPresent()) {
        after++;
        onlyAfter += later;
      }
    }
    return new Sums(
        regions,
        FigureTables.denoised(same),
        FigureTables.denoised(sameAfter),
        percent(sameAfter - same, same),
        before,
        FigureTables.denoised(onlyBefore),
        after,
        FigureTables.denoised(onlyAfter));
  }

  private List<SeriesBreak> breaks() {
    return snapshot.catalogue().breaks().stream()
        .filter(one -> one.indicator().equals(query.indicator()))
        .filter(one -> query.from().compareTo(one.before()) < 0)
        .filter(one -> query.to().compareTo(one.after()) > 0)
        .toList();
  }
}
