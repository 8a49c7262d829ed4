package org.yunga.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.plot.Plot;
import org.yunga.core.store.geopackage.GeoPackageStore;
import org.yunga.geodata.reference.ReferenceData;

/** Real plots beside real figures: coca stays what is seen first, and few plots are not told. */
class WithheldMapTest {

  /** Five fields in San Martín, which are told, and two in Huánuco, which are not. */
  private static final List<Plot> PLOTS =
      Stream.concat(
              Stream.of(-76.50, -76.49, -76.48, -76.47, -76.46).map(lon -> field(lon, -6.5)),
              Stream.of(-76.00, -75.99).map(lon -> field(lon, -9.3)))
          .toList();

  @TempDir private static Path folder;

  private static RunningApp app;

  private static Plot field(double west, double south) {
    Envelope box = new Envelope(west, west + 0.0007, south, south + 0.0007);
    return new Plot("coca_field", 2023, new GeometryFactory().toGeometry(box));
  }

  @BeforeAll
  static void start() {
    app = new RunningApp(folder, WithheldMapTest::fill);
  }

  /** The reference data and a few plots that are no sample. */
  static void fill(GeoPackageStore store) {
    ReferenceData.install(store);
    store.publish(
        Delivery.ofPlots(
            Dataset.of("plots/test", "Prueba", "Prueba", "CC0", "p", "ef".repeat(32)),
            PLOTS::forEach));
  }

  @AfterAll
  static void stop() {
    if (app != null) {
      app.close();
    }
  }

  @AfterEach
  void nothingToComplainOf() {
    app.assertNoComplaints();
  }

  @Test
  void plotsDoNotChangeTheFirstView() {
    Page page = app.laptop("/");

    assertThat(page.locator("h1")).containsText("Superficie de coca");
    assertThat(page.getByTestId("synthetic")).isHidden();
  }

  @Test
  void fewPlotsAreHatchedAndSaidToBeWithheld() {
    Page page = app.laptop("/?indicator=plots.coca_field&region=10");

    assertThat(page.getByTestId("story-name")).hasText("Huánuco");
    assertThat(page.getByTestId("story-value")).hasText("Reservado");
    assertThat(page.getByTestId("story")).containsText("señalaría a las familias");
    assertThat(page.getByTestId("legend")).containsText("Reservado");
    assertThat(page.locator("#map path[fill='url(#fill-withheld)']")).not().hasCount(0);
  }
}
