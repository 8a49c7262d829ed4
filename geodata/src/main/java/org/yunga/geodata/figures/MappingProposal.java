package org.yunga.geodata.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yunga.core.catalogue.Catalogue;
import org.yunga.core.figure.Measure;
import org.yunga.core.figure.Method;
import org.yunga.core.figure.Source;
import org.yunga.core.indicator.Indicator;
import org.yunga.core.period.Period;
import org.yunga.core.text.UnknownNameException;
import org.yunga.geodata.figures.FigureMapping.ValueColumn;
import org.yunga.geodata.format.sheet.NumberShape;
import org.yunga.geodata.load.KnownRegions;
import org.yunga.geodata.load.UbigeoSet;
import org.yunga.geodata.table.Column;
import org.yunga.geodata.table.ColumnType;
import org.yunga.geodata.table.Row;

/**
 * What the columns of a table seem to be, by their names, their values and the titles above.
 *
 * @param mapping empty when something that must be known is not; problems say what
 * @param problems columns that were left out, and why
 */
public record MappingProposal(Optional<FigureMapping> mapping, List<FigureProblem> problems) {

  /** Copies the list. */
  public MappingProposal {
    problems = List.copyOf(problems);
  }

  /**
   * Looks at a table.
   *
   * @param catalogue indicators, units and series that there are
   * @param known regions of the release
   */
  public static MappingProposal of(FigureTable table, Catalogue catalogue, KnownRegions known) {
    return of(table, catalogue, known, MappingHints.NONE);
  }

  /**
   * Looks at a table of which a person says something.
   *
   * @throws UnknownNameException when the hints name what there is not
   */
  public static MappingProposal of(
      FigureTable table, Catalogue catalogue, KnownRegions known, MappingHints hints) {
    return of(table, catalogue, known, hints, MappingHints.NONE);
  }

  /**
   * Looks at a table of which a person says something.
   *
   * @param usual what holds where neither they nor the table say anything
   * @throws UnknownNameException when the hints name what there is not
   */
  static MappingProposal of(
      FigureTable table,
      Catalogue catalogue,
      KnownRegions known,
      MappingHints hints,
      MappingHints usual) {
    hints.indicator().ifPresent(catalogue::indicator);
    hints.unit().ifPresent(catalogue::unit);
    hints.series().ifPresent(catalogue::series);
    hints.regionSet().ifPresent(catalogue::regionSet);
    List<String> columns = table.table().columns().stream().map(Column::name).toList();
    Stream.of(
            hints.code().stream(),
            hints.names().stream(),
            hints.values().stream(),
            hints.periods().stream())
        .flatMap(names -> names)
        .filter(name -> !columns.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new UnknownNameException("column", name, columns);
            });
    return new Finder(table, catalogue, known, hints, usual).propose();
  }

  private static final class Finder {

    private static final Set<String> CODES =
        Set.of(
            "ubigeo",
            "codigo",
            "cod",
            "cod.",
            "code",
            "iddpto",
            "idprov",
            "iddist",
            "region_code",
            "cod_dep",
            "cod_prov",
            "cod_dist",
            "ubigeo_inei",
            "codigo ubigeo",
            "cod. ubigeo");
    private static final List<Set<String>> NAMES =
        List.of(
            Set.of(
                "departamento",
                "departamentos",
                "dpto",
                "dpto.",
                "depto",
                "region",
                "regiones",
                "department",
                "nombdep",
                "gobierno regional",
                "ambito"),
            Set.of("provincia", "provincias", "prov", "prov.", "province", "nombprov"),
            Set.of("distrito", "distritos", "dist", "district", "nombdist"));
    private static final Set<String> PERIODS =
        Set.of("ano", "anio", "year", "periodo", "period", "fecha", "ejercicio");

    private final FigureTable table;
    private final Catalogue catalogue;
    private final KnownRegions known;
    private final UnitText units;
    private final IndicatorFinder indicators;
    private final MappingHints hints;
    private final MappingHints usual;
    private final List<FigureProblem> problems = new ArrayList<>();

    Finder(
        FigureTable table,
        Catalogue catalogue,
        KnownRegions known,
        MappingHints hints,
        MappingHints usual) {
      this.table = table;
      this.catalogue = catalogue;
      this.known = known;
      this.hints = hints;
      this.usual = usual;
      this.units = new UnitText(catalogue);
      this.indicators = new IndicatorFinder(catalogue);
    }

    MappingProposal propose() {
      Optional<String> code = hints.code().or(() -> column(CODES));
      List<String> names = new ArrayList<>(hints.names());
      if (names.isEmpty()) {
        NAMES.forEach(set -> column(set).ifPresent(names::add));
      }
      if (code.isEmpty() && names.isEmpty()) {
        columnOfKnownNames().ifPresent(names::add);
      }
      if (code.isEmpty() && names.isEmpty()) {
        problems.add(new RegionProblem.UnknownRegion(place(Optional.empty()), "", "-"));
        return new MappingProposal(Optional.empty(), problems);
      }
      Optional<String> periods = hints.periods().or(() -> column(PERIODS));
      Optional<String> period = hints.period().isPresent() ? Optional.empty() : periods;
      List<ValueColumn> values = new ArrayList<>();
      for (Column column : table.table().columns()) {
        boolean other =
            code.filter(column.name()::equals).isPresent()
                || names.contains(column.name())
                || periods.filter(column.name()::equals).isPresent();
        boolean wanted =
            hints.values().isEmpty()
                ? !other && holdsNumbers(column)
                : hints.values().contains(column.name());
        if (wanted) {
          value(column.name(), period.isPresent()).ifPresent(values::add);
        }
      }
      Optional<String> series = hints.series().or(() -> series(values));
      if (values.isEmpty() || series.isEmpty()) {
        return new MappingProposal(Optional.empty(), problems);
      }
      return new MappingProposal(
          Optional.of(
              new FigureMapping(
                  hints.regionSet().or(usual::regionSet).orElseGet(() -> regionSet(code, names)),
                  code,
                  names,
                  period,
                  values,
                  series.get(),
                  source())),
          problems);
    }

    private CellPlace place(Optional<String> column) {
      return new CellPlace(table.file(), OptionalLong.empty(), column, Optional.empty());
    }

    private Optional<String> column(Set<String> wanted) {
      return table.table().columns().stream()
          .map(Column::name)
          .filter(name -> wanted.contains(UnitText.plain(name)))
          .findFirst();
    }

    /** A column whose head says nothing, but whose values are names of departments. */
    private Optional<String> columnOfKnownNames() {
      return table.table().columns().stream()
          .filter(column -> column.type() == ColumnType.TEXT)
          .map(Column::name)
          .filter(
              name ->
                  table.rows().stream()
                              .map(row -> table.text(row, name))
                              .filter(text -> !text.isEmpty())
                              .filter(
                                  text ->
                                      !known
                                          .named(UbigeoSet.DEPARTMENTS.id(), text, Optional.empty())
                                          .isEmpty())
                              .count()
                          * 2
                      > table.rows().size())
          .findFirst();
    }

    private String regionSet(Optional<String> code, List<String> names) {
      if (code.isPresent()) {
        int digits =
            table.rows().stream()
                .map(row -> table.text(row, code.get()))
                .filter(text -> text.matches("\\d{1,6}"))
                .mapToInt(text -> text.length() + text.length() % 2)
                .max()
                .orElse(2);
        return UbigeoSet.byDigits(digits).orElse(UbigeoSet.DEPARTMENTS).id();
      }
      String last = UnitText.plain(names.get(names.size() - 1));
      for (int i = NAMES.size() - 1; i >= 0; i--) {
        if (NAMES.get(i).contains(last)) {
          return UbigeoSet.values()[i].id();
        }
      }
      return UbigeoSet.DEPARTMENTS.id();
    }

    private boolean holdsNumbers(Column column) {
      if (column.type() == ColumnType.INTEGER || column.type() == ColumnType.DECIMAL) {
        return true;
      }
      if (column.type() != ColumnType.TEXT) {
        return false;
      }
      long filled = 0;
      long numbers = 0;
      for (Row row : table.rows()) {
        String text = table.text(row, column.name());
        if (!text.isEmpty()) {
          filled++;
          numbers += NumberShape.of(FigureValue.bare(text)) == NumberShape.TEXT ? 0 : 1;
        }
      }
      return numbers > 0 && numbers * 2 >= filled;
    }

    private Optional<ValueColumn> value(String name, boolean hasPeriodColumn) {
      List<String> titles = table.titles();
      String heading = String.join(" ", titles) + " " + table.table().name();
      boolean meant = hints.values().contains(name);
      if (!meant && UnitText.plain(name).matches("n|no|nro|nº|n°|num|item|id|total( general)?|%")) {
        return Optional.empty();
      }
      Optional<String> unit = hints.unit().or(() -> units.in(name));
      Optional<String> unitOfAll =
          unit.or(() -> titles.stream().flatMap(t -> units.in(t).stream()).findFirst())
              .or(usual::unit);
      IndicatorFinder.Found found =
          hints.indicator().map(this::only).orElseGet(() -> indicators.find(name, titles, unit));
      if (found.best().isEmpty() && unit.isEmpty()) {
        found = indicators.find(name, titles, unitOfAll);
      }
      if (found.best().isEmpty() && usual.indicator().isPresent()) {
        found = only(usual.indicator().get());
      }
      if (found.best().isEmpty()) {
        problems.add(
            new TableProblem.UnknownIndicator(
                place(Optional.of(name)), found.candidates().stream().map(Indicator::id).toList()));
        return Optional.empty();
      }
      Indicator indicator = found.best().get();
      Optional<Period> period = Optional.empty();
      if (!hasPeriodColumn) {
        period =
            hints.period().or(() -> PeriodText.within(name)).or(() -> PeriodText.within(heading));
        if (period.isEmpty()) {
          problems.add(new TableProblem.UnknownPeriod(place(Optional.of(name)), ""));
          return Optional.empty();
        }
      }
      Measure measure =
          hints
              .measure()
              .or(() -> measure(name))
              .or(() -> measure(heading))
              .or(usual::measure)
              .orElse(Measure.ACTUAL);
      Method method = measure == Measure.TARGET ? Method.TARGET : Method.REPORTED;
      return Optional.of(
          new ValueColumn(
              name, indicator.id(), measure, method, unitOfAll.orElse(indicator.unit()), period));
    }

    private IndicatorFinder.Found only(String indicator) {
      return new IndicatorFinder.Found(List.of(catalogue.indicator(indicator)), true);
    }

    private static Optional<Measure> measure(String text) {
      String plain = UnitText.plain(text);
      if (plain.matches(
          ".*\\b(metas?|programad[oa]s?|programacion|target|planificad[oa]s?)\\b.*")) {
        return Optional.of(Measure.TARGET);
      }
      if (plain.matches(".*\\b(linea (de )?base|baseline)\\b.*")) {
        return Optional.of(Measure.BASELINE);
      }
      return plain.matches(".*\\b(ejecutad[oa]s?|ejecucion|logros?|avance|actual)\\b.*")
          ? Optional.of(Measure.ACTUAL)
          : Optional.empty();
    }

    /** The longest name of a series that the titles or the sheet mention. */
    private Optional<String> series(List<ValueColumn> values) {
      String heading =
          (String.join(" ", table.titles()) + " " + table.table().name() + " " + table.file())
              .toLowerCase(Locale.ROOT);
      Optional<String> named =
          catalogue.series().stream()
              .map(series -> series.id())
              .filter(
                  id ->
                      heading.matches(
                          "(?s).*(?<![a-z0-9])"
                              + Pattern.quote(id.toLowerCase(Locale.ROOT))
                              + "(?![a-z0-9-]).*"))
              .max(Comparator.comparingInt(String::length))
              .or(usual::series);
      if (named.isEmpty() && !values.isEmpty()) {
        problems.add(
            new TableProblem.UnknownSeries(
                place(Optional.empty()),
                catalogue.series().stream().map(series -> series.id()).limit(8).toList()));
      }
      return named;
    }

    private Source source() {
      String title =
          table.titles().stream()
              .filter(text -> text.length() > 3)
              .collect(Collectors.joining(". "));
      return new Source(
          hints.source().orElse(title.isBlank() ? table.file() : title),
          table.file() + ", " + table.table().name());
    }
  }
}
