package org.yunga.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yunga.core.figure.Figure;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.core.store.geopackage.GeoPackageStore;

/** {@code zonal} over a coarse raster of all Peru: class 1 in the north, 2 in the south. */
class ZonalCommandTest {

  private static final int CELLS = 120;

  @TempDir private Path folder;
  private String raster;

  @BeforeEach
  void write() {
    byte[][] cells = new byte[CELLS][CELLS];
    for (int row = 0; row < CELLS; row++) {
      Arrays.fill(cells[row], (byte) (row < CELLS / 2 ? 1 : 2));
    }
    raster =
        TinyGeoTiff.write(
                folder.resolve("perdida.tif"), cells, -82, 0.5, 14.0 / CELLS, 19.5 / CELLS)
            .toString();
  }

  private Outcome run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("zonal", raster, "--data", folder.toString()));
    all.addAll(List.of(arguments));
    return Outcome.run(all.toArray(String[]::new));
  }

  private Outcome loss(String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "--indicator",
                "forest_loss",
                "--series",
                "GEOBOSQUES",
                "--class",
                "1-2=1901-1902"));
    all.addAll(List.of(more));
    return run(all.toArray(String[]::new));
  }

  @Test
  void theClassesOfADepartmentAddUpToItsArea() {
    Outcome outcome = loss("--yes", "--source", "Prueba");

    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(outcome.out()).contains("100 %", "Fuera de todas", "50 nuevos");
    try (GeoPackageStore store = GeoPackageStore.open(folder)) {
      Snapshot snapshot = Snapshot.of(store.readLatest());
      for (Region region : snapshot.regions("departments")) {
        double sum =
            snapshot.figures(region.ref()).stream()
                .filter(figure -> figure.dataset().startsWith("figures/perdida-departments-"))
                .map(Figure::value)
                .mapToDouble(value -> value.orElseThrow())
                .sum();
        double area = ((Place.Boundary) region.place()).areaHectares();
        assertThat(sum).as(region.name()).isCloseTo(area, within(1e-9 * area));
      }
    }
    assertThat(loss("--yes", "--source", "Prueba").out()).contains("No hay nada nuevo");
  }

  @Test
  void aTrialPublishesNothing() {
    Outcome outcome = loss("--dry-run");

    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    try (GeoPackageStore store = GeoPackageStore.open(folder)) {
      assertThat(store.latestReleaseNumber()).isEqualTo(1);
    }
  }

  @Test
  void fractionsAreASharePerCell() {
    Outcome outcome =
        run(
            "--indicator",
            "forest_remaining",
            "--series",
            "GEOBOSQUES",
            "--fractions",
            "4",
            "--period",
            "1901",
            "--all",
            "--dry-run");

    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(outcome.out()).contains("San Martín (22)");
  }

  @ParameterizedTest
  @CsvSource({
    "--indicator forest_loss --series GEOBOSQUES, --fractions",
    "--indicator forest_loss --series GEOBOSQUES --class 1-3=2001-2002, 21=2021",
    "--indicator forest_loss --series GEOBOSQUES --class x, 21=2021",
    "--indicator forest_loss --series GEOBOSQUES --class 1=2001 --class 2=2001, 21=2021",
    "--indicator forest_loss --series GEOBOSQUES --fractions 0 --period 2001, mayor que 0",
    "--indicator families --series GEOBOSQUES --class 1=2001, coca_area",
    "--indicator coca_leaf_price --series GEOBOSQUES --class 1=2001, forest_loss",
    "--indicator coca_dependence --series GEOBOSQUES --class 1=2001, forest_loss",
    "--indicator forest_loss --series NADIE --class 1=2001, GEOBOSQUES",
    "--indicator forest_loss --series GEOBOSQUES --class 1=2001 --region-set states, departments",
    "--indicator forest_loss --series GEOBOSQUES --class 1=2001, rechazos",
    "--indicator forest_loss --series GEOBOSQUES --class 1=1901, --yes"
  })
  void aWrongOrderSaysWhatIsAllowed(String order, String named) {
    Outcome outcome = run(order.split(" "));

    assertThat(outcome.exitCode()).isNotZero();
    assertThat(outcome.err()).contains(named);
  }
}
