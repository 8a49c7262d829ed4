package org.yunga.core.store.geopackage;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.yunga.core.store.PlotStoreContract;
import org.yunga.core.store.Store;

class GeoPackagePlotTest extends PlotStoreContract {

  @TempDir private Path folder;

  private int stores;

  @Override
  protected Store open() {
    return GeoPackageStore.open(folder.resolve("store" + stores++));
  }
}
