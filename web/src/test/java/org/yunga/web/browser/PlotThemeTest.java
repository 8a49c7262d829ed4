package org.yunga.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yunga.core.monitor.Monitor;
import org.yunga.core.monitor.PlotTotals;
import org.yunga.core.snapshot.CurrentSnapshot;
import org.yunga.geodata.sample.SampleData;

/** Plots are a theme of the map like any other: chosen in the sentence, coloured, ranked, told. */
class PlotThemeTest {

  private static final int PLOTS = 3_000;

  @TempDir private static Path folder;

  private static RunningApp app;

  @BeforeAll
  static void start() {
    SampleData sample = new SampleData();
    app =
        new RunningApp(
            folder,
            store ->
                store.publishAll(
                    List.of(sample.words(), sample.delivery(PLOTS, 1, sample.plots(PLOTS, 1)))));
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
  void aStoreOfPlotsOpensOnTheirMapAndSaysThatTheyAreSynthetic() {
    Page page = app.laptop("/");

    assertThat(page.getByTestId("synthetic")).isVisible();
    assertThat(page.locator("h1")).containsText("Superficie de campos de coca");
    assertThat(page.getByTestId("sentence-series")).containsText("datos sintéticos");
    assertThat(page.locator("#map path.leaflet-interactive")).not().hasCount(0);
    assertThat(page.getByTestId("legend")).containsText("Cero");
  }

  /** Made-up plots may be read: all that the total counts are listed. */
  @Test
  void aTotalTellsItsMethodItsBorderAndItsPlots() {
    Page page = app.laptop("/?indicator=plots.coca_field&region=22&explain=1");
    String count =
        page.getByTestId("explain-border").textContent().replaceAll("^\\D*(\\d+)\\D.*$", "$1");

    assertThat(page.getByTestId("explain-making")).containsText("áreas iguales");
    assertThat(page.getByTestId("plots-inside").locator("tbody tr[data-counts=true]"))
        .hasCount(Integer.parseInt(count));
    assertThat(page.getByTestId("explain-dataset")).containsText("SHA-256");
    assertThat(page.getByTestId("explain-release")).containsText("Entrega");
  }

  @Test
  void theListAddsUpToTheTotalsOfTheEngineInEveryYear() {
    Page page = app.laptop("/?indicator=plots.titled_parcel&period=2022");
    Locator slider = page.getByTestId("time-slider");

    for (int year = 2022; year <= 2024; year++) {
      assertThat(page.getByTestId("sentence-period")).containsText(String.valueOf(year));
      // every label is rounded to a tenth, and large ones to a whole
      assertThat(ShownNumbers.sumOfList(page))
          .isCloseTo(hectares("titled_parcel", year), within(13.0));
      slider.press("ArrowRight");
    }
  }

  private static double hectares(String kind, int year) {
    return new Monitor(new CurrentSnapshot(app.store()).get())
        .plotsByRegion("departments").regions().stream()
            .flatMap(region -> region.totals().stream())
            .flatMap(totals -> totals.rows().stream())
            .filter(row -> row.slot().kind().equals(kind) && row.slot().year() == year)
            .mapToDouble(PlotTotals.Row::hectares)
            .sum();
  }

  @Test
  void theNumberOfPlotsIsChosenInTheSentenceAndDrawnAsCircles() {
    Page page = app.laptop("/");

    page.getByTestId("sentence-indicator").press("Enter");
    page.locator("[data-value='plots.coca_field.count']").click();
    AppBrowser.ready(page);

    assertThat(page.locator("h1")).containsText("Número de campos de coca");
    assertThat(page.locator("#map .is-circle")).not().hasCount(0);
    assertThat(page).hasURL(Pattern.compile("indicator=plots\\.coca_field\\.count"));
  }

  @Test
  void aRegionTellsHectaresPlotsAndYearsAndIsKeptInTheAddress() {
    Page page = app.phone("/?region=10&indicator=plots.coca_field&period=2020&lang=en");

    assertThat(page.getByTestId("story-name")).hasText("Huánuco");
    assertThat(page.locator(".story .large")).containsText("ha");
    assertThat(page.getByTestId("story-sentences")).containsText("plots;");
    assertThat(page.locator(".story .chart")).isVisible();
    assertThat(page.locator("h1")).containsText("according to synthetic data");
  }

  @Test
  void whatLiesOutsideAllRegionsIsTold() {
    Page page = app.laptop("/");

    assertThat(page.getByTestId("story")).containsText("uera de");
  }

  @Test
  void whatIsShownComesAsGeoJson() throws Exception {
    Page page = app.laptop("/?period=2021");

    Download download =
        page.waitForDownload(() -> page.getByTestId("download-geojson").first().click());
    Path file = folder.resolve(download.suggestedFilename());
    download.saveAs(file);

    assertThat(file.getFileName().toString())
        .isEqualTo("yunga-plots-coca_field-departments-2021.geojson");
    assertThat(Files.readString(file)).contains("\"synthetic\":true", "\"hectares\":");
  }
}
