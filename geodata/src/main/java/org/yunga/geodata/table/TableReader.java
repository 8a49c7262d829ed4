package org.yunga.geodata.table;

import java.util.Iterator;
import java.util.List;
import org.yunga.core.text.ExplainedException;

/**
 * The rows of one table, in the order of the file. For one thread.
 *
 * <p>{@link #hasNext} and {@link #next} throw an {@link ExplainedException} where the file breaks
 * off or is broken so that nothing after the place can be trusted; rows before it may have been
 * handed over.
 */
public interface TableReader extends Iterator<Row>, AutoCloseable {

  /** What the file says of itself before the first row. */
  Table table();

  /** What had to be decided so far, each thing once; whole after the last row. */
  List<Notice> notices();

  /** Lets go of the file. */
  @Override
  void close();
}
