package org.yunga.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yunga.core.store.Store;
import org.yunga.core.store.geopackage.GeoPackageStore;
import org.yunga.geodata.reference.ReferenceData;

/** Commands on a database instead of a file. */
class StoreOptionTest {

  @TempDir private Path folder;

  @Test
  void aPasswordOnTheCommandLineIsRefusedAndNotRepeated() {
    for (String command : new String[] {"serve", "releases"}) {
      Outcome outcome = Outcome.run(command, "--store", "postgresql://ana:s3cret@localhost/yunga");
      assertThat(outcome.exitCode()).isEqualTo(1);
      assertThat(outcome.err()).contains("PGPASSWORD", "PGPASSFILE").doesNotContain("s3cret");
    }
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsNamed() {
    Outcome outcome = Outcome.run("releases", "--store", "postgresql://127.0.0.1:1/yunga");
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.err()).contains("postgresql://127.0.0.1:1/yunga", "no responde");
  }

  @Test
  void aStoreIsCopiedToADatabaseAndBack() throws Exception {
    Path file = folder.resolve("file");
    try (Store store = GeoPackageStore.open(file)) {
      ReferenceData.install(store);
    }
    try (PrivatePostgis postgis = PrivatePostgis.database()) {
      String database = postgis.address();
      Outcome before = Outcome.run("releases", "--store", database);
      assertThat(before.exitCode()).as("nothing there yet").isEqualTo(1);

      assertThat(Outcome.run("copy", "--from", file.toString(), "--to", database).exitCode())
          .isZero();
      Path back = folder.resolve("back");
      assertThat(Outcome.run("copy", "--from", database, "--to", back.toString()).exitCode())
          .isZero();

      String verified = Outcome.run("audit", "verify", "--data", file.toString()).out();
      assertThat(Outcome.run("audit", "verify", "--store", database).out()).isEqualTo(verified);
      assertThat(Outcome.run("audit", "verify", "--data", back.toString()).out())
          .isEqualTo(verified);
      Outcome again = Outcome.run("copy", "--from", file.toString(), "--to", database);
      assertThat(again.exitCode()).isEqualTo(1);
      assertThat(again.err()).contains("ya tiene datos");
    }
  }
}
