package org.yunga.web;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.yunga.core.region.Region;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.core.store.Store;
import org.yunga.geodata.load.BoundaryLoader;
import org.yunga.geodata.load.BoundaryOptions;
import org.yunga.geodata.reference.ReferenceData;

/** The district boundaries of INEI, from the folder that YUNGA_BOUNDARIES names. */
public final class DistrictBoundaries {

  private static final String FILE = "peru_distrital_simple.geojson";

  private DistrictBoundaries() {}

  /** The file; skips the test without it, or fails where everything is required. */
  public static Path file() {
    Path file = Path.of(String.valueOf(System.getenv("YUNGA_BOUNDARIES")), FILE);
    if (!Files.exists(file) && "true".equals(System.getenv("YUNGA_REQUIRE_ALL"))) {
      throw new AssertionError("YUNGA_BOUNDARIES does not name a folder with " + FILE);
    }
    Assumptions.assumeTrue(Files.exists(file), "YUNGA_BOUNDARIES names no folder with " + FILE);
    return file;
  }

  /** Publishes the reference data, then the boundaries. */
  public static void install(Store store, Path file) {
    ReferenceData.install(store);
    Snapshot snapshot = Snapshot.of(store.readLatest());
    List<Region> known = snapshot.regions("districts");
    store.publish(
        new BoundaryLoader(snapshot.catalogue(), known)
            .load(file, BoundaryOptions.none())
            .delivery()
            .orElseThrow());
  }
}
