package org.yunga.geodata.bulk;

import org.apache.spark.sql.Row;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Reads where a row lies. */
final class RowPlace {

  /** Longest piece of what was given that a message repeats. */
  private static final int LONGEST_TOLD = 60;

  private RowPlace() {}

  /**
   * The geometry of a row.
   *
   * @return null when there is none
   * @throws ParseException when there is a text that is no WKT
   */
  static Geometry read(Row row, String column) throws ParseException {
    Object value = row.getAs(column);
    if (value instanceof Geometry geometry) {
      return geometry;
    }
    if (value == null || value.toString().isBlank()) {
      return null;
    }
    try {
      return new WKTReader().read(value.toString());
    } catch (IllegalArgumentException e) { // a ring that is not closed
      throw new ParseException(e);
    }
  }

  /** What a cell has, as much of it as a message takes. */
  static String told(Row row, String column) {
    Object value = row.getAs(column);
    String text = value == null ? "" : value.toString().strip();
    return text.length() <= LONGEST_TOLD ? text : text.substring(0, LONGEST_TOLD) + "…";
  }
}
