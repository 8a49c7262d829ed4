package org.yunga.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.List;
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

/** The planner draws an area, or comes with one, and reads what lies in it. */
class DrawAreaTest {

  private static final int PLOTS = 3_000;
  private static final String VALLEY = "-76.5,-9.6,-75.4,-9.6,-75.4,-8.7,-76.5,-8.7";
  private static final String VALLEY_WKT =
      "POLYGON ((-76.5 -9.6, -75.4 -9.6, -75.4 -8.7, -76.5 -8.7, -76.5 -9.6))";

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
  void threeClicksMakeAnAreaWithItsTotals() {
    Page page = app.laptop("/");
    page.getByTestId("draw-open").click();
    page.getByTestId("draw-panel").waitFor();
    BoundingBox map = page.locator("#map").boundingBox();

    click(page, map, 0.45, 0.40);
    click(page, map, 0.60, 0.40);
    click(page, map, 0.55, 0.60);
    page.getByTestId("draw-finish").click();

    Locator area = page.getByTestId("draw-area");
    area.waitFor();
    assertThat(Double.parseDouble(area.getAttribute("data-hectares"))).isPositive();
    page.waitForURL(url -> url.contains("draw="));
  }

  @Test
  void anAreaInTheAddressShowsTheTotalsOfTheEngine() throws ParseException {
    PlotTotals.Row expected =
        new Monitor(new CurrentSnapshot(app.store()).get())
            .plotsWithin(new WKTReader().read(VALLEY_WKT)).totals().rows().stream()
                .filter(row -> row.slot().kind().equals("coca_field") && row.slot().year() == 2024)
                .findFirst()
                .orElseThrow();

    Page page = app.laptop("/?draw=" + VALLEY);

    Locator cell =
        page.locator("[data-testid=draw-total][data-kind=coca_field][data-year='2024']").first();
    cell.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    assertThat(cell.getAttribute("data-count")).isEqualTo(String.valueOf(expected.count()));
    assertThat(expected.count()).isPositive();
    assertThat(Double.parseDouble(cell.getAttribute("data-hectares")))
        .isCloseTo(expected.hectares(), within(1e-7));
    BoundingBox legend = page.getByTestId("legend").boundingBox();
    for (Locator corner : page.locator(".draw-handle").all()) {
      assertThat(corner.boundingBox().x).isGreaterThan(legend.x + legend.width);
    }
  }

  @Test
  void whatTheServerSaysOfAnAreaIsShown() {
    Page page = app.laptop("/?draw=-66,-12,-65,-12,-65,-11");

    assertThat(page.getByTestId("draw-warning").textContent())
        .contains("fuera de los límites de Perú");
    page.getByTestId("lang-en").click();
    page.getByText("outside of the limits of Perú").waitFor();
    page.navigate(app.address() + "/?draw=" + VALLEY);
    page.getByTestId("draw-area").waitFor();
    assertThat(page.getByTestId("draw-warning").count()).isZero();
  }

  @Test
  void aRegionIsChosenWithoutAMouse() {
    Page page = app.phone("/");
    page.getByTestId("draw-open").press("Enter");
    page.getByTestId("draw-region").selectOption("10");
    page.getByTestId("draw-use-region").press("Enter");

    page.getByTestId("draw-area").waitFor();
    assertThat(Double.parseDouble(page.getByTestId("draw-area").getAttribute("data-hectares")))
        .isCloseTo(3_644_000, within(10_000.0));
  }

  private static void click(Page page, BoundingBox map, double right, double down) {
    page.mouse().click(map.x + map.width * right, map.y + map.height * down);
    page.waitForTimeout(350); // two quick clicks would be a double click, which closes the area
  }
}
