package org.yunga.geodata.plots;

import java.util.Optional;
import java.util.OptionalLong;
import org.locationtech.jts.geom.Coordinate;
import org.yunga.geodata.table.Shown;

/**
 * Where a problem of a plot is.
 *
 * @param row number as people count it; empty when it is of the whole file
 * @param field the column, where it is of one
 * @param value as given, shortened
 * @param point on the map, longitude and latitude
 */
public record PlotPlace(
    OptionalLong row, Optional<String> field, Optional<String> value, Optional<Coordinate> point) {

  /** Of the whole file. */
  static final PlotPlace FILE =
      new PlotPlace(OptionalLong.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  static PlotPlace ofRow(long row, Optional<Coordinate> point) {
    return new PlotPlace(OptionalLong.of(row), Optional.empty(), Optional.empty(), point);
  }

  PlotPlace at(String column, Object given) {
    return new PlotPlace(
        row,
        Optional.of(column),
        given == null ? Optional.empty() : Optional.of(Shown.of(given.toString())),
        point);
  }

  static PlotPlace ofColumn(String column) {
    return new PlotPlace(
        OptionalLong.empty(), Optional.of(column), Optional.empty(), Optional.empty());
  }
}
