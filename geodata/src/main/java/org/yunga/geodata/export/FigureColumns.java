package org.yunga.geodata.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yunga.core.dataset.Release;
import org.yunga.core.figure.Figure;
import org.yunga.core.figure.Measure;
import org.yunga.core.indicator.Indicator;
import org.yunga.core.monitor.Cell;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.table.Column;
import org.yunga.geodata.table.ColumnType;

/** The columns of figures, the same in files and in answers of the API. */
public final class FigureColumns {

  static final String VALUE = "value";
  static final String STATE = "state";

  /** One row for each region, period and series. */
  public static final List<Column> LONG =
      List.of(
          text("region_set"),
          text("region_code"),
          text("region_name"),
          text("indicator"),
          text("measure"),
          text("period"),
          new Column(VALUE, ColumnType.DECIMAL),
          text("unit"),
          text(STATE),
          text("series"),
          text("method"),
          text("status"),
          text("source_title"),
          text("source_locator"),
          text("note_es"),
          text("note_en"),
          text("dataset"),
          text("release"));

  /** What is said of a region's place beside its geometry. */
  static final List<Column> PLACE =
      List.of(text("geometry_kind"), new Column("area_ha", ColumnType.DECIMAL));

  /** For Shapefiles: ten characters, the same in every file. */
  static final Map<String, String> SHORT_NAMES =
      Map.of(
          "region_code", "reg_code",
          "region_name", "reg_name",
          "source_title", "src_title",
          "source_locator", "src_where",
          "geometry_kind", "geom_kind");

  private FigureColumns() {}

  /** Names of columns. */
  public static List<String> names(List<Column> columns) {
    return columns.stream().map(Column::name).toList();
  }

  static Column text(String name) {
    return new Column(name, ColumnType.TEXT);
  }

  static String text(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /**
   * The values of a cell in the order of {@link #LONG}: those of its figure, or only the state with
   * all that is known; null where there is none.
   */
  public static List<Object> values(
      Indicator indicator, Measure measure, Release release, Cell cell) {
    Optional<Figure> figure = cell.figure();
    return new ArrayList<>(
        Arrays.asList(
            cell.region().ref().regionSet(),
            cell.region().code(),
            cell.region().name(),
            indicator.id(),
            text(measure),
            cell.period().toString(),
            value(cell),
            indicator.unit(),
            text(cell.state()),
            cell.series(),
            figure.map(f -> text(f.method())).orElse(null),
            figure.map(f -> text(f.status())).orElse(null),
            figure.map(f -> f.source().title()).orElse(null),
            figure.map(f -> f.source().locator()).orElse(null),
            figure.flatMap(Figure::note).map(Bilingual::es).orElse(null),
            figure.flatMap(Figure::note).map(Bilingual::en).orElse(null),
            figure.map(Figure::dataset).orElse(null),
            release.id()));
  }

  static Double value(Cell cell) {
    return cell.value().isPresent() ? (Double) cell.value().getAsDouble() : null;
  }

  static List<Object> place(Region region) {
    return Arrays.asList(Places.kind(region.place()), areaHectares(region.place()));
  }

  /** Area of a boundary to a tenth of a hectare; null without a boundary. */
  public static Double areaHectares(Place place) {
    return place instanceof Place.Boundary boundary
        ? (Double) (Math.round(boundary.areaHectares() * 10) / 10.0)
        : null;
  }
}
