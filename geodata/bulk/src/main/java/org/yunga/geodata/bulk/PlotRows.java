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
import org.locationtech.jts.io.WKTReader;
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

  private static final Envelope WORLD = new Envelope(-180, 180, -90, 90);
  private static final String KIND = "[a-z][a-z0-9_]*";

  /** A plot, or why it is none: one of them is null. */
  record Read(Plot plot, PlotFlaw flaw) {}

  Read read(Row row) {
    Geometry place = geometry(row, geometry);
    if (place == null || place.isEmpty()) {
      return flaw(PlotFlaw.NO_GEOMETRY);
    }
    if (!(place instanceof Polygonal || place instanceof Lineal || place instanceof Point)) {
      return flaw(PlotFlaw.NOT_A_PLOT);
    }
    if (!WORLD.contains(place.getEnvelopeInternal())) {
      return flaw(PlotFlaw.NOT_LON_LAT);
    }
    if (!place.isValid()) {
      return flaw(PlotFlaw.INVALID);
    }
    String kindHere = kindColumn == null ? kind : text(row, kindColumn);
    if (kindHere == null || !kindHere.matches(KIND)) {
      return flaw(PlotFlaw.NO_KIND);
    }
    Double year = number(row, yearColumn);
    if (year == null || year != Math.rint(year) || Math.abs(year) > 9999) {
      return flaw(PlotFlaw.NO_YEAR);
    }
    Double value = valueColumn == null ? null : number(row, valueColumn);
    if (value != null && !(value >= 0 && value <= Plot.LARGEST_VALUE)) {
      return flaw(PlotFlaw.BAD_VALUE);
    }
    OptionalDouble told = value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    return new Read(new Plot(kindHere, year.intValue(), place, told), null);
  }

  private static Read flaw(PlotFlaw flaw) {
    return new Read(null, flaw);
  }

  /** The geometry of a row; null when there is none, or its text cannot be read. */
  static Geometry geometry(Row row, String column) {
    Object value = row.getAs(column);
    if (value instanceof Geometry geometry) {
      return geometry;
    }
    try {
      return value == null ? null : new WKTReader().read(value.toString());
    } catch (ParseException | IllegalArgumentException e) {
      return null;
    }
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
