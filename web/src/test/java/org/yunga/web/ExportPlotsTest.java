package org.yunga.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yunga.core.plot.Plot;
import org.yunga.core.store.geopackage.GeoPackageStore;

/** {@code yunga export --plots}: what was loaded comes out, and goes in again. */
class ExportPlotsTest {

  private static final String PLOTS =
      "wkt,anio\n"
          + "\"POLYGON((-76.123456 -9.3,-76.122456 -9.3,-76.122456 -9.299,-76.123456 -9.3))\",2022\n"
          + "\"POLYGON((-76 -9.3,-75.999 -9.3,-75.999 -9.299,-76 -9.299,-76 -9.3))\",2023\n"
          + "\"POLYGON((-75.9 -9.3,-75.899 -9.3,-75.899 -9.299,-75.9 -9.299,-75.9 -9.3),"
          + "(-75.8998 -9.2998,-75.8996 -9.2998,-75.8996 -9.2996,-75.8998 -9.2998))\",2023\n";

  @TempDir private static Path data;

  @TempDir private Path folder;

  @BeforeAll
  static void load() throws IOException {
    Path file = Files.writeString(data.resolve("coca.csv"), PLOTS);
    assertThat(load(file, data).exitCode()).isZero();
  }

  private static Outcome load(Path file, Path into, String... more) {
    List<String> all =
        new ArrayList<>(
            List.of("load", file.toString(), "--as=plots:coca_field", "--yes", "--data=" + into));
    all.addAll(List.of(more));
    return Outcome.run(all.toArray(String[]::new));
  }

  private static Outcome export(String kind, Path file, String... more) {
    List<String> all =
        new ArrayList<>(List.of("export", "--plots", kind, "--out", file.toString()));
    all.add("--data=" + data);
    all.addAll(List.of(more));
    return Outcome.run(all.toArray(String[]::new));
  }

  private static List<String> plots(Path folder) {
    List<String> plots = new ArrayList<>();
    try (GeoPackageStore store = GeoPackageStore.open(folder)) {
      store.latestRelease().datasets().stream()
          .filter(dataset -> dataset.key().startsWith("plots/"))
          .forEach(dataset -> store.plots(dataset.id()).forEach(plot -> plots.add(text(plot))));
    }
    return plots;
  }

  private static String text(Plot plot) {
    return plot.kind() + " " + plot.year() + " " + plot.value() + " " + plot.geometry().norm();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpkg", "geojson", "fgb", "zip", "kml", "csv"})
  void everyFormatComesBackAsTheSamePlots(String extension) {
    Path file = folder.resolve("plots." + extension);
    Outcome exported = export("coca_field", file);
    assertThat(exported.exitCode()).as(exported.err()).isZero();
    assertThat(exported.out()).contains("3 parcelas", "no es público");

    Outcome loaded = load(file, folder.resolve("again"));

    assertThat(loaded.exitCode()).as(loaded.out() + loaded.err()).isZero();
    assertThat(plots(folder.resolve("again"))).hasSize(3).hasSameElementsAs(plots(data));
  }

  @Test
  void aYearIsExportedAlone() throws IOException {
    Path file = folder.resolve("plots.geojson");

    assertThat(export("coca_field", file, "--period", "2022").out()).contains("1 parcelas");
    assertThat(Files.readString(file)).contains("-76.123456").doesNotContain("2023");
  }

  @Test
  void aWrongOrderSaysWhatIsAllowedAndWritesNothing() throws IOException {
    Path there = Files.writeString(folder.resolve("plots.csv"), "mine");

    assertThat(export("cocoa", folder.resolve("a.csv")).err()).contains("coca_field");
    assertThat(export("coca_field", there).err()).contains("--force");
    assertThat(export("coca_field", folder.resolve("a.doc")).err()).contains("gpkg");
    assertThat(there).hasContent("mine");
    assertThat(folder.resolve("a.csv")).doesNotExist();
  }
}
