package org.yunga.geodata.intake;

import java.util.List;

/** What was said of the columns of files when files with the same columns were published before. */
@FunctionalInterface
public interface RememberedMappings {

  /** Nothing is remembered. */
  RememberedMappings NONE = (kind, columns) -> RememberedMapping.NONE;

  /**
   * What was said; nothing when no such file was published.
   *
   * @param kind what the file brings
   * @param columns names of all its columns, in any order
   */
  RememberedMapping recall(IntakeKind kind, List<String> columns);
}
