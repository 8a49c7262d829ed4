package org.yunga.geodata.plots;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Release;
import org.yunga.core.plot.Plot;
import org.yunga.core.plot.PlotForm;
import org.yunga.core.plot.PlotKind;
import org.yunga.core.plot.PlotRef;
import org.yunga.core.plot.PlotSource;
import org.yunga.core.space.EqualAreaFrame;
import org.yunga.geodata.table.Column;
import org.yunga.geodata.table.ColumnType;
import org.yunga.geodata.table.GeometryColumn;
import org.yunga.geodata.table.GeometryType;
import org.yunga.geodata.table.Row;
import org.yunga.geodata.table.Table;

/**
 * The plots of a release as rows, for a file: they come one after another, dataset after dataset,
 * each in the order of its delivery. Who may see them is not asked here. What it writes {@link
 * PlotIntake} reads again.
 */
public final class PlotTable {

  private static final int DATASET_WIDTH = 120;

  private final Release release;
  private final PlotKind kind;
  private final OptionalInt year;
  private final Function<String, PlotSource> plots;

  /**
   * @param kind of the plots
   * @param year of the plots; of all years when empty
   * @param plots gives those of a dataset by its id
   */
  public PlotTable(
      Release release, PlotKind kind, OptionalInt year, Function<String, PlotSource> plots) {
    this.release = release;
    this.kind = kind;
    this.year = year;
    this.plots = plots;
  }

  /** The head. */
  public Table table() {
    List<Column> columns =
        List.of(
            new Column("plot", ColumnType.TEXT, OptionalInt.of(DATASET_WIDTH)),
            new Column("kind", ColumnType.TEXT),
            new Column("year", ColumnType.INTEGER),
            new Column("hectares", ColumnType.DECIMAL),
            new Column(valueName(), ColumnType.DECIMAL));
    GeometryType type =
        switch (kind.form()) {
          case AREA -> GeometryType.MULTI_POLYGON;
          case LINE -> GeometryType.MULTI_LINE_STRING;
          case POINT -> GeometryType.POINT;
        };
    return new Table(
        kind.id(), columns, Optional.of(GeometryColumn.lonLat(type)), OptionalLong.empty());
  }

  private String valueName() {
    return kind.value().map(value -> MappingFinder.plain(value.name().es())).orElse("value");
  }

  /** Hands out every row; returns how many there were. */
  public long forEach(Consumer<Row> consumer) {
    long[] rows = new long[1];
    for (Dataset dataset : release.datasets()) {
      int[] number = new int[1];
      plots
          .apply(dataset.id())
          .forEach(
              plot -> {
                PlotRef ref = new PlotRef(dataset.id(), number[0]++);
                if (isWanted(plot)) {
                  rows[0]++;
                  consumer.accept(row(rows[0], ref, plot));
                }
              });
    }
    return rows[0];
  }

  private boolean isWanted(Plot plot) {
    return plot.kind().equals(kind.id()) && (year.isEmpty() || plot.year() == year.getAsInt());
  }

  private Row row(long number, PlotRef ref, Plot plot) {
    return Row.of(
        number,
        Optional.of(plot.geometry()),
        ref.toString(),
        plot.kind(),
        (long) plot.year(),
        kind.form() == PlotForm.AREA ? EqualAreaFrame.hectares(plot.geometry()) : null,
        plot.value().isPresent() ? plot.value().getAsDouble() : null);
  }
}
