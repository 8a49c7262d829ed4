package org.yunga.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.plot.Plot;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;
import org.yunga.core.store.geopackage.GeoPackageStore;
import org.yunga.geodata.reference.ReferenceData;

/** releases, diff, rollback, retire, audit and token on the command line. */
class ReleaseCommandsTest {

  @TempDir private Path folder;

  /** Release 1: reference data; 2: with another name for San Martín. */
  @BeforeEach
  void fill() {
    try (GeoPackageStore store = GeoPackageStore.open(folder)) {
      ReferenceData.install(store);
      Region region =
          new Region(
              new RegionRef("districts", "220101"),
              "Moyobamba",
              Optional.empty(),
              Optional.empty(),
              new Place.Unknown(),
              List.of());
      store.publish(
          Delivery.ofRegions(
              Dataset.of(
                  "boundaries/districts", "Prueba", "Prueba", "CC0", "d.json", "ab".repeat(32)),
              List.of(region)));
    }
  }

  private Outcome run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--data");
    all.add(folder.toString());
    return Outcome.run(all.toArray(String[]::new));
  }

  @Test
  void listsReleasesAndWhatIsInForce() {
    Outcome outcome = run("releases");
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(outcome.out())
        .contains("boundaries/districts@abababab", "reference@", "yunga publicó", "1 regiones");
  }

  @Test
  void goesBackAndForthWithWhoDidIt() {
    Outcome back = run("rollback", "1", "--yes", "--by", "Ana Quispe");
    assertThat(back.exitCode()).as(back.err()).isZero();
    assertThat(back.out()).contains("deja de regir boundaries/districts@abababab", "entrega 3");

    assertThat(run("rollback", "1", "--yes").out()).contains("No se hizo nada");
    assertThat(run("rollback", "2", "-y").out()).contains("vuelve a regir", "entrega 4");
    assertThat(run("audit", "list").out())
        .contains("Ana Quispe  volvió a la entrega 1 -> entrega 3");
  }

  @Test
  void retiresADataset() {
    Outcome outcome = run("retire", "boundaries/districts@abababab", "--yes");
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(outcome.out()).contains("entrega 3");
    Outcome again = run("retire", "boundaries/districts@abababab", "--yes");
    assertThat(again.exitCode()).isEqualTo(1);
    assertThat(again.err()).contains("reference@");
  }

  @Test
  void withoutYesAndWithoutTerminalNothingIsDone() {
    for (Outcome outcome :
        List.of(run("rollback", "1"), run("retire", "boundaries/districts@abababab"))) {
      assertThat(outcome.exitCode()).isEqualTo(1);
      assertThat(outcome.out()).contains("boundaries/districts@abababab");
      assertThat(outcome.err()).contains("--yes");
    }
    assertThat(run("audit", "list").out().lines()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "3", "-1", "99999999999"})
  void aReleaseThatIsNotThereIsNamed(String number) {
    Outcome outcome = Outcome.run("rollback", "--yes", "--data", folder.toString(), "--", number);
    assertThat(outcome.exitCode()).as(outcome.out()).isEqualTo(1);
    assertThat(outcome.err()).contains("'" + number + "'").doesNotContain("Exception");
  }

  @Test
  void writesWhatChanged() {
    Outcome outcome = run("diff", "1", "2");
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(outcome.out())
        .contains("+ conjunto boundaries/districts@abababab", "Cifras: 0 distintas", "Moyobamba");
    assertThat(run("diff", "1", "2", "--indicator", "cocoa").exitCode()).isEqualTo(1);
  }

  @Test
  void writesHowTotalsOfPlotsChanged() {
    assertThat(run("diff", "1", "2").out()).as("no plots came").doesNotContain("Parcelas:");
    Plot plot =
        new Plot(
            "coca_field",
            2023,
            new GeometryFactory().toGeometry(new Envelope(-76.51, -76.5, -7.01, -7)));
    try (GeoPackageStore store = GeoPackageStore.open(folder)) {
      store.publish(
          Delivery.ofPlots(
              Dataset.of("plots/test", "Prueba", "Prueba", "CC0", "p", "ef".repeat(32)),
              consumer -> consumer.accept(plot)));
    }

    assertThat(run("diff", "2", "3").out())
        .contains("Parcelas: 1 totales distintos (departments)")
        .contains("~ coca_field 2023 San Martín (departments/22): · -> 1 (122.");
    assertThat(run("diff", "3", "2", "--region-set", "country").out())
        .contains("1 (122.", ") -> ·");
  }

  @Test
  void aStoreAsItWasWrittenVerifies() {
    Outcome outcome = run("audit", "verify");
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    String head = outcome.out().replaceAll("(?s).*?([0-9a-f]{64}).*", "$1");
    run("rollback", "1", "--yes");
    assertThat(run("audit", "verify", "--head", head).exitCode()).isZero();
    assertThat(run("audit", "verify", "--head", "0".repeat(64)).exitCode()).isEqualTo(1);
    assertThat(run("audit", "verify", "--head", "abc").err()).contains("64");
  }

  @Test
  void tamperingEndsWithOneAndSaysWhat() throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("yunga.gpkg"));
        var statement = connection.createStatement()) {
      statement.execute("UPDATE figure SET value = value + 1 WHERE value > 2000");
    }
    Outcome outcome = run("audit", "verify");
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.err()).contains("reference@", "NO está intacta").doesNotContain("\tat ");
  }

  @Test
  void aTokenIsShownOnceAndKeptAsAHash() {
    Outcome made = run("token", "create", "oficina-tarapoto", "--expires", "2090-06-30");
    assertThat(made.exitCode()).as(made.err()).isZero();
    String secret = made.out().strip().lines().reduce((a, b) -> b).orElseThrow();
    assertThat(secret).matches("yunga_[A-Za-z0-9_-]{43}");

    Outcome list = run("token", "list");
    assertThat(list.out()).contains("oficina-tarapoto", "rige hasta 2090-06-30");
    assertThat(list.out() + run("audit", "list").out()).doesNotContain(secret);

    assertThat(run("token", "revoke", "oficina-tarapoto").exitCode()).isZero();
    assertThat(run("token", "list").out()).contains("anulado");
    assertThat(run("token", "revoke", "oficina-tarapoto").exitCode()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2020-01-01", "30/06/2027", "2027-02-30", "never", "9999-01-01"})
  void anExpiryThatWillNotDoIsRefused(String day) {
    Outcome outcome = run("token", "create", "x", "--expires", day);
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.err()).contains(day);
    assertThat(run("token", "list").out()).contains("No hay tokens");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"releases", "audit list", "audit verify", "token list", "rollback 1", "diff 1 2"})
  void aMisspeltFolderDoesNotBecomeAStore(String command) {
    Path other = folder.resolve("other");
    List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
    arguments.addAll(List.of("--data", other.toString()));

    Outcome outcome = Outcome.run(arguments.toArray(String[]::new));

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.err()).contains(other.toString());
    assertThat(other).doesNotExist();
  }

  @Test
  void whoMustBeAName() {
    Outcome outcome = run("rollback", "1", "--yes", "--by", " ");
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.err()).contains("--by");
  }

  /** Or the next start would undo it. */
  @Test
  void referenceDataThatWasTakenOutStaysOut() {
    try (GeoPackageStore store = GeoPackageStore.open(folder)) {
      store.retire("boundaries/districts@abababab", org.yunga.core.audit.Actor.PROGRAM);
      store.retire(ReferenceData.dataset().id(), org.yunga.core.audit.Actor.PROGRAM);
      assertThat(ReferenceData.install(store)).isFalse();
      assertThat(store.latestRelease().datasets()).isEmpty();
    }
  }
}
