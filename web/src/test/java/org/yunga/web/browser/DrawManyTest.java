package org.yunga.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yunga.geodata.sample.SampleData;

/** The ground around, and several areas at once: side by side, or all as one. */
class DrawManyTest {

  private static final int PLOTS = 3_000;
  private static final String TWO_SQUARES =
      """
      {"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"nombre": "Monzón"}, "geometry": {"type": "Polygon",
          "coordinates": [[[-76.5, -9.4], [-76, -9.4], [-76, -9], [-76.5, -9], [-76.5, -9.4]]]}},
        {"type": "Feature", "properties": {"nombre": "Pichis"}, "geometry": {"type": "Polygon",
          "coordinates": [[[-75.2, -10.4], [-74.8, -10.4], [-74.8, -10], [-75.2, -10],
            [-75.2, -10.4]]]}}]}
      """;

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
  void aPointInTheAddressIsAskedAboutWithTheGroundAroundIt() {
    Page page = app.phone("/?draw=-75.9,-9.2*20km");

    double disc = Math.PI * 20 * 20 * 100;
    assertThat(area(page)).isCloseTo(disc, within(disc * 0.005));
    assertThat(page.locator("#draw-area")).containsText("20 km");
  }

  @Test
  void theDistanceIsTypedAndKeptInTheAddress() {
    Page page = app.laptop("/?draw=departments/10");
    double alone = area(page);

    page.getByTestId("draw-km").fill("7,5");

    assertThat(page.locator("#draw-area")).containsText("7.5 km");
    assertThat(area(page)).isGreaterThan(alone);
    page.waitForURL(url -> url.endsWith("draw=departments/10*7.5km"));
  }

  @Test
  void whatIsNoDistanceIsToldAndNotAsked() {
    Page page = app.laptop("/?draw=departments/10");
    area(page);

    page.getByTestId("draw-km").fill("500");

    assertThat(page.getByTestId("draw-panel")).containsText("100");
    assertThat(page.getByTestId("draw-km")).hasAttribute("aria-invalid", "true");
    assertThat(page.getByTestId("draw-error")).hasCount(0);
  }

  @Test
  void regionsStandSideBySideOrCountAsOne() {
    Page page = app.laptop("/?compare=regions/10,22");
    page.getByTestId("compare-draw").click();
    double huanuco = area(page);
    Locator rows = page.locator("[data-testid=draw-compare] tbody tr");
    assertThat(rows).hasCount(2);
    rows.nth(1).locator("button").press("Enter");
    double sanMartin = area(page);

    page.getByTestId("draw-union").check();

    assertThat(page.getByTestId("draw-compare")).hasCount(0);
    assertThat(area(page)).isCloseTo(huanuco + sanMartin, within(1.0));
    page.waitForURL(url -> url.endsWith("*union"));
  }

  @Test
  void regionsArePickedOnTheMapAndAnAreaIsDrawnBesideThem() {
    Page page = app.laptop("/");
    page.getByTestId("draw-open").click();
    page.getByTestId("draw-pick").click();
    BoundingBox map = page.locator("#map").boundingBox();

    page.mouse().click(map.x + map.width * 0.55, map.y + map.height * 0.25);
    page.waitForURL(url -> url.endsWith("draw=departments/16"));
    page.mouse().click(map.x + map.width * 0.56, map.y + map.height * 0.75);

    assertThat(page.locator("[data-testid=draw-picked] button")).hasCount(2);
    Locator compared = page.locator("[data-testid=draw-compare] tbody tr");
    assertThat(compared).hasCount(2);

    page.getByTestId("draw-pick").click();
    for (double[] corner : new double[][] {{0.3, 0.5}, {0.4, 0.5}, {0.4, 0.6}}) {
      page.mouse().click(map.x + map.width * corner[0], map.y + map.height * corner[1]);
    }

    assertThat(compared).hasCount(3);
    page.getByTestId("draw-finish").click();
    assertThat(page).hasURL(Pattern.compile("draw=(-?[\\d.]+,){6}departments/"));
    page.navigate(page.url());
    assertThat(compared).hasCount(3);
    assertThat(page.locator("[data-testid=draw-picked] button")).hasCount(2);
  }

  @Test
  void eachPolygonOfAFileIsAnsweredAndTakenAway() throws IOException {
    Page page = app.laptop("/");
    page.getByTestId("draw-open").click();

    page.getByTestId("draw-upload")
        .setInputFiles(
            new FilePayload(
                "valles.geojson",
                "application/geo+json",
                TWO_SQUARES.getBytes(StandardCharsets.UTF_8)));

    Locator compare = page.getByTestId("draw-compare");
    assertThat(compare.locator("tbody tr")).hasCount(2);
    assertThat(compare).containsText("Pichis");
    Download download =
        page.waitForDownload(() -> page.getByTestId("draw-download-geojson").click());
    Path file = folder.resolve(download.suggestedFilename());
    download.saveAs(file);
    assertThat(Files.readString(file)).contains("\"FeatureCollection\"", "Monzón", "Pichis");
  }

  @Test
  void theOutlineOfAPickedRegionIsTakenAwayWhole() throws IOException {
    Page page = app.laptop("/?draw=departments/10");
    area(page);

    Download download =
        page.waitForDownload(() -> page.getByTestId("draw-download-geojson").click());
    Path file = folder.resolve("huanuco.geojson");
    download.saveAs(file);

    assertThat(Files.readString(file)).contains("\"code\":\"10\"", "Polygon\"");
  }

  private static double area(Page page) {
    Locator area = page.getByTestId("draw-area");
    area.waitFor();
    assertThat(page.getByTestId("draw-results")).hasAttribute("aria-busy", "false");
    return Double.parseDouble(area.getAttribute("data-hectares"));
  }
}
