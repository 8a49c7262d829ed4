package org.yunga.core.store.geopackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yunga.core.Fixtures.SAN_MARTIN;
import static org.yunga.core.Fixtures.UCAYALI;
import static org.yunga.core.Fixtures.bounded;
import static org.yunga.core.Fixtures.dataset;
import static org.yunga.core.Fixtures.figure;
import static org.yunga.core.Fixtures.figures;
import static org.yunga.core.Fixtures.ref;
import static org.yunga.core.Fixtures.reference;
import static org.yunga.core.Fixtures.region;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.store.Store;

/**
 * The file as GDAL sees it, and with it QGIS. Skipped where GDAL is not installed, unless {@code
 * YUNGA_REQUIRE_ALL} is {@code true}.
 */
class GdalTest {

  /** Not the first on the path: GDAL's Python belongs to the system's one. */
  private static final String SYSTEM_PYTHON = "/usr/bin/python3";

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void publish() {
    try (GeoPackageStore store = GeoPackageStore.open(folder)) {
      file = store.file();
      fill(store);
    }
  }

  private static void fill(Store store) {
    store.publish(
        reference(
            bounded(SAN_MARTIN, "San Martín", triangle(-76)),
            bounded(UCAYALI, "Ucayali", triangle(-74)),
            region(ref("zones/vraem"), "VRAEM")));
    store.publish(
        Delivery.ofRegions(
            dataset("boundaries/departments", 1),
            List.of(bounded(SAN_MARTIN, "SAN MARTIN", triangle(-76.5)))));
    store.publish(
        Delivery.ofRegions(
            dataset("boundaries/districts", 1),
            List.of(bounded(ref("districts/221003"), "Uchiza", triangle(-76)))));
    store.publish(figures(1, figure(SAN_MARTIN, "coca", "2024", "OPD", 2114)));
  }

  private static String triangle(double west) {
    return "MULTIPOLYGON (((%1$s -8, %2$s -8, %2$s -7, %1$s -8)))".formatted(west, west + 1);
  }

  @ParameterizedTest
  @CsvSource({"departments, 2", "districts, 1"})
  void listsALayerForEachSetWithBoundaries(String layer, int features) {
    require(runs("ogrinfo", "--version"), "ogrinfo (gdal-bin)");

    assertThat(run("ogrinfo", "-ro", "-so", file.toString(), layer))
        .contains(
            "Layer name: " + layer,
            "Geometry: Multi Polygon",
            "Feature Count: " + features,
            "ID[\"EPSG\",4326]",
            "FID Column = OGC_FID",
            "Geometry Column = geom",
            "code: String",
            "name: String",
            "area_ha: Real")
        .doesNotContain("Warning", "ERROR");
  }

  @Test
  void listsNoLayerForSetsWithoutBoundaries() {
    require(runs("ogrinfo", "--version"), "ogrinfo (gdal-bin)");

    assertThat(run("ogrinfo", "-ro", "-so", file.toString()))
        .contains("departments (Multi Polygon)", "districts (Multi Polygon)")
        .doesNotContain("zones", "Warning", "ERROR");
  }

  /** Natural Earth's outline is there too, but the one that was loaded holds. */
  @Test
  void showsTheBoundaryThatHolds() {
    require(runs("ogrinfo", "--version"), "ogrinfo (gdal-bin)");

    assertThat(run("ogrinfo", "-ro", file.toString(), "departments", "-where", "code = '22'"))
        .contains("((-76.5 -8,", "Feature Count: 1");
  }

  @Test
  void readsFiguresAsATable() {
    require(runs("ogrinfo", "--version"), "ogrinfo (gdal-bin)");

    assertThat(run("ogrinfo", "-ro", file.toString(), "figure"))
        .contains("Geometry: None", "value (Real) = 2114", "region_code (String) = 22");
  }

  @Test
  void passesTheValidator() {
    String[] validator = {SYSTEM_PYTHON, "-m", "osgeo_utils.samples.validate_gpkg"};
    require(runs(SYSTEM_PYTHON, "-c", "import osgeo_utils.samples.validate_gpkg"), "python3-gdal");

    assertThat(
            run(
                Stream.concat(Stream.of(validator), Stream.of("-k", file.toString()))
                    .toArray(String[]::new)))
        .isEmpty();
  }

  private static void require(boolean present, String what) {
    if ("true".equals(System.getenv("YUNGA_REQUIRE_ALL"))) {
      Assertions.assertTrue(present, what + " is not installed");
    }
    Assumptions.assumeTrue(present, what + " is not installed");
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
  private static String run(String... command) {
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
