package org.yunga.geodata.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * GDAL as the oracle of formats. Tests are skipped where it is not installed, unless {@code
 * YUNGA_REQUIRE_ALL} is {@code true}.
 */
public final class Gdal {

  private Gdal() {}

  /** All that {@code ogrinfo} says of all layers; it must neither fail nor warn. */
  public static String info(Path file) {
    require();
    String name = file.toString().endsWith(".zip") ? "/vsizip/" + file : file.toString();
    String text = run("ogrinfo", "-ro", "-al", name);
    assertThat(text).doesNotContain("Warning", "ERROR");
    return text;
  }

  /** Converts a file. */
  public static void convert(Path from, String driver, Path to, String... options) {
    require();
    List<String> command = new ArrayList<>(List.of("ogr2ogr", "-f", driver));
    command.addAll(List.of(options));
    command.addAll(List.of(to.toString(), from.toString()));
    run(command.toArray(String[]::new));
  }

  /** Skips the test, or fails it, where GDAL is missing. */
  public static void require() {
    boolean present = runs("ogrinfo", "--version");
    if ("true".equals(System.getenv("YUNGA_REQUIRE_ALL"))) {
      Assertions.assertTrue(present, "gdal-bin is not installed");
    }
    Assumptions.assumeTrue(present, "gdal-bin is not installed");
  }

  private static boolean runs(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a command says, errors included; it must succeed. */
  public static String run(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as("%s", text).isZero();
      return text;
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(String.join(" ", command), e);
    }
  }
}
