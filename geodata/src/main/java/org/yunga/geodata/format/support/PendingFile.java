package org.yunga.geodata.format.support;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.yunga.geodata.table.FileExceptions;

/**
 * A file that is written under another name and takes its own only when it is whole, so that nobody
 * ever sees half of it.
 */
public final class PendingFile implements AutoCloseable {

  private final Path target;
  private final Path pending;
  private boolean complete;

  /**
   * Begins a file.
   *
   * @throws org.yunga.core.text.ExplainedException when its folder cannot be written
   */
  public PendingFile(Path target) {
    this.target = target.toAbsolutePath();
    try {
      // not a temporary file: that one only its owner could read
      pending = Files.createFile(this.target.resolveSibling(".pending-" + UUID.randomUUID()));
    } catch (IOException e) {
      throw FileExceptions.unwritable(target, e);
    }
  }

  /** Where to write, in the folder of the target. */
  public Path path() {
    return pending;
  }

  /** As it will be named. */
  public Path target() {
    return target;
  }

  /** Says that everything is written; the next {@link #close} puts the file in its place. */
  public void complete() {
    complete = true;
  }

  /** Puts a complete file in its place and takes away any other. */
  @Override
  public void close() {
    try {
      if (complete) {
        try (FileChannel channel = FileChannel.open(pending, StandardOpenOption.WRITE)) {
          channel.force(true);
        }
        Files.move(
            pending, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        complete = false;
      } else {
        Files.deleteIfExists(pending);
      }
    } catch (IOException e) {
      throw FileExceptions.unwritable(target, e);
    }
  }
}
