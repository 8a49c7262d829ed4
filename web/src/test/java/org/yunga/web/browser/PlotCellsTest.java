package org.yunga.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.yunga.core.monitor.Monitor;
import org.yunga.core.monitor.PlotTotals;
import org.yunga.core.snapshot.CurrentSnapshot;
import org.yunga.geodata.sample.SampleData;

/** Plots where they lie: cells from afar, each plot from near. */
class PlotCellsTest {

  private static final int PLOTS = 3_000;
  private static final String CELLS = "/?indicator=plots.coca_field&period=2024&cells=1";
  private static final String WHOLE = "POLYGON ((-83 -20, -67 -20, -67 2, -83 2, -83 -20))";
  private static final String QUESTION = "**/api/v1/plots?*";

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
  void cellsInSightHoldEveryPlotOfTheCountry() throws ParseException {
    Page page = app.laptop("/");

    page.getByTestId("cells-toggle").press("Enter");

    Locator sum = page.getByTestId("cells-sum");
    assertThat(page.getByTestId("cells-legend")).containsText("Celdas de");
    assertThat(sum).hasAttribute("data-plots", String.valueOf(plots("coca_field", 2024)));
    page.waitForURL(url -> url.contains("cells=1"));
  }

  private static long plots(String kind, int year) throws ParseException {
    return new Monitor(new CurrentSnapshot(app.store()).get())
        .plotsWithin(new WKTReader().read(WHOLE)).totals().rows().stream()
            .filter(row -> row.slot().kind().equals(kind) && row.slot().year() == year)
            .mapToLong(PlotTotals.Row::count)
            .sum();
  }

  @Test
  void fromNearEachPlotIsDrawn() {
    Page page = app.laptop(CELLS);
    page.getByTestId("cells-sum").waitFor();

    for (int i = 0; i < 6; i++) {
      page.locator(".leaflet-control-zoom-in").click();
      page.waitForTimeout(300); // Leaflet drops a click while it zooms
    }

    assertThat(page.getByTestId("cells-legend")).containsText("Cada parcela");
  }

  @Test
  void aQuestionUnderWayIsDroppedWhenTheMapMovesOn() {
    Page page = app.laptop("/?indicator=plots.coca_field&period=2024");
    AtomicInteger asked = new AtomicInteger();
    page.route(
        QUESTION,
        route -> {
          if (asked.incrementAndGet() > 1) {
            route.resume();
          }
        });
    Request dropped = page.waitForRequest(QUESTION, () -> page.getByTestId("cells-toggle").click());

    page.locator(".leaflet-control-zoom-in").click();

    page.getByTestId("cells-sum").waitFor();
    assertThat(dropped.failure()).isNotNull();
    page.unroute(QUESTION);
  }

  @Test
  void regionsComeBackWhenTheCellsGo() {
    Page page = app.phone(CELLS + "&lang=en");
    page.getByTestId("cells-legend").waitFor();

    page.getByTestId("cells-toggle").click();

    assertThat(page.getByTestId("cells-legend")).hasCount(0);
    assertThat(page.getByTestId("legend")).isVisible();
    assertThat(page.getByTestId("cells-toggle")).hasAttribute("aria-pressed", "false");
  }

  @Test
  void whatCannotBeReadIsSaidInWordsWithAWayOn() {
    Page page = app.laptop("/?indicator=plots.coca_field&period=2024");
    page.route(
        QUESTION,
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setStatus(200)
                    .setContentType("application/json")
                    .setBody("not JSON")));

    page.getByTestId("cells-toggle").click();

    assertThat(page.getByTestId("cells-legend")).containsText("No se pudo cargar");
    page.unroute(QUESTION);
    page.getByTestId("cells-legend").locator("button").click();
    assertThat(page.getByTestId("cells-sum")).isVisible();
  }
}
