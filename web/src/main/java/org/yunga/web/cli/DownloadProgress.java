package org.yunga.web.cli;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import org.yunga.geodata.fetch.FetchProgress;
import org.yunga.geodata.load.KnownBoundaryFile;

/** Writes a line for each fifth of a download, so that a slow one does not look dead. */
final class DownloadProgress implements FetchProgress {

  private static final int FIFTHS = 5;

  private final Map<KnownBoundaryFile, Long> written = new EnumMap<>(KnownBoundaryFile.class);

  @Override
  public synchronized void received(KnownBoundaryFile file, long received, OptionalLong total) {
    long size = Math.max(1, total.orElse(received));
    long fifth = received * FIFTHS / size;
    if (written.getOrDefault(file, -1L) < fifth) {
      written.put(file, fifth);
      String text = file.fileName() + " " + received / 1024 + " kB";
      Console.say("Descargando " + text, "Downloading " + text);
    }
  }
}
