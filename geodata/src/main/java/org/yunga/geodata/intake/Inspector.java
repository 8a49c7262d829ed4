package org.yunga.geodata.intake;

import java.nio.file.Path;

/** Reads and checks files of one kind. Without state; for any number of threads. */
@FunctionalInterface
public interface Inspector {

  /**
   * Reads a file to its end and checks it.
   *
   * @param kind what it brings
   * @throws org.yunga.core.text.ExplainedException when it cannot be read at all, or is not such a
   *     file
   * @throws org.yunga.core.text.UnknownNameException when the options name what there is not
   */
  IntakeReport inspect(Path file, IntakeKind kind, IntakeOptions options, KnownRelease release);
}
