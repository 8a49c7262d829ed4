package org.yunga.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yunga.core.store.geopackage.GeoPackageStore;
import org.yunga.geodata.reference.ReferenceData;

/**
 * {@code yunga load} in a process of its own, killed or out of disk: the store holds the old
 * release or the new one, whole, and the same order is obeyed afterwards.
 */
@Timeout(300)
class KilledLoadTest {

  /** Enough that publishing takes many pages, and few enough for a test. */
  private static final int PLOTS = 20_000;

  private static final int COLUMNS = 200;

  @TempDir private Path folder;
  private Path data;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    data = Files.createDirectories(folder.resolve("data"));
    try (GeoPackageStore store = GeoPackageStore.open(data)) {
      ReferenceData.install(store);
    }
    List<String> lines = new ArrayList<>(List.of("wkt,anio"));
    for (int i = 0; i < PLOTS; i++) {
      lines.add(square(-76.4 + i % COLUMNS * 0.002, -9.5 + i / COLUMNS * 0.002) + ",2023");
    }
    file = Files.write(folder.resolve("coca.csv"), lines);
  }

  private static String square(double west, double south) {
    return String.format(
        Locale.ROOT,
        "\"POLYGON((%1$.3f %2$.3f,%3$.3f %2$.3f,%3$.3f %4$.3f,%1$.3f %4$.3f,%1$.3f %2$.3f))\"",
        west,
        south,
        west + 0.001,
        south + 0.001);
  }

  private Process start() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx512m", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.addAll(List.of("org.yunga.web.Main", "load", file.toString(), "--yes"));
    command.addAll(List.of("--as=plots:coca_field", "--data=" + data));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private void killWhen(Process program, BooleanSupplier come) throws InterruptedException {
    while (program.isAlive() && !come.getAsBoolean()) {
      Thread.onSpinWait();
    }
    program.toHandle().destroyForcibly();
    program.waitFor();
  }

  private static void readUntil(Process program, String said) throws IOException {
    BufferedReader lines = program.inputReader(StandardCharsets.UTF_8);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.contains(said)) {
        return;
      }
    }
    throw new AssertionError("It never said '" + said + "'");
  }

  private long bytesOf(String name) {
    return data.resolve(name).toFile().length();
  }

  private long assertWhole() {
    try (GeoPackageStore store = GeoPackageStore.open(data)) {
      long release = store.latestReleaseNumber();
      assertThat(release).isBetween(1L, 2L);
      long plots =
          store.latestRelease().datasets().stream()
              .flatMap(dataset -> store.plotPacks(dataset.id()).stream())
              .mapToLong(pack -> pack.counts().plots())
              .sum();
      assertThat(plots).isEqualTo(release == 1 ? 0 : PLOTS);
      assertThat(store.audit().verify(Optional.empty()).findings()).isEmpty();
      return release;
    }
  }

  private void assertObeyedAfterwards() throws IOException, InterruptedException {
    Process again = start();
    String said = new String(again.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(again.waitFor()).as(said).isZero();
    assertThat(assertWhole()).isEqualTo(2);
  }

  @Test
  void killedWhileItReads() throws IOException, InterruptedException {
    Process program = start();
    // the store is open, and nothing is said before the whole file is read
    killWhen(program, () -> bytesOf("yunga.gpkg-shm") > 0);

    assertThat(assertWhole()).isEqualTo(1);
    assertObeyedAfterwards();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 200_000, 600_000, 1_000_000})
  void killedWhileItPublishes(long written) throws IOException, InterruptedException {
    Process program = start();
    readUntil(program, "Se publicará plots/coca");
    killWhen(program, () -> bytesOf("yunga.gpkg-wal") >= written);

    assertWhole();
    assertObeyedAfterwards();
  }

  @Test
  void killedWhenItIsDone() throws IOException, InterruptedException {
    Process program = start();
    readUntil(program, "Rige la entrega 2");
    killWhen(program, () -> true);

    assertThat(assertWhole()).isEqualTo(2);
    assertObeyedAfterwards();
  }

  /** A small file system of its own; where that may not be made (it needs root) it is skipped. */
  @Test
  void onAFullDiskItSaysSoAndLeavesTheStore() throws IOException, InterruptedException {
    Path disk = Files.createDirectories(folder.resolve("disk"));
    long room = bytesOf("yunga.gpkg") / 1024 + 500;
    assumeTrue(done("mount", "-t", "tmpfs", "-o", "size=" + room + "k", "tmpfs", disk.toString()));
    try {
      Files.copy(data.resolve("yunga.gpkg"), disk.resolve("yunga.gpkg"));
      data = disk;

      assertThat(assertRefused(start())).contains("No hay espacio en el disco");
      assertThat(assertWhole()).isEqualTo(1);
    } finally {
      done("umount", disk.toString());
    }
  }

  private static String assertRefused(Process program) throws IOException, InterruptedException {
    String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(program.waitFor()).as(said).isEqualTo(1);
    assertThat(said).doesNotContain("\tat ", "Error propio");
    return said;
  }

  private static boolean done(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.waitFor() == 0;
  }
}
