package org.yunga.geodata.format.sheet;

import org.yunga.core.text.Bilingual;

/** Rows that can be read more than once. */
public interface Sheet {

  /** Of the sheet, or of the file without its ending. */
  String name();

  /** Begins to read. */
  Rows open();

  /** Where a cell is, in the terms of the format: {@code línea 7, columna 3}. */
  String place(long row, int column);

  /** A mark of decimals that the file as a whole suggests; null when it does not. */
  NumberStyle suggestedStyle();

  /** Rows in their order. For one thread. */
  interface Rows extends AutoCloseable {

    /** The next row, empty rows included; null after the last. */
    RawRow next();

    @Override
    void close();
  }

  /** Words for a column that has no name. */
  Bilingual NAMELESS = new Bilingual("columna", "column");
}
