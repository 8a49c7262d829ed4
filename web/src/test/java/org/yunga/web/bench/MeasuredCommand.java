package org.yunga.web.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Commands that end by themselves, and what they take: milliseconds from order to end, and the most
 * memory that their process had at a time, as Linux tells it (its resident set, Java's own and that
 * of SQLite with it).
 */
final class MeasuredCommand {

  private static final int LOOK_MILLIS = 10;
  private static final double KIB_PER_MB = 1e6 / 1024;
  private static final String PEAK = "VmHWM:";

  private final Samples millis = new Samples();
  private final Samples megabytes = new Samples();

  Samples millis() {
    return millis;
  }

  /** Empty where the system does not tell. */
  Samples megabytes() {
    return megabytes;
  }

  /**
   * Runs one.
   *
   * @throws IllegalStateException with what it said when it failed
   */
  void run(List<String> command) throws Exception {
    Path said = Files.createTempFile("yunga-bench", ".txt");
    try {
      long start = System.nanoTime();
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      long peak = 0;
      do {
        peak = Math.max(peak, peakKib(process.pid()));
      } while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS));
      millis.add((System.nanoTime() - start) / 1e6);
      if (process.exitValue() != 0) {
        throw new IllegalStateException(command + "\n" + Files.readString(said));
      }
      megabytes.add(peak / KIB_PER_MB);
    } finally {
      Files.delete(said);
    }
  }

  /** Only grows while a process lives; 0 when it has ended, or the system has no such file. */
  private static long peakKib(long process) {
    try {
      return Files.readAllLines(Path.of("/proc/" + process + "/status")).stream()
          .filter(line -> line.startsWith(PEAK))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
