package org.yunga.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yunga.geodata.reference.ReferenceData;
import org.yunga.web.Gdal;

/** The paths of the first version through the map app, with the reference data alone. */
class MapAppTest {

  /** National totals as published (DEVIDA-OPD), in hectares. */
  private static final Map<Integer, Double> PUBLISHED_COCA =
      new TreeMap<>(
          Map.of(
              2018, 54_134.0, 2019, 54_655.0, 2020, 61_777.0, 2021, 80_681.0, 2022, 95_008.0, 2023,
              92_784.0, 2024, 89_755.0));

  @TempDir private static Path folder;

  private static RunningApp app;

  @BeforeAll
  static void start() {
    app = new RunningApp(folder, ReferenceData::install);
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
  void opensOnCocaByDepartmentInTheLatestYear() {
    Page page = app.laptop("/");

    assertThat(page.locator("h1")).containsText("Superficie de coca");
    assertThat(page.getByTestId("sentence-period")).containsText("2024");
    assertThat(page.getByTestId("sentence-series")).containsText("DEVIDA-OPD");
    assertThat(page.getByTestId("legend")).containsText("No vigilado");
    assertThat(ShownNumbers.ofRegion(page, "05")).isEqualTo("18,749");
    assertThat(page.locator("#map path.leaflet-interactive")).not().hasCount(0);
  }

  @Test
  void showsTheTitlesProgrammedFor2015() {
    Page page =
        app.laptop("/?indicator=land_titles&region-set=departments&measure=target&period=2015");

    assertThat(ShownNumbers.ofRegion(page, "22")).isEqualTo("12,200");
    assertThat(page.getByTestId("total")).containsText("26,000");
  }

  @Test
  void showsTheBudgetProgrammedFor2015() {
    Page page = app.laptop("/?indicator=land_titling_budget&region-set=departments");

    assertThat(ShownNumbers.ofRegion(page, "22")).isEqualTo("S/ 6,100,000");
    assertThat(page.getByTestId("total")).containsText("S/ 19,412,383");
  }

  @Test
  void departmentsAddUpToThePublishedTotalsYearByYear() {
    Page page = app.laptop("/?period=2017");
    assertThat(page.getByTestId("sentence-series")).containsText("UNODC");
    assertThat(ShownNumbers.sumOfList(page)).isEqualTo(49_871);
    Locator slider = page.getByTestId("time-slider");

    PUBLISHED_COCA.forEach(
        (year, published) -> {
          slider.press("ArrowRight");
          assertThat(page.getByTestId("sentence-period")).containsText(String.valueOf(year));
          assertThat(page.getByTestId("sentence-series")).containsText("DEVIDA-OPD");
          assertThat(ShownNumbers.sumOfList(page)).isCloseTo(published, within(2.0));
        });
    page.waitForURL(url -> url.contains("period=2024"));
  }

  @Test
  void theNationalLineOfWhatWasShownBeforeDoesNotComeLate() {
    Page page = app.pageWithoutWorker();
    List<Route> held = new ArrayList<>();
    page.route("**/values/country", held::add);
    page.navigate(app.address() + "/?region-set=production-zones&indicator=coca_leaf_price_usd");
    AppBrowser.ready(page);
    page.waitForCondition(() -> !held.isEmpty());
    page.getByTestId("sentence-indicator").click();
    page.locator("[data-value='coca_area']").click();
    Locator scale = page.locator("#time text.tick").first();
    assertThat(scale).hasText("40,000");

    String year = page.getByTestId("sentence-period").textContent();
    page.waitForResponse("**/values/country", () -> held.forEach(Route::resume));
    page.getByTestId("time-slider").press("ArrowLeft");

    assertThat(page.getByTestId("sentence-period")).not().hasText(year);
    assertThat(scale).hasText("40,000");
    app.forgetComplaints("Service Worker");
  }

  @Test
  void ofTwoPanelsTheOneAskedForLastOpens() {
    Page page = app.pageWithoutWorker();
    List<Route> held = new ArrayList<>();
    page.route("**/js/compare.js", held::add);
    page.navigate(app.address() + "/");
    AppBrowser.ready(page);

    page.getByTestId("compare-open").click();
    page.getByTestId("mine-open").click();
    page.waitForResponse("**/i18n/compare-es.js", () -> held.forEach(Route::resume));
    page.getByTestId("time-slider").press("ArrowLeft");

    assertThat(page.locator("html")).hasAttribute("data-panel", "mine");
    assertThat(page.getByTestId("mine-set")).isVisible();
    app.forgetComplaints("Service Worker");
  }

  @Test
  void aRegionChosenInTheListIsToldWithItsSourcesAndKeptInTheAddress() {
    Page page = app.laptop("/");

    page.locator("[data-testid=region-list] [data-code='22']").first().click();

    assertThat(page.getByTestId("story-name")).hasText("San Martín");
    assertThat(page.getByTestId("story-value")).containsText("2,114");
    assertThat(page).hasURL(Pattern.compile("region=22"));
    page.reload();
    AppBrowser.ready(page);
    assertThat(page.getByTestId("story-name")).hasText("San Martín");
    page.goBack();
    AppBrowser.ready(page);
    assertThat(page.getByTestId("story-name")).hasCount(0);
  }

  @Test
  void whatIsShownComesAsGeoJsonThatGdalReads() throws Exception {
    Page page = app.laptop("/?period=2022");

    Download download =
        page.waitForDownload(() -> page.getByTestId("download-geojson").first().click());
    Path file = folder.resolve(download.suggestedFilename());
    download.saveAs(file);

    assertThat(file.getFileName().toString()).endsWith(".geojson").contains("2022");
    String report = Gdal.info(file.toString(), "-so");
    assertThat(report).contains("Feature Count: 25").contains("Multi Polygon");
    assertThat(Files.readString(file)).contains("\"value\":", "citation", "DEVIDA");
  }

  @ParameterizedTest
  @ValueSource(ints = {1366, 360})
  void everythingThatCanBeTakenAwayIsOfferedWithItsSize(int width) {
    Page page = width > 1000 ? app.laptop("/?period=2022") : app.phone("/?period=2022");
    AtomicInteger lists = new AtomicInteger();
    page.route("**/files/1/?f=json", route -> list(route, lists.incrementAndGet()));

    page.locator("#download-open").click();

    for (String format : List.of("gpkg", "geojson", "shp", "fgb", "kml", "xlsx", "csv")) {
      Locator link = page.locator("ul.downloads").getByTestId("download-" + format);
      assertThat(link.locator(".size")).containsText(Pattern.compile("\\d (B|kB|MB)"));
    }
    Locator release = page.getByTestId("download-release");
    release.waitFor(new Locator.WaitForOptions().setTimeout(60_000));
    assertThat(release.locator(".size").first()).containsText("MB");
    assertThat(page.getByTestId("download-set")).containsText("FlatGeobuf");
    assertThat(page.getByTestId("download-files")).containsText("entrega 1");
    assertThat(lists.get()).isGreaterThanOrEqualTo(2);
    Object overflow =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(((Number) overflow).intValue()).isZero();

    page.getByTestId("download-all").click();
    assertThat(page.locator("h1")).containsText("entrega 1");
  }

  /** The first time the files are still being made. */
  private static void list(Route route, int time) {
    if (time > 1) {
      route.resume();
    } else {
      route.fulfill(
          new Route.FulfillOptions().setStatus(202).setHeaders(Map.of("Retry-After", "0")));
    }
  }

  @Test
  void anIndicatorIsChosenByKeyboardAlone() {
    Page page = app.laptop("/");
    Locator button = page.getByTestId("sentence-indicator");

    button.focus();
    button.press("Enter");
    page.locator("[data-value='forest_loss']").first().click();
    AppBrowser.ready(page);

    assertThat(page).hasURL(Pattern.compile("indicator=forest_loss"));
    assertThat(button).not().containsText("coca");
  }

  @Test
  void zonesWithoutLimitsAreDrawnAtTheirReferencePointAndSaySo() {
    Page page = app.laptop("/?region-set=production-zones&period=2024");

    assertThat(page.getByTestId("points-note")).isVisible();
    assertThat(page.getByTestId("not-drawn")).isVisible();
    assertThat(ShownNumbers.sumOfList(page)).isCloseTo(89_755, within(2.0));
    page.getByTestId("region-list").locator("button").last().click();
    assertThat(page.getByTestId("story-name")).isInViewport();
  }

  @Test
  void districtsWithoutBoundariesAreListedWithWhatToDo() {
    Page page = app.laptop("/?region-set=districts&period=2020");

    assertThat(page.getByTestId("no-boundaries")).containsText("boundaries fetch");
    assertThat(page.locator("[data-testid=region-list] [data-code]")).not().hasCount(0);
  }

  @Test
  void speaksEnglish() {
    Page page = app.laptop("/");

    page.getByTestId("lang-en").click();

    assertThat(page.locator("h1")).containsText("according to");
    assertThat(page.locator("html")).hasAttribute("lang", "en");
    assertThat(page).hasURL(Pattern.compile("lang=en"));
  }

  @Test
  void anUnknownStateInTheAddressIsSaidInWords() {
    Page page = app.laptop("/?indicator=gold&period=1066&region=99");

    assertThat(page.getByTestId("notice")).isVisible();
    assertThat(page.getByTestId("notice")).containsText("gold");
    // The notice made the map smaller: a picture between two pixels would be blurred.
    assertThat(page.locator("#map svg.leaflet-zoom-animated").first())
        .hasAttribute("style", Pattern.compile("translate3d\\((-?\\d+px, ){2}0px\\);"));
    assertThat(page.locator("h1")).containsText("coca");
  }

  @Test
  void fitsAPhone() {
    Page page = app.phone("/?region=05");

    assertThat(page.getByTestId("story-name")).hasText("Ayacucho");
    Object overflow =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(((Number) overflow).intValue()).isZero();
  }
}
