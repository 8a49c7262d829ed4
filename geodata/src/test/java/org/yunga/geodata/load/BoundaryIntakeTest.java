package org.yunga.geodata.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.yunga.geodata.load.BoundaryFile.square;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yunga.core.store.Store;
import org.yunga.core.store.geopackage.GeoPackageStore;
import org.yunga.geodata.inspect.Intake;
import org.yunga.geodata.intake.FileFacts;
import org.yunga.geodata.intake.IntakeKind;
import org.yunga.geodata.intake.IntakeOptions;
import org.yunga.geodata.intake.IntakeProblem;
import org.yunga.geodata.intake.IntakeReport;
import org.yunga.geodata.intake.KnownRelease;
import org.yunga.geodata.intake.MappedColumn;
import org.yunga.geodata.reference.ReferenceData;

/** Boundaries through the one door for all files. */
class BoundaryIntakeTest {

  private static final IntakeOptions DISTRICTS =
      IntakeOptions.named("d").as(new IntakeKind.Boundaries("districts"));
  private static final String TOCACHE = row("221001", "Tocache", -76.5);
  private static final String UCHIZA = row("221005", "Uchiza", -76.4);

  @TempDir Path folder;

  private static String row(String code, String name, double west) {
    return "%s,%s,\"%s\"%n".formatted(code, name, square(west, -8.5));
  }

  private Path file(String... rows) {
    try {
      return Files.writeString(
          folder.resolve("d.csv"), "ubigeo,nombre,wkt\n" + String.join("", rows));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> codes(IntakeReport report) {
    return report.problems().stream().map(IntakeProblem::code).toList();
  }

  private Store store() {
    Store store = GeoPackageStore.open(folder);
    ReferenceData.install(store);
    return store;
  }

  @Test
  void aFileIsToldWithItsColumnsAndWhatItWouldChange() {
    try (Store store = store()) {
      IntakeReport report =
          Intake.inspect(
              file(TOCACHE, UCHIZA), DISTRICTS.inCrs("EPSG:4326"), KnownRelease.of(store));

      assertThat(report.publishable()).isTrue();
      assertThat(report.datasetKey()).isEqualTo("boundaries/districts");
      assertThat(report.file().format()).isEqualTo("csv");
      assertThat(report.file().crs().orElseThrow().basis()).isEqualTo(FileFacts.Basis.GIVEN);
      assertThat(report.mapping())
          .extracting(MappedColumn::role, column -> column.samples().get(0))
          .containsExactly(tuple("code", "221001"), tuple("name", "Tocache"));
      assertThat(report.counts().added()).isEqualTo(2);
      assertThat(report.effects()).hasSize(2);
      assertThat(report.writeRefused(folder)).isEmpty();
    }
  }

  @Test
  void anEditionThatLosesRegionsMustBeMeant() {
    try (Store store = store()) {
      store.publishAll(
          Intake.inspect(file(TOCACHE, UCHIZA), DISTRICTS, KnownRelease.of(store)).deliveries());

      IntakeReport same = Intake.inspect(file(UCHIZA, TOCACHE), DISTRICTS, KnownRelease.of(store));
      assertThat(same.counts().unchanged()).isEqualTo(2);
      assertThat(same.counts().changesAnything()).isFalse();

      Path moved = file(row("221001", "Tocache", -76.55));
      IntakeReport less = Intake.inspect(moved, DISTRICTS, KnownRelease.of(store));
      assertThat(less.counts().changed()).isEqualTo(1);
      assertThat(less.counts().gone()).isEqualTo(1);
      assertThat(codes(less)).contains("regions_gone");
      assertThat(less.publishable()).isFalse();
      assertThat(
              Intake.inspect(moved, DISTRICTS.allowing(true, false), KnownRelease.of(store))
                  .publishable())
          .as("partial does not mean replace")
          .isFalse();
      assertThat(
              Intake.inspect(moved, DISTRICTS.allowing(false, true), KnownRelease.of(store))
                  .publishable())
          .isTrue();
    }
  }

  @Test
  void refusedRowsComeBackWithWhy() throws IOException {
    try (Store store = store()) {
      Path file = file(TOCACHE, row("999999", "Nada", -76.4));

      IntakeReport report = Intake.inspect(file, DISTRICTS, KnownRelease.of(store));

      assertThat(report.publishable()).isFalse();
      assertThat(report.counts().refused()).isEqualTo(1);
      assertThat(
              Intake.inspect(file, DISTRICTS.allowing(true, false), KnownRelease.of(store))
                  .publishable())
          .isTrue();
      assertThat(Files.readString(report.writeRefused(folder).orElseThrow()))
          .contains("999999", "problema")
          .doesNotContain("221001");
    }
  }

  @Test
  void aFileOfWhichNothingIsGoodIsReportedNotThrown() {
    try (Store store = store()) {
      IntakeReport report =
          Intake.inspect(file(row("999999", "Nada", -76.4)), DISTRICTS, KnownRelease.of(store));

      assertThat(report.publishable()).isFalse();
      assertThat(report.deliveries()).isEmpty();
    }
  }

  @Test
  void aNewSetIsNamedByConstants() {
    try (Store store = store()) {
      IntakeOptions options =
          IntakeOptions.named("cn")
              .as(new IntakeKind.Boundaries("native-communities"))
              .with(Map.of(), Map.of("set_name", "Comunidades nativas"));

      IntakeReport report =
          Intake.inspect(file(row("cn-1", "Shampuyacu", -77)), options, KnownRelease.of(store));
      store.publishAll(report.deliveries());

      assertThat(store.readLatest().catalogue().regionSet("native-communities").name().es())
          .isEqualTo("Comunidades nativas");
    }
  }
}
