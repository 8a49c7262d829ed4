package org.yunga.geodata.plots;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.yunga.core.plot.PlotForm;
import org.yunga.core.plot.PlotKind;
import org.yunga.core.region.Region;
import org.yunga.core.space.EqualAreaFrame;
import org.yunga.geodata.crs.CoordinateFrame;
import org.yunga.geodata.load.Reniec;
import org.yunga.geodata.table.Row;
import org.yunga.geodata.table.Table;

/** What the first rows of a file show of all of them: its system, unit of areas, coding. */
final class SampleFindings {

  private static final double SAME = 0.05;
  private static final double MOST = 0.6;
  private static final int FEW = 3;

  private final PlotKind kind;
  private final Table table;
  private final List<Row> sample;

  SampleFindings(PlotKind kind, Table table, List<Row> sample) {
    this.kind = kind;
    this.table = table;
    this.sample = sample;
  }

  /**
   * Whether coordinates that are taken for longitude and latitude cannot be.
   *
   * @return the problem, with the zones in which they would lie in Peru
   */
  Optional<PlotFileProblem> notLonLat(RegionIndex regions) {
    List<Coordinate> corners =
        sample.stream()
            .flatMap(row -> row.geometry().stream())
            .filter(geometry -> !geometry.isEmpty())
            .map(Geometry::getCoordinate)
            .toList();
    List<Coordinate> metres =
        corners.stream()
            .filter(corner -> Math.abs(corner.x) > 180 || Math.abs(corner.y) > 180)
            .toList();
    if (metres.isEmpty() || 2 * metres.size() < corners.size()) {
      return Optional.empty();
    }
    List<String> likely =
        OtherFrames.wgs84Zones().stream()
            .filter(zone -> 2 * count(metres, zone, regions) > metres.size())
            .toList();
    Coordinate first = metres.get(0);
    String shown = String.format(Locale.ROOT, "%.2f, %.2f", first.x, first.y);
    return Optional.of(new PlotFileProblem.CrsNeeded(shown, likely));
  }

  private static long count(List<Coordinate> corners, String zone, RegionIndex regions) {
    return corners.stream()
        .filter(corner -> OtherFrames.lonLat(zone, corner).filter(regions::isNearPeru).isPresent())
        .count();
  }

  /**
   * The unit of declared areas.
   *
   * @param unit by which they are compared; empty when they cannot be
   * @param problem what is told of it
   */
  record Unit(Optional<AreaUnit> unit, Optional<PlotFileProblem> problem) {}

  /** Compares declared areas with those of the geometries. */
  Unit unit(PlotMapping mapping, CoordinateFrame frame, boolean given) {
    AreaUnit byHead = mapping.unit().orElse(AreaUnit.HA);
    if (mapping.hectares().isEmpty() || kind.form() != PlotForm.AREA || given) {
      return new Unit(Optional.of(byHead), Optional.empty());
    }
    String column = mapping.hectares().get();
    double[] ratios = ratios(column, frame);
    if (ratios.length == 0) {
      return new Unit(Optional.of(byHead), Optional.empty());
    }
    double median = ratios[ratios.length / 2];
    long alike = Arrays.stream(ratios).filter(ratio -> isSame(ratio, median)).count();
    for (AreaUnit unit : AreaUnit.values()) {
      if (isSame(median, unit.inOneHectare())) {
        Optional<PlotFileProblem> told =
            unit == byHead && mapping.unit().isPresent() || unit == AreaUnit.HA
                ? Optional.empty()
                : Optional.of(new PlotFileProblem.UnitDecided(column, unit.id()));
        return new Unit(Optional.of(unit), told);
      }
    }
    if (ratios.length >= FEW && alike >= MOST * ratios.length) {
      return new Unit(
          Optional.empty(), Optional.of(new PlotFileProblem.UnknownUnit(column, column, median)));
    }
    return new Unit(Optional.of(byHead), Optional.empty());
  }

  private static boolean isSame(double ratio, double other) {
    return Math.abs(ratio / other - 1) < SAME;
  }

  private double[] ratios(String column, CoordinateFrame frame) {
    int index = table.indexOf(column);
    List<Double> ratios = new ArrayList<>();
    for (Row row : sample) {
      Object cell = row.values().get(index);
      Optional<Geometry> lonLat =
          row.geometry().filter(given -> !given.isEmpty()).flatMap(frame::toLonLat);
      if (cell == null || lonLat.isEmpty()) {
        continue;
      }
      NumberText.Readings readings = NumberText.of(cell);
      double computed = EqualAreaFrame.hectares(lonLat.get());
      if (readings.readings().size() == 1 && readings.readings().get(0) > 0 && computed > 0) {
        ratios.add(readings.readings().get(0) / computed);
      }
    }
    return ratios.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  /**
   * Whether codes are RENIEC's: of rows that can tell, more lie in the department of that coding.
   */
  Optional<PlotFileProblem> reniec(
      PlotMapping mapping, CoordinateFrame frame, RegionIndex regions) {
    if (mapping.regionCode().isEmpty()) {
      return Optional.empty();
    }
    int index = table.indexOf(mapping.regionCode().get());
    int inei = 0;
    int reniec = 0;
    for (Row row : sample) {
      Object cell = row.values().get(index);
      String text = cell == null ? "" : cell.toString().strip();
      String code = text.length() % 2 == 1 ? "0" + text : text;
      Optional<String> actual =
          row.geometry()
              .filter(given -> !given.isEmpty())
              .flatMap(frame::toLonLat)
              .flatMap(geometry -> regions.department(geometry.getCoordinate()))
              .map(Region::code);
      if (!code.matches("\\d{2,6}") || actual.isEmpty()) {
        continue;
      }
      String department = code.substring(0, 2);
      if (department.equals(actual.get())) {
        inei++;
      } else if (Reniec.inei(department).equals(actual)) {
        reniec++;
      }
    }
    return reniec >= 2 && reniec > inei
        ? Optional.of(new PlotFileProblem.ReniecCoding(mapping.regionCode().get(), reniec))
        : Optional.empty();
  }
}
