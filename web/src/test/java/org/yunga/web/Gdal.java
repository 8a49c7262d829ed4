package org.yunga.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * GDAL as the oracle of what the program gives. Tests are skipped where it is not installed, unless
 * {@code YUNGA_REQUIRE_ALL} is {@code true}.
 */
public final class Gdal {

  private Gdal() {}

  /** All that {@code ogrinfo} says; it must neither fail nor warn. */
  public static String info(String name, String... options) {
    String[] command = new String[options.length + 4];
    command[0] = "ogrinfo";
    command[1] = "-ro";
    command[2] = "-al";
    System.arraycopy(options, 0, command, 3, options.length);
    command[command.length - 1] = name;
    String text = run(command);
    assertThat(text).as(name).doesNotContain("Warning", "ERROR");
    return text;
  }

  private static String run(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as("%s", text).isZero();
      return text;
    } catch (IOException e) {
      if ("true".equals(System.getenv("YUNGA_REQUIRE_ALL"))) {
        Assertions.fail("gdal-bin is not installed", e);
      }
      return Assumptions.abort("gdal-bin is not installed");
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
