package org.yunga.geodata.bulk;

/**
 * Rows with one flaw.
 *
 * @param count of rows
 * @param example what one of them has, and in which file; the first by alphabet of those that the
 *     parts told, so that it is the same each time
 */
record FlawedRows(long count, String example) {

  FlawedRows plus(FlawedRows other) {
    return new FlawedRows(
        count + other.count, example.compareTo(other.example) <= 0 ? example : other.example);
  }
}
