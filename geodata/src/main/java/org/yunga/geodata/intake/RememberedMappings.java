package org.yunga.geodata.intake;

import java.util.List;
import java.util.Map;

/** What the columns of files were when files with the same columns were published before. */
@FunctionalInterface
public interface RememberedMappings {

  /** Nothing is remembered. */
  RememberedMappings NONE = (kind, columns) -> Map.of();

  /**
   * Columns by role; empty when no such file was published.
   *
   * @param kind what the file brings
   * @param columns names of all its columns, in any order
   */
  Map<String, String> recall(IntakeKind kind, List<String> columns);
}
