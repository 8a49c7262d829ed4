package org.yunga.geodata.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yunga.core.dataset.ReleaseContent;
import org.yunga.core.store.Store;
import org.yunga.core.store.geopackage.GeoPackageStore;

class InstallTest {

  @TempDir Path folder;

  @Test
  void publishesOnceAndReadsBackWhatWasShipped() {
    try (Store store = GeoPackageStore.open(folder)) {
      long t0 = System.nanoTime();
      assertThat(ReferenceData.install(store)).isTrue();
      System.out.println("install " + (System.nanoTime() - t0) / 1e6);
      t0 = System.nanoTime();
      assertThat(ReferenceData.install(store)).isFalse();
      System.out.println("second " + (System.nanoTime() - t0) / 1e6);
      t0 = System.nanoTime();
      ReleaseContent content = store.readLatest();
      System.out.println("read " + (System.nanoTime() - t0) / 1e6);
      t0 = System.nanoTime();
      assertThat(content.figures())
          .containsExactlyInAnyOrderElementsOf(ReferenceData.load().figures());
      System.out.println("load " + (System.nanoTime() - t0) / 1e6);
      t0 = System.nanoTime();
    }
  }
}
