package org.yunga.geodata.table;

import java.util.List;
import org.yunga.core.text.ExplainedException;

/**
 * Writes the rows of one table. For one thread. The file stands under its name only after {@link
 * #close}; closed without {@link #finish}, nothing is left.
 */
public interface TableWriter extends AutoCloseable {

  /**
   * Writes a row: its geometry, and one value for each column, of the class of its type. Number and
   * flaws are not written.
   *
   * @throws ExplainedException when the file cannot be written, or the format cannot hold the row
   */
  void write(Row row);

  /** Completes the file; nothing can be written any more. */
  void finish();

  /** What the format could not hold and how it was written instead; whole after {@link #finish}. */
  List<Notice> notices();

  /** Puts the finished file in its place, or takes away what was begun. */
  @Override
  void close();
}
