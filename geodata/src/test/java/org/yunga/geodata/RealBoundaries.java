package org.yunga.geodata;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * The boundary files of INEI, which Yunga does not ship: tests take them from the folder that the
 * system property or the environment variable {@code YUNGA_BOUNDARIES} names. Without it they are
 * skipped; with {@code YUNGA_REQUIRE_ALL=true} they fail.
 */
public final class RealBoundaries {

  private static final String NAME = "YUNGA_BOUNDARIES";

  private RealBoundaries() {}

  /** A file of the folder; skips or fails the test without it. */
  public static Path file(String fileName) {
    String folder = System.getProperty(NAME, System.getenv(NAME));
    if (folder != null && Files.isRegularFile(Path.of(folder, fileName))) {
      return Path.of(folder, fileName);
    }
    String message =
        fileName
            + " is not there: set "
            + NAME
            + " to a folder with the files of github.com/juaneladio/peru-geojson";
    if ("true".equals(System.getenv("YUNGA_REQUIRE_ALL"))) {
      Assertions.fail(message);
    }
    Assumptions.abort(message);
    return null;
  }
}
