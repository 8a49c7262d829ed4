package org.yunga.geodata.plots;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.yunga.core.plot.Plot;
import org.yunga.core.plot.PlotForm;
import org.yunga.core.plot.PlotKind;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.format.support.Dates;
import org.yunga.geodata.intake.IntakeProblem;
import org.yunga.geodata.intake.ReaderProblem;
import org.yunga.geodata.intake.Severity;
import org.yunga.geodata.table.Row;
import org.yunga.geodata.table.RowFlaw;
import org.yunga.geodata.table.Table;

/** Checks one row by itself. Safe for any number of threads. */
final class RowCheck {

  /** Before it nobody measured plots. */
  static final int FIRST_YEAR = 1950;

  /** Declared and computed area differ so much by rounding and by frames of measurement. */
  private static final double TOLERANCE = 0.05;

  private static final double TOLERANCE_HECTARES = 0.02;

  private final PlotKind kind;
  private final Table table;
  private final PlotMapping mapping;
  private final AreaUnit unit;
  private final LocalDate today;
  private final ShapeCheck shapes;
  private final RegionCheck regions;

  RowCheck(
      PlotKind kind,
      Table table,
      PlotMapping mapping,
      AreaUnit unit,
      LocalDate today,
      ShapeCheck shapes,
      RegionCheck regions) {
    this.kind = kind;
    this.table = table;
    this.mapping = mapping;
    this.unit = unit;
    this.today = today;
    this.shapes = shapes;
    this.regions = regions;
  }

  /**
   * What became of a row.
   *
   * @param number of the row
   * @param plot empty when it is refused
   * @param hectares of the plot
   * @param problems what was found
   * @param evidence of the datum
   */
  record Checked(
      long number,
      Optional<Plot> plot,
      double hectares,
      List<IntakeProblem> problems,
      Optional<RegionCheck.Evidence> evidence) {}

  /**
   * Checks one.
   *
   * @param row as it was read
   * @param lonLat its geometry in longitude, latitude, WGS 84
   */
  Checked check(Row row, Optional<Geometry> lonLat) {
    List<IntakeProblem> problems = new ArrayList<>(0);
    for (RowFlaw flaw : row.flaws()) {
      problems.add(new ReaderProblem.OfRow(row.number(), flaw));
    }
    Optional<Geometry> geometry = lonLat.filter(given -> !given.isEmpty());
    PlotPlace place = PlotPlace.ofRow(row.number(), geometry.map(Geometry::getCoordinate));
    OptionalInt year = year(row, place, problems);
    if (geometry.isEmpty()) {
      if (row.flaws().isEmpty()) {
        problems.add(new ShapeProblem.GeometryMissing(place));
      }
      return new Checked(row.number(), Optional.empty(), 0, problems, Optional.empty());
    }
    Coordinate raw = row.geometry().orElseThrow().getCoordinate();
    Optional<ShapeCheck.Shape> shape = shapes.check(place, geometry.get(), raw, problems::add);
    if (shape.isEmpty()) {
      return new Checked(row.number(), Optional.empty(), 0, problems, Optional.empty());
    }
    double hectares = shape.get().hectares();
    checkHectares(row, place, hectares, problems);
    OptionalDouble value = value(row, place, problems);
    Optional<RegionCheck.Evidence> evidence =
        regions.check(
            new RegionCheck.Subject(
                place,
                text(row, mapping.regionCode()),
                text(row, mapping.regionName()),
                shape.get().point(),
                raw),
            mapping,
            problems::add);
    boolean refused = problems.stream().anyMatch(problem -> problem.severity() == Severity.REFUSED);
    return new Checked(
        row.number(),
        refused
            ? Optional.empty()
            : Optional.of(new Plot(kind.id(), year.orElseThrow(), shape.get().geometry(), value)),
        hectares,
        problems,
        evidence);
  }

  private Object cell(Row row, Optional<String> column) {
    return column.map(name -> row.values().get(table.indexOf(name))).orElse(null);
  }

  private String text(Row row, Optional<String> column) {
    Object cell = cell(row, column);
    return cell == null ? "" : cell.toString().strip();
  }

  private OptionalInt year(Row row, PlotPlace place, List<IntakeProblem> problems) {
    if (mapping.yearForAll().isPresent()) {
      return year(mapping.yearForAll().getAsInt(), place, problems);
    }
    String text = text(row, mapping.year());
    if (text.isEmpty()) {
      problems.add(new AttributeProblem.YearMissing(place));
      return OptionalInt.empty();
    }
    Object cell = cell(row, mapping.year());
    PlotPlace at = place.at(mapping.year().orElseThrow(), text);
    Optional<LocalDate> date =
        cell instanceof LocalDate day
            ? Optional.of(day)
            : cell instanceof LocalDateTime time ? Optional.of(time.toLocalDate()) : date(text);
    if (date.isPresent()) {
      if (date.get().isAfter(today)) {
        problems.add(new AttributeProblem.YearInFuture(at, text, today.toString()));
        return OptionalInt.empty();
      }
      return year(date.get().getYear(), at, problems);
    }
    if (!text.matches("\\d{1,4}(\\.0+)?")) {
      problems.add(new AttributeProblem.YearImpossible(at, text, FIRST_YEAR, today.getYear()));
      return OptionalInt.empty();
    }
    return year((int) Double.parseDouble(text), at, problems);
  }

  private static Optional<LocalDate> date(String text) {
    return text.matches("\\d{1,4}(\\.0+)?") ? Optional.empty() : Dates.date(text);
  }

  private OptionalInt year(int year, PlotPlace at, List<IntakeProblem> problems) {
    if (year > today.getYear() && year < 10_000) {
      problems.add(new AttributeProblem.YearInFuture(at, Integer.toString(year), today.toString()));
      return OptionalInt.empty();
    }
    if (year < FIRST_YEAR) {
      problems.add(
          new AttributeProblem.YearImpossible(
              at, Integer.toString(year), FIRST_YEAR, today.getYear()));
      return OptionalInt.empty();
    }
    return OptionalInt.of(year);
  }

  private void checkHectares(
      Row row, PlotPlace place, double computed, List<IntakeProblem> problems) {
    Object cell = cell(row, mapping.hectares());
    if (cell == null || cell.toString().isBlank() || kind.form() != PlotForm.AREA) {
      return;
    }
    PlotPlace at = place.at(mapping.hectares().orElseThrow(), cell);
    NumberText.Readings readings = NumberText.of(cell);
    if (readings.readings().isEmpty()) {
      problems.add(new AttributeProblem.NotANumber(at, cell.toString()));
      return;
    }
    double declared =
        readings.readings().stream()
            .min(
                java.util.Comparator.comparingDouble(
                    reading -> Math.abs(unit.hectares(reading) - computed)))
            .orElseThrow();
    if (!readings.plain()) {
      problems.add(new AttributeProblem.MarkDecided(at, cell.toString(), declared));
    }
    if (!(declared > 0)) {
      problems.add(
          new AttributeProblem.ImpossibleValue(
              at,
              cell.toString(),
              new Bilingual("una superficie es mayor que 0", "an area is larger than 0")));
      return;
    }
    double hectares = unit.hectares(declared);
    if (Math.abs(hectares - computed) > Math.max(TOLERANCE_HECTARES, TOLERANCE * computed)) {
      problems.add(new AttributeProblem.HectaresDisagree(at, hectares, computed));
    }
  }

  private OptionalDouble value(Row row, PlotPlace place, List<IntakeProblem> problems) {
    Object cell = cell(row, mapping.value());
    if (cell == null || cell.toString().isBlank()) {
      return OptionalDouble.empty();
    }
    PlotPlace at = place.at(mapping.value().orElseThrow(), cell);
    NumberText.Readings readings = NumberText.of(cell);
    if (readings.readings().isEmpty()) {
      problems.add(new AttributeProblem.NotANumber(at, cell.toString()));
      return OptionalDouble.empty();
    }
    boolean counted = kind.value().filter(value -> value.unit().isEmpty()).isPresent();
    if (readings.readings().size() > 1 && !counted) {
      problems.add(new AttributeProblem.AmbiguousNumber(at, cell.toString()));
      return OptionalDouble.empty();
    }
    double value = readings.readings().get(0);
    if (!readings.plain()) {
      problems.add(new AttributeProblem.MarkDecided(at, cell.toString(), value));
    }
    if (!(value >= 0 && value <= Plot.LARGEST_VALUE)) {
      String most = String.format(Locale.ROOT, "%,.0f", Plot.LARGEST_VALUE);
      problems.add(
          new AttributeProblem.ImpossibleValue(
              at,
              cell.toString(),
              new Bilingual("se admite de 0 a " + most, "0 to " + most + " is allowed")));
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(value);
  }
}
