package org.yunga.geodata.bulk;

import java.io.Serializable;
import java.util.OptionalDouble;
import org.apache.spark.sql.Row;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.io.ParseException;
import org.yunga.core.plot.Plot;

/**
 * Makes plots of rows.
 *
 * @param geometry column, a geometry or WKT
 * @param kindColumn column of kinds; null when all are of one
 * @param kind of all; null when a column tells
 * @param yearColumn column of years
 * @param valueColumn null when plots have no value
 */
record PlotRows(
    String geometry, String kindColumn, String kind, String yearColumn, String valueColumn)
    implements Serializable {

  static final Envelope WORLD = new Envelope(-180, 180, -90, 90);
  private static final String KIND = "[a-z][a-z0-9_]*";

  /**
   * A plot, or why it is none.
   *
   * @param plot null when it is none
   * @param flaw null when it is one
   * @param given what the row has where the flaw is
   */
  record Read(Plot plot, PlotFlaw flaw, String given) {}

  Read read(Row row) {
    Geometry place;
    try {
      place = RowPlace.read(row, geometry);
    } catch (ParseException e) {
      return flaw(PlotFlaw.UNREADABLE, row, geometry);
    }
    if (place == null || place.isEmpty()) {
      return flaw(PlotFlaw.NO_GEOMETRY, row, geometry);
    }
    if (!(place instanceof Polygonal || place instanceof Lineal || place instanceof Point)) {
      return flaw(PlotFlaw.NOT_A_PLOT, row, geometry);
    }
    if (!WORLD.contains(place.getEnvelopeInternal())) {
      return flaw(PlotFlaw.NOT_LON_LAT, row, geometry);
    }
    if (!place.isValid()) {
      return flaw(PlotFlaw.INVALID, row, geometry);
    }
    String kindHere = kindColumn == null ? kind : text(row, kindColumn);
    if (kindHere == null || !kindHere.matches(KIND)) {
      return kindColumn == null
          ? new Read(null, PlotFlaw.NO_KIND, kind)
          : flaw(PlotFlaw.NO_KIND, row, kindColumn);
    }
    Double year = number(row, yearColumn);
    if (year == null || year != Math.rint(year) || Math.abs(year) > 9999) {
      return flaw(PlotFlaw.NO_YEAR, row, yearColumn);
    }
    Double value = valueColumn == null ? null : number(row, valueColumn);
    if (value != null && !(value >= 0 && value <= Plot.LARGEST_VALUE)) {
      return flaw(PlotFlaw.BAD_VALUE, row, valueColumn);
    }
    OptionalDouble told = value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    return new Read(new Plot(kindHere, year.intValue(), place, told), null, "");
  }

  private static Read flaw(PlotFlaw flaw, Row row, String column) {
    return new Read(null, flaw, RowPlace.told(row, column));
  }

  /** The text of a cell, without blanks around it; null when there is none. */
  static String text(Row row, String column) {
    Object value = row.getAs(column);
    String text = value == null ? "" : value.toString().strip();
    return text.isEmpty() ? null : text;
  }

  private static Double number(Row row, String column) {
    Object value = row.getAs(column);
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    try {
      return value == null || value.toString().isBlank()
          ? null
          : Double.valueOf(value.toString().strip());
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
