package org.yunga.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yunga.core.store.Store;
import org.yunga.core.store.geopackage.GeoPackageStore;
import org.yunga.geodata.sample.SampleData;

/** {@code yunga check-totals}. */
class CheckTotalsTest {

  @TempDir private Path folder;

  @Test
  void allTotalsAreComparedAndWhatDiffersIsNamed() throws Exception {
    try (PrivatePostgis postgis = PrivatePostgis.database()) {
      try (Store store = postgis.open()) {
        SampleData sample = new SampleData();
        store.publish(sample.words());
        store.publish(sample.delivery(1_000, 1, sample.plots(1_000, 1)));
      }
      Outcome agreed = Outcome.run("check-totals", "--store", postgis.address());
      assertThat(agreed.out()).contains("departments", " 0 distintos");
      assertThat(agreed.exitCode()).as(agreed.err()).isZero();

      postgis.run("UPDATE yunga.plot SET size = size + 1000000 WHERE number = 7");
      Outcome differs =
          Outcome.run("check-totals", "--store", postgis.address(), "--region-set", "departments");
      assertThat(differs.exitCode()).isEqualTo(1);
      assertThat(differs.err()).contains(", size: memoria");
    }
  }

  @Test
  void aFileComputesNoTotals() {
    GeoPackageStore.open(folder).close();
    Outcome refused = Outcome.run("check-totals", "--data", folder.toString());
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err()).contains("scripts/yunga copy");
  }
}
