package org.yunga.geodata.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.dataset.ReleaseContent;
import org.yunga.core.store.Store;
import org.yunga.core.store.geopackage.GeoPackageStore;

class InstallTest {

  @TempDir Path folder;
  private Store store;

  @BeforeEach
  void open() {
    store = GeoPackageStore.open(folder);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void fillsAnEmptyStore() {
    assertThat(ReferenceData.install(store)).isTrue();

    ReleaseContent content = store.readLatest();
    Delivery shipped = ReferenceData.load();
    assertThat(content.release().datasets()).containsExactly(ReferenceData.dataset());
    assertThat(content.figures()).containsExactlyInAnyOrderElementsOf(shipped.figures());
    assertThat(content.regions()).hasSameSizeAs(shipped.regions());
    assertThat(content.catalogue().indicators())
        .containsExactlyElementsOf(shipped.catalogue().indicators());
  }

  @Test
  void leavesAStoreThatHasThemAlone() {
    ReferenceData.install(store);

    assertThat(ReferenceData.install(store)).isFalse();
    assertThat(store.latestReleaseNumber()).isEqualTo(1);
  }

  @Test
  void replacesTheEditionOfAnotherProgramVersion() {
    Dataset older =
        Dataset.of(ReferenceData.KEY, "older", "older", "older", "reference", "0".repeat(64));
    store.publish(Delivery.ofRegions(older, List.of()));

    assertThat(ReferenceData.install(store)).isTrue();
    assertThat(store.latestRelease().datasets()).containsExactly(ReferenceData.dataset());
  }
}
