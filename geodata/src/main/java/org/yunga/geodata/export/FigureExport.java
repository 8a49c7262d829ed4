package org.yunga.geodata.export;

import static org.yunga.geodata.export.FigureColumns.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.yunga.core.monitor.Availability;
import org.yunga.core.monitor.Cell;
import org.yunga.core.monitor.FiguresAnswer;
import org.yunga.core.monitor.FiguresQuery;
import org.yunga.core.monitor.Monitor;
import org.yunga.core.period.Period;
import org.yunga.core.region.Region;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import org.yunga.geodata.table.Column;
import org.yunga.geodata.table.ColumnType;
import org.yunga.geodata.table.GeometryColumn;
import org.yunga.geodata.table.LayerStyle;
import org.yunga.geodata.table.Row;
import org.yunga.geodata.table.Table;
import org.yunga.geodata.table.WriteOptions;

/**
 * The figures of one indicator over one region set as tables. One period makes the columns of the
 * API, with state, method and source of each value; several periods make a value and a state for
 * each.
 */
public final class FigureExport {

  private final Monitor monitor;
  private final FiguresQuery query;
  private final FiguresAnswer answer;
  private final Map<String, List<Cell>> bySeries = new LinkedHashMap<>();
  private final Map<String, Integer> order = new HashMap<>();

  /**
   * Asks for the figures.
   *
   * @throws ExplainedException when there are none
   * @throws org.yunga.core.text.UnknownNameException when something asked for is not there
   */
  public FigureExport(Monitor monitor, FiguresQuery query) {
    this.monitor = monitor;
    this.query = query;
    this.answer = monitor.figures(query);
    if (answer.cells().isEmpty()) {
      throw noFigures();
    }
    for (Region region : monitor.snapshot().regions(query.regionSet())) {
      order.put(region.code(), order.size());
    }
    for (Cell cell : answer.allCells()) {
      bySeries.computeIfAbsent(cell.series(), key -> new ArrayList<>()).add(cell);
    }
  }

  private ExplainedException noFigures() {
    String known =
        monitor.availability(query.indicator()).stream()
            .map(a -> a.regionSet() + " (" + text(a.measure()) + ")")
            .distinct()
            .collect(Collectors.joining(", "));
    String what = query.indicator() + " / " + query.regionSet() + " / " + text(query.measure());
    return new ExplainedException(
        "no_figures",
        new Bilingual(
            "No hay cifras de " + what + ". De este indicador hay: " + known + ".",
            "There are no figures of " + what + ". Of this indicator there are: " + known + "."));
  }

  /** Series ids, the preferred first. */
  public Set<String> series() {
    return bySeries.keySet();
  }

  /** How many classes the map has; 0 without values. */
  public int classes() {
    return answer.classification().map(classes -> classes.size()).orElse(0);
  }

  /** Name of the ColorBrewer palette of the indicator. */
  public String palette() {
    return answer.indicator().palette();
  }

  /** All as one table without places: series are rows, never mixed. */
  public ExportTable table() {
    if (bySeries.size() == 1) {
      return ofSeries(series().iterator().next(), false, List.of());
    }
    List<Cell> cells = bySeries.values().stream().flatMap(List::stream).toList();
    List<Row> rows = new ArrayList<>();
    for (Cell cell : cells) {
      rows.add(row(rows.size(), Optional.empty(), values(cell)));
    }
    return made("", FigureColumns.LONG, Optional.empty(), rows, cells, List.of());
  }

  /**
   * A layer for each series, every region once in each.
   *
   * @param colours of the classes, light to dark: as many as {@link #classes}
   */
  public List<ExportTable> layers(List<String> colours) {
    return series().stream().map(series -> ofSeries(series, true, colours)).toList();
  }

  private ExportTable ofSeries(String series, boolean placed, List<String> colours) {
    List<Cell> cells = bySeries.get(series);
    List<Period> periods = periods(cells);
    Map<Region, Map<Period, Cell>> byRegion = new LinkedHashMap<>();
    cells.stream()
        .sorted((a, b) -> order.get(a.region().code()) - order.get(b.region().code()))
        .forEach(
            cell ->
                byRegion
                    .computeIfAbsent(cell.region(), key -> new HashMap<>())
                    .put(cell.period(), cell));
    boolean one = periods.size() == 1;
    List<Column> columns = new ArrayList<>(one ? FigureColumns.LONG : wide(periods));
    if (placed) {
      columns.addAll(FigureColumns.PLACE);
    }
    List<Row> rows = new ArrayList<>();
    byRegion.forEach(
        (region, row) -> {
          List<Object> values = one ? values(row.get(periods.get(0))) : wide(periods, row);
          if (placed) {
            values.addAll(FigureColumns.place(region));
          }
          rows.add(row(rows.size(), placed ? Places.geometry(region) : Optional.empty(), values));
        });
    Optional<GeometryColumn> place =
        placed ? Places.column(List.copyOf(byRegion.keySet())) : Optional.empty();
    List<LayerStyle> styles = place.isEmpty() ? List.of() : styles(periods, place.get(), colours);
    return made("_" + series, columns, place, rows, cells, styles);
  }

  private List<Object> values(Cell cell) {
    return FigureColumns.values(answer.indicator(), answer.measure(), answer.release(), cell);
  }

  private static List<Period> periods(List<Cell> cells) {
    return List.copyOf(
        cells.stream().map(Cell::period).collect(Collectors.toCollection(TreeSet::new)));
  }

  private static List<Column> wide(List<Period> periods) {
    List<Column> columns = new ArrayList<>();
    for (String name :
        List.of(
            "region_set",
            "region_code",
            "region_name",
            "indicator",
            "measure",
            "unit",
            "series",
            "release")) {
      columns.add(text(name));
    }
    for (Period period : periods) {
      columns.add(new Column(name(FigureColumns.VALUE, period), ColumnType.DECIMAL));
      columns.add(text(name(FigureColumns.STATE, period)));
    }
    return columns;
  }

  private List<Object> wide(List<Period> periods, Map<Period, Cell> row) {
    Cell any = row.values().iterator().next();
    List<Object> values = new ArrayList<>();
    values.add(any.region().ref().regionSet());
    values.add(any.region().code());
    values.add(any.region().name());
    values.add(answer.indicator().id());
    values.add(text(answer.measure()));
    values.add(answer.unit().id());
    values.add(any.series());
    values.add(answer.release().id());
    for (Period period : periods) {
      values.add(FigureColumns.value(row.get(period)));
      values.add(text(row.get(period).state()));
    }
    return values;
  }

  private static String name(String what, Period period) {
    return what + "_" + plain(period.toString());
  }

  private static String plain(String name) {
    return name.replaceAll("[^A-Za-z0-9]+", "_");
  }

  private static Row row(int before, Optional<Geometry> geometry, List<Object> values) {
    return Row.of(before + 1L, geometry, values.toArray());
  }

  /** One for each period, the period to begin with first. */
  private List<LayerStyle> styles(
      List<Period> periods, GeometryColumn place, List<String> colours) {
    if (answer.classification().isEmpty()) {
      return List.of();
    }
    Period first = first(periods);
    return Stream.concat(Stream.of(first), periods.stream().filter(p -> !p.equals(first)))
        .map(
            period ->
                periods.size() == 1
                    ? new FigureStyle(answer, colours, place.type(), "value", "state")
                        .layerStyle(period.toString())
                    : new FigureStyle(
                            answer,
                            colours,
                            place.type(),
                            name(FigureColumns.VALUE, period),
                            name(FigureColumns.STATE, period))
                        .layerStyle(period.toString()))
        .toList();
  }

  private Period first(List<Period> periods) {
    return monitor.availability(query.indicator()).stream()
        .filter(a -> a.regionSet().equals(query.regionSet()) && a.measure() == query.measure())
        .map(Availability::latestWellCovered)
        .filter(periods::contains)
        .findFirst()
        .orElse(periods.get(periods.size() - 1));
  }

  private ExportTable made(
      String ending,
      List<Column> columns,
      Optional<GeometryColumn> place,
      List<Row> rows,
      List<Cell> cells,
      List<LayerStyle> styles) {
    Bilingual title = FigureCitation.of(answer, cells).title();
    Bilingual sources = SourceText.figures(answer, cells);
    String name =
        query.regionSet() + "_" + query.indicator() + "_" + text(query.measure()) + ending;
    return new ExportTable(
        new Table(plain(name), columns, place),
        rows,
        new WriteOptions(
            title.es() + " / " + title.en(),
            SourceText.both(sources),
            styles,
            shortNames(columns),
            Optional.of(answer.release().publishedAt())),
        new Bilingual(title.es() + "\n\n" + sources.es(), title.en() + "\n\n" + sources.en()));
  }

  private static Map<String, String> shortNames(List<Column> columns) {
    Map<String, String> names = new HashMap<>(FigureColumns.SHORT_NAMES);
    for (Column column : columns) {
      String name = column.name();
      if (name.matches("(value|state)_\\d.*")) {
        names.put(name, name.charAt(0) + name.substring(6).replace("_", ""));
      }
    }
    return names;
  }
}
