package org.yunga.geodata.format.support;

import java.nio.file.Path;
import java.util.List;
import org.yunga.geodata.table.FileExceptions;
import org.yunga.geodata.table.ReadOptions;

/** The name of the only layer of a file is that of the file. */
public final class Stem {

  private Stem() {}

  /** The name without folder and ending. */
  public static String of(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /**
   * Checks the layer that is asked for.
   *
   * @throws org.yunga.core.text.ExplainedException when it is another
   */
  public static void requireLayer(Path file, ReadOptions options) {
    if (options.layer().isPresent() && !options.layer().get().equals(of(file))) {
      throw FileExceptions.unknownLayer(
          file.getFileName().toString(), options.layer().get(), List.of(of(file)));
    }
  }
}
