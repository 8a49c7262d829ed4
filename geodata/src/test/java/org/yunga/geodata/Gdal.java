package org.yunga.geodata;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Runs GDAL's commands; tests that need it are skipped without, unless YUNGA_REQUIRE_ALL=true. */
public final class Gdal {

  private Gdal() {}

  /** Skips or fails the test where GDAL is not installed. */
  public static void require() {
    try {
      run("gdalinfo", "--version");
    } catch (IllegalStateException e) {
      String message = "GDAL is not installed (apt install gdal-bin)";
      if ("true".equals(System.getenv("YUNGA_REQUIRE_ALL"))) {
        Assertions.fail(message, e);
      }
      Assumptions.abort(message);
    }
  }

  /** Output of a command that succeeds. */
  public static String run(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int status = process.waitFor();
      if (status != 0) {
        throw new IllegalStateException(String.join(" ", command) + ": " + output);
      }
      return output;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
