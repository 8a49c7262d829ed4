package org.yunga.geodata.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.yunga.core.catalogue.Catalogue;
import org.yunga.core.figure.Figure;
import org.yunga.core.figure.ValueState;
import org.yunga.core.indicator.Indicator;
import org.yunga.core.period.Period;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;
import org.yunga.geodata.figures.FigureMapping.ValueColumn;
import org.yunga.geodata.load.KnownRegions;
import org.yunga.geodata.table.Row;

/** Makes figures of a table and checks them. Publishes nothing: that is the caller's. */
public final class FigureLoader {

  private static final double ROUNDING = 1.0;

  private final Catalogue catalogue;
  private final KnownRegions known;
  private final ReleaseFigures release;
  private final ParentSums parents;
  private final LocalDate today;

  /**
   * @param catalogue of the release
   * @param regions of the release
   * @param figures of the release, for comparison
   * @param today actual values of later days are refused
   */
  public FigureLoader(
      Catalogue catalogue,
      Collection<Region> regions,
      Collection<Figure> figures,
      LocalDate today) {
    this.catalogue = catalogue;
    this.known = new KnownRegions(regions);
    this.release = new ReleaseFigures(figures);
    this.parents = new ParentSums(catalogue, regions, release);
    this.today = today;
  }

  /** Loads a table as it is recognised. */
  public FigureReport load(FigureTable table) {
    return load(table, MappingHints.NONE);
  }

  /**
   * Loads a table as it is recognised, with what a person says of it.
   *
   * @throws org.yunga.core.text.UnknownNameException when the hints name what there is not
   */
  public FigureReport load(FigureTable table, MappingHints hints) {
    return load(table, hints, MappingHints.NONE);
  }

  /**
   * The same, with what holds where neither they nor the table say anything.
   *
   * @throws org.yunga.core.text.UnknownNameException when the hints name what there is not
   */
  FigureReport load(FigureTable table, MappingHints hints, MappingHints usual) {
    MappingProposal proposal = MappingProposal.of(table, catalogue, known, hints, usual);
    return proposal
        .mapping()
        .map(mapping -> load(table, mapping, proposal.problems()))
        .orElseGet(
            () ->
                new FigureReport(
                    table.file(),
                    Optional.empty(),
                    List.of(),
                    0,
                    0,
                    0,
                    0,
                    0,
                    proposal.problems().isEmpty()
                        ? List.of(noFigures(table))
                        : proposal.problems()));
  }

  private static FigureProblem noFigures(FigureTable table) {
    return new TableProblem.NoFigures(
        new CellPlace(table.file(), OptionalLong.empty(), Optional.empty(), Optional.empty()));
  }

  /**
   * Loads a table as it is said to be.
   *
   * @throws org.yunga.core.text.UnknownNameException when the mapping names an unknown series
   */
  public FigureReport load(FigureTable table, FigureMapping mapping) {
    return load(table, mapping, List.of());
  }

  private FigureReport load(
      FigureTable table, FigureMapping mapping, List<FigureProblem> proposalProblems) {
    catalogue.series(mapping.series());
    Run run = new Run(table, mapping, new ArrayList<>(proposalProblems));
    run.load();
    return run.report();
  }

  /** One table on its way. */
  private final class Run {

    private final FigureTable table;
    private final FigureMapping mapping;
    private final List<FigureProblem> problems;
    private final RegionFinder regions;
    private final FigureChecks checks = new FigureChecks(catalogue, known, release, today);
    private final List<Row> rows = new ArrayList<>();
    private final List<Row> totals = new ArrayList<>();
    private final Map<Row, RegionRef> regionOf = new HashMap<>();
    private final Map<Figure.Key, Figure> figures = new LinkedHashMap<>();
    private final Map<Figure.Key, Long> rowOf = new HashMap<>();
    private int refused;

    Run(FigureTable table, FigureMapping mapping, List<FigureProblem> problems) {
      this.table = table;
      this.mapping = mapping;
      this.problems = problems;
      this.regions = new RegionFinder(table, mapping, known, problems);
    }

    void load() {
      for (Row row : table.rows()) {
        if (regions.isTotal(row)) {
          totals.add(row);
        } else if (hasValue(row)) {
          rows.add(row);
          regions.find(row).ifPresent(region -> regionOf.put(row, region));
        }
      }
      for (ValueColumn column : mapping.values()) {
        if (isKnown(column)) {
          loadColumn(column);
        }
      }
      problems.addAll(parents.check(table.file(), figures));
      if (figures.isEmpty() && problems.isEmpty()) {
        problems.add(noFigures(table));
      }
    }

    /** Footnotes and signatures below a table are no rows of it. */
    private boolean hasValue(Row row) {
      return mapping.values().stream().anyMatch(column -> table.cell(row, column.column()) != null);
    }

    private boolean isKnown(ValueColumn column) {
      Optional<Indicator> indicator =
          catalogue.indicators().stream()
              .filter(i -> i.id().equals(column.indicator()))
              .findFirst();
      CellPlace place =
          new CellPlace(
              table.file(), OptionalLong.empty(), Optional.of(column.column()), Optional.empty());
      if (indicator.isEmpty()) {
        problems.add(new TableProblem.UnknownIndicator(place, List.of(column.indicator())));
      } else if (!indicator.get().unit().equals(column.unit())) {
        problems.add(new TableProblem.UnitDisagrees(place, column.unit(), indicator.get().unit()));
      } else {
        return true;
      }
      refused +=
          (int) rows.stream().filter(row -> table.cell(row, column.column()) != null).count();
      return false;
    }

    private void loadColumn(ValueColumn column) {
      Optional<Row> total = totals.size() == 1 ? Optional.of(totals.get(0)) : Optional.empty();
      ValueReader values = new ValueReader(table, column, rows, total, problems);
      double sum = 0;
      for (Row row : rows) {
        if (table.cell(row, column.column()) == null) {
          continue;
        }
        int before = problems.size();
        OptionalDouble value = values.read(row);
        if (value.isEmpty()) {
          boolean saysNothing = problems.get(before) instanceof ValueProblem.NoValue;
          refused += saysNothing ? 0 : 1;
          continue;
        }
        sum += value.getAsDouble();
        CellPlace place = values.place(row, table.text(row, column.column()));
        if (!add(row, column, value.getAsDouble(), place)) {
          refused++;
        }
      }
      if (total.isPresent() && mapping.period().isEmpty()) {
        checkTotal(values, total.get(), sum);
      }
    }

    private void checkTotal(ValueReader values, Row total, double sum) {
      OptionalDouble expected = values.total(total);
      if (expected.isPresent() && Math.abs(expected.getAsDouble() - sum) > ROUNDING) {
        problems.add(
            new ValueProblem.TotalDisagrees(values.place(total, ""), sum, expected.getAsDouble()));
      }
    }

    /** Whether the value became a figure, or is one already. */
    private boolean add(Row row, ValueColumn column, double value, CellPlace place) {
      RegionRef region = regionOf.get(row);
      Optional<Period> period = period(row, column);
      if (region == null || period.isEmpty()) {
        return false;
      }
      Figure.Key key =
          new Figure.Key(
              region, column.indicator(), column.measure(), period.get(), mapping.series());
      Optional<FigureProblem> impossible = checks.impossible(key, value, place);
      if (impossible.isPresent()) {
        problems.add(impossible.get());
        return false;
      }
      Figure figure = figure(key, column, value);
      Figure before = figures.putIfAbsent(key, figure);
      if (before != null) {
        boolean same = before.value().equals(figure.value());
        problems.add(new ValueProblem.Duplicate(place, rowOf.get(key), same));
        return same;
      }
      rowOf.put(key, row.number());
      checks.odd(key, value, place).ifPresent(problems::add);
      return true;
    }

    private Optional<Period> period(Row row, ValueColumn column) {
      if (mapping.period().isEmpty()) {
        return column.period();
      }
      String text = table.text(row, mapping.period().get());
      Optional<Period> period = PeriodText.of(text);
      if (period.isEmpty()) {
        problems.add(
            new TableProblem.UnknownPeriod(
                new CellPlace(
                    table.file(),
                    OptionalLong.of(row.number()),
                    mapping.period(),
                    text.isEmpty() ? Optional.empty() : Optional.of(text)),
                text));
      }
      return period;
    }

    private Figure figure(Figure.Key key, ValueColumn column, double value) {
      return new Figure(
          key,
          value == 0 ? ValueState.ZERO : ValueState.VALUE,
          OptionalDouble.of(value),
          column.method(),
          catalogue.series(mapping.series()).status(),
          mapping.source(),
          Optional.empty(),
          table.file());
    }

    FigureReport report() {
      int unchanged = 0;
      int changed = 0;
      for (Figure figure : figures.values()) {
        Optional<Figure> published = release.published(figure.key());
        boolean same = published.filter(p -> p.value().equals(figure.value())).isPresent();
        unchanged += same ? 1 : 0;
        changed += published.isPresent() && !same ? 1 : 0;
      }
      return new FigureReport(
          table.file(),
          Optional.of(mapping),
          List.copyOf(figures.values()),
          figures.size() - unchanged - changed,
          changed,
          unchanged,
          refused,
          totals.size(),
          problems);
    }
  }
}
