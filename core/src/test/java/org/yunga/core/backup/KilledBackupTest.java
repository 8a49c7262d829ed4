package org.yunga.core.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yunga.core.store.geopackage.GeoPackageStore;

/** Killed at any moment, what stands under its name is whole; the next one takes away the rest. */
class KilledBackupTest {

  private static final int KILLS = Integer.getInteger("yunga.kills", 6);
  private static final long SEED = Long.getLong("yunga.seed", 2026);

  @TempDir private Path folder;

  @Test
  void killedAtAnyMomentItLeavesNothingHalf() throws Exception {
    Path store = folder.resolve("store");
    try (GeoPackageStore open = GeoPackageStore.open(store)) {
      BackupWorld.fill(open);
    }
    Random random = new Random(SEED);
    int leftSomething = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      runAndKill(store, random);
      leftSomething += hidden(store) + hidden(backups()) > 0 ? 1 : 0;
      for (Path backup : visible(backups())) {
        BackupWorld.restore(backup).check(folder.resolve("check"));
      }
      for (Path restored : visible(restored())) {
        if (GeoPackageStore.isIn(restored)) {
          try (GeoPackageStore there = GeoPackageStore.open(restored);
              GeoPackageStore from = GeoPackageStore.open(store)) {
            BackupWorld.assertSame(there, from);
          }
        } else {
          leftSomething++;
          BackupWorld.restore(backups().resolve(restored.getFileName())).into(restored);
        }
      }
    }
    assertThat(leftSomething).as("kills in the middle, seed " + SEED).isPositive();
    try (GeoPackageStore open = GeoPackageStore.open(store)) {
      BackupWorld.backup(backups(), store, Seal.NONE).make(open, "geopackage");
    }
    assertThat(hidden(store) + hidden(backups())).isZero();
  }

  private Path backups() {
    return folder.resolve("backups");
  }

  private Path restored() {
    return folder.resolve("restored");
  }

  private static List<Path> visible(Path in) throws IOException {
    if (!Files.isDirectory(in)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(in)) {
      return files.filter(file -> !file.getFileName().toString().startsWith(".")).toList();
    }
  }

  private static long hidden(Path in) throws IOException {
    if (!Files.isDirectory(in)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(in)) {
      return files.filter(file -> file.getFileName().toString().startsWith(".")).count();
    }
  }

  private void runAndKill(Path store, Random random) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                BackupLoop.class.getName(),
                store.toString(),
                backups().toString(),
                restored().toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    int lines = 1 + random.nextInt(3); // before the first backup, the first restore, the next one
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (int i = 0; i < lines; i++) {
        assertThat(out.readLine()).as("the program runs").isNotNull();
      }
      LockSupport.parkNanos(random.nextInt(300_000_000)); // and somewhere in the middle of it
      process.toHandle().destroyForcibly();
      process.waitFor();
    }
  }
}
