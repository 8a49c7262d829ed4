package org.yunga.core.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yunga.core.Fixtures.SAN_MARTIN;
import static org.yunga.core.Fixtures.figure;
import static org.yunga.core.Fixtures.figures;
import static org.yunga.core.Fixtures.reference;
import static org.yunga.core.Fixtures.region;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yunga.core.store.Store;
import org.yunga.core.store.geopackage.GeoPackageStore;

class CurrentSnapshotTest {

  @TempDir Path folder;
  private Store store;
  private Store otherProcess;

  @BeforeEach
  void open() {
    store = GeoPackageStore.open(folder);
    otherProcess = GeoPackageStore.open(folder);
  }

  @AfterEach
  void close() {
    store.close();
    otherProcess.close();
  }

  @Test
  void startsWithAnEmptyStore() {
    assertThat(new CurrentSnapshot(store).get().release().number()).isZero();
  }

  @Test
  void takesWhatAnotherProcessPublished() {
    CurrentSnapshot current = new CurrentSnapshot(store);
    Snapshot before = current.get();

    otherProcess.publish(reference(region(SAN_MARTIN, "San Martín")));
    assertThat(current.get()).as("until asked to look").isSameAs(before);

    assertThat(current.refresh()).isTrue();
    assertThat(current.get().release().number()).isEqualTo(1);
    assertThat(current.get().region(SAN_MARTIN).name()).isEqualTo("San Martín");
    assertThat(before.release().number()).as("of a request under way").isZero();
  }

  @Test
  void keepsItsSnapshotAsLongAsThereIsNoNewerOne() {
    otherProcess.publish(reference(region(SAN_MARTIN, "San Martín")));
    CurrentSnapshot current = new CurrentSnapshot(store);
    Snapshot before = current.get();

    otherProcess.publish(reference(region(SAN_MARTIN, "San Martín")));

    assertThat(current.refresh()).isFalse();
    assertThat(current.get()).isSameAs(before);
  }

  @Test
  void followsSeveralReleasesAtOnce() {
    CurrentSnapshot current = new CurrentSnapshot(store);
    otherProcess.publish(reference(region(SAN_MARTIN, "San Martín")));
    otherProcess.publish(figures(1, figure(SAN_MARTIN, "coca", "2024", "OPD", 1)));
    store.publish(figures(2, figure(SAN_MARTIN, "coca", "2024", "OPD", 2)));

    assertThat(current.refresh()).isTrue();
    assertThat(current.refresh()).isFalse();
    assertThat(current.get().release().number()).isEqualTo(3);
    assertThat(current.get().figures(SAN_MARTIN).get(0).value()).hasValue(2);
  }
}
