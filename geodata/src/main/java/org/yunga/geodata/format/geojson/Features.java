package org.yunga.geodata.format.geojson;

import java.util.Optional;
import org.yunga.geodata.read.GeoJsonFeature;

/** Features one after the other, wherever they come from. */
interface Features extends AutoCloseable {

  /** The next; null after the last. */
  GeoJsonFeature next();

  /** The system that the file names; known when the first feature was asked for, if ever. */
  Optional<String> crs();

  @Override
  void close();
}
