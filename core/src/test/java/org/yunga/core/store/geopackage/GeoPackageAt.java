package org.yunga.core.store.geopackage;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.yunga.core.store.Store;

/** An embedded store whose time a test decides, for tests outside of this package. */
public final class GeoPackageAt {

  private GeoPackageAt() {}

  public static Store open(Path folder, Clock clock) {
    return GeoPackageStore.open(folder, Migrations.all(), clock, Duration.ofSeconds(1));
  }
}
