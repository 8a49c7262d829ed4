package org.yunga.geodata.format.sheet;

import java.util.Arrays;

/**
 * A row of cells as the file gives them.
 *
 * @param number as people count it in the file, 1 first
 * @param cells {@code String}, {@code Long}, {@code Double}, {@code Boolean}, {@code LocalDate},
 *     {@code LocalDateTime}, {@link CellError}, or null; texts are never blank
 */
public record RawRow(long number, Object[] cells) {

  /** What a formula that failed left behind. */
  public record CellError(String text) {}

  /** The cell of a column; null beyond the end. */
  Object cell(int column) {
    return column < cells.length ? cells[column] : null;
  }

  long filled() {
    return Arrays.stream(cells).filter(cell -> cell != null).count();
  }
}
