package org.yunga.geodata.table;

import java.util.OptionalInt;

/**
 * One column.
 *
 * @param name as in the file, accents and case kept; unique in its table
 * @param type of its values
 * @param width the most characters that a text may have, where the file says so
 */
public record Column(String name, ColumnType type, OptionalInt width) {

  /** A column without a width. */
  public Column(String name, ColumnType type) {
    this(name, type, OptionalInt.empty());
  }
}
