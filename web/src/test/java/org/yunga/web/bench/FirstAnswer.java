package org.yunga.web.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.locationtech.jts.geom.Geometry;
import org.yunga.core.monitor.Monitor;
import org.yunga.core.monitor.PolygonAnswer;
import org.yunga.core.snapshot.CurrentSnapshot;
import org.yunga.core.store.Store;
import org.yunga.core.store.geopackage.GeoPackageStore;

/** A new Java up to its first answer: says the answer, then the milliseconds since it began. */
public final class FirstAnswer {

  private FirstAnswer() {}

  /**
   * Runs it.
   *
   * @param arguments folder of the store, polygon as WKT, longitude and latitude
   */
  public static void main(String[] arguments) {
    try (GeoPackageStore store = GeoPackageStore.open(Path.of(arguments[0]))) {
      PolygonAnswer answer = of(store, EngineData.wkt(arguments[1]));
      long start = ManagementFactory.getRuntimeMXBean().getStartTime();
      long millis = System.currentTimeMillis() - start;
      System.out.println(answer);
      System.out.println(millis);
    }
  }

  /** The answer; as a text it has all digits. */
  static PolygonAnswer of(Store store, Geometry polygon) {
    return new Monitor(new CurrentSnapshot(store).get()).plotsWithin(polygon);
  }
}
