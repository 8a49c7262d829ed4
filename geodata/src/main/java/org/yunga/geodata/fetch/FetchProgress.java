package org.yunga.geodata.fetch;

import java.util.OptionalLong;
import org.yunga.geodata.load.KnownBoundaryFile;

/** Told as bytes arrive; called on another thread than the one that asked. */
@FunctionalInterface
public interface FetchProgress {

  /** Nobody watches. */
  FetchProgress NONE = (file, received, total) -> {};

  /**
   * @param file which file
   * @param received bytes so far
   * @param total bytes in all, where the server says so
   */
  void received(KnownBoundaryFile file, long received, OptionalLong total);
}
