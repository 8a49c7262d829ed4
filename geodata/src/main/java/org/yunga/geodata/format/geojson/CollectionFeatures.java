package org.yunga.geodata.format.geojson;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.yunga.geodata.read.GeoJsonFeature;
import org.yunga.geodata.read.GeoJsonReader;
import org.yunga.geodata.table.FileExceptions;

/** The members of a feature collection. */
final class CollectionFeatures implements Features {

  private final GeoJsonReader reader;

  CollectionFeatures(Path file) {
    try {
      reader =
          GeoJsonReader.open(
              new BufferedInputStream(Files.newInputStream(file), 1 << 16),
              file.getFileName().toString());
    } catch (IOException e) {
      throw FileExceptions.unreadable(file, e);
    }
  }

  @Override
  public GeoJsonFeature next() {
    return reader.next();
  }

  @Override
  public Optional<String> crs() {
    return reader.summary().crs();
  }

  @Override
  public void close() {
    reader.close();
  }
}
