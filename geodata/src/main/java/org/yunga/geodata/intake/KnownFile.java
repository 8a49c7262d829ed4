package org.yunga.geodata.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yunga.geodata.read.FileHash;
import org.yunga.geodata.table.FileExceptions;

/**
 * A file by its bytes.
 *
 * @param name without folders
 * @param sha256 64 hexadecimal digits
 * @param bytes its size
 */
public record KnownFile(String name, String sha256, long bytes) {

  /**
   * Reads a file for its hash.
   *
   * @throws org.yunga.core.text.ExplainedException when it cannot be read
   */
  public static KnownFile of(Path file) {
    try {
      return new KnownFile(file.getFileName().toString(), FileHash.sha256(file), Files.size(file));
    } catch (IOException e) {
      throw FileExceptions.unreadable(file, e);
    }
  }
}
