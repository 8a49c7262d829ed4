package org.yunga.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yunga.web.DistrictBoundaries;

/** Time below the map: dragged, played, and by keys. The clock of the page is the test's. */
class PlayTest {

  private static final long NOON = 1_700_000_000_000L;
  private static final String DISTRICTS = "/?region-set=districts&period=2012";
  private static final String DEPARTMENTS = "/?period=2018";

  /** Milliseconds from a key to the picture, for each year up to the last. */
  private static final String FRAMES =
      "async () => {"
          + " const slider = document.querySelector('[data-testid=time-slider]');"
          + " const painted = () => new Promise((done) => requestAnimationFrame(() => {"
          + "  const { port1, port2 } = new MessageChannel();"
          + "  port1.onmessage = done; port2.postMessage(0); }));"
          + " const times = [];"
          + " while (slider.ariaValueNow !== slider.ariaValueMax) {"
          + "  await painted();"
          + "  const begin = performance.now();"
          + "  slider.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight' }));"
          + "  await painted();"
          + "  times.push(Math.round(performance.now() - begin)); }"
          + " return times; }";

  /** For each year what its key touches at once: paths of the map and rows of the list. */
  private static final String TOUCHED =
      "async () => {"
          + " const slider = document.querySelector('[data-testid=time-slider]');"
          + " const rows = document.querySelectorAll('[data-testid=region-list] > li');"
          + " await new Promise((seen) =>"
          + "  new IntersectionObserver(seen).observe(rows[rows.length - 1]));"
          + " const paths = document.querySelectorAll('#map path.leaflet-interactive').length;"
          + " const changes = new MutationObserver(() => {});"
          + " changes.observe(document.body, { subtree: true, childList: true, attributes: true });"
          + " const times = [];"
          + " while (slider.ariaValueNow !== slider.ariaValueMax) {"
          + "  slider.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight' }));"
          + "  const all = changes.takeRecords();"
          + "  const touched = (part, of) => new Set("
          + "   all.map((c) => c.target.closest(part)?.closest(of)).filter(Boolean)).size;"
          + "  const moved = all.filter((c) => c.type === 'childList' && c.target.closest('#map'));"
          + "  times.push([paths, touched('path', '#map path'), moved.length,"
          + "   rows.length, touched('li', '[data-testid=region-list] > li')]); }"
          + " return times; }";

  @TempDir private static Path folder;

  private static RunningApp app;

  @BeforeAll
  static void start() {
    Path file = DistrictBoundaries.file();
    app = new RunningApp(folder, store -> DistrictBoundaries.install(store, file));
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

  private static Page opened(String address, ReducedMotion motion) {
    Page page = app.page(1366, 900);
    page.clock().install(new Clock.InstallOptions().setTime(NOON));
    page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(motion));
    page.navigate(app.address() + address);
    AppBrowser.ready(page);
    page.clock().pauseAt(NOON + 600_000);
    return page;
  }

  private static Locator period(Page page) {
    return page.getByTestId("sentence-period");
  }

  @ParameterizedTest
  @CsvSource({"Home, 2012", "End, 2024", "ArrowLeft, 2020", "ArrowRight, 2022", "PageDown, 2016"})
  void keysMoveThroughTheYears(String key, String year) {
    Page page = app.laptop("/?indicator=coca_area&series=DEVIDA-OPD&period=2021");

    page.getByTestId("time-slider").press(key);

    assertThat(period(page)).containsText(year);
  }

  @Test
  void itPlaysToTheLastYearAndStopsThere() {
    Page page = opened(DEPARTMENTS, ReducedMotion.NO_PREFERENCE);
    Locator play = page.locator("#time .play");

    page.getByTestId("time-slider").press(" ");
    assertThat(play).hasAttribute("aria-label", "Detener");
    page.clock().runFor(900);
    assertThat(period(page)).containsText("2019");
    page.clock().runFor(900 * 4);
    assertThat(period(page)).containsText("2023");
    page.clock().runFor(900);
    assertThat(period(page)).containsText("2024");
    assertThat(play).hasAttribute("aria-label", "Recorrer los años");
    page.clock().runFor(1_000);
    assertThat(page.locator("#live")).containsText("2024");
    page.waitForURL(url -> url.contains("period=2024"));
  }

  @Test
  void spaceStopsIt() {
    Page page = opened(DEPARTMENTS, ReducedMotion.NO_PREFERENCE);
    Locator slider = page.getByTestId("time-slider");

    slider.press(" ");
    page.clock().runFor(900);
    slider.press(" ");
    page.clock().runFor(9_000);

    assertThat(period(page)).containsText("2019");
  }

  @Test
  void whoAskedForNoMovementTakesTheStepsOneByOne() {
    Page page = opened(DEPARTMENTS, ReducedMotion.REDUCE);
    Locator play = page.locator("#time .play");
    assertThat(play).hasAttribute("aria-label", "Período siguiente");

    play.click();
    page.clock().runFor(9_000);
    assertThat(period(page)).containsText("2019");
    page.getByTestId("time-slider").press("End");
    page.getByTestId("time-slider").press(" ");

    assertThat(period(page)).not().containsText("2024");
  }

  @Test
  void oneScaleHoldsForAllYears() {
    Page page = app.laptop(DEPARTMENTS);
    Locator classes = page.locator("#legend li");
    Locator bars = page.locator("[data-testid=region-list] .bar");
    Set<String> legends = new HashSet<>();
    Set<String> scales = new HashSet<>();
    double widest = 0;

    for (int year = 2018; year <= 2024; year++) {
      assertThat(period(page)).containsText(String.valueOf(year));
      legends.add(String.join(";", classes.allTextContents().subList(0, 5)));
      scales.add(String.join(";", page.locator("#time .grid ~ .tick").allTextContents()));
      double most = shown(bars.first().getAttribute("style"));
      assertThat(most).isBetween(20.0, 100.0);
      widest = Math.max(widest, most);
      page.getByTestId("time-slider").press("ArrowRight");
    }

    assertThat(legends).hasSize(1);
    assertThat(scales).hasSize(1);
    assertThat(widest).isGreaterThan(60);
    assertThat(shownIn(app.laptop("/?period=2018")))
        .isLessThan(shownIn(app.laptop("/?period=2022")));
  }

  private static double shownIn(Page page) {
    return shown(page.locator("[data-testid=region-list] .bar").first().getAttribute("style"));
  }

  private static double shown(String style) {
    return Double.parseDouble(style.replaceAll(".*width: ([\\d.]+)%.*", "$1"));
  }

  @Test
  void aYearTouchesOnlyTheDistrictsThatChangeAndTheRowsInSight() {
    Page page = app.laptop(DISTRICTS);

    List<?> times = (List<?>) page.evaluate(TOUCHED);

    assertThat(times)
        .hasSizeGreaterThan(5)
        .allSatisfy(
            time -> {
              int[] counts = ((List<?>) time).stream().mapToInt(Integer.class::cast).toArray();
              assertThat(counts[0]).as("districts").isGreaterThan(1_800);
              assertThat(counts[1]).as("districts touched").isBetween(1, 150);
              assertThat(counts[2]).as("districts taken out or put in").isZero();
              assertThat(counts[3]).as("rows").isGreaterThan(80);
              assertThat(counts[4]).as("rows touched").isBetween(1, 50);
            });
  }

  @Test
  void whereTimeComesToRestAllRowsAreThoseOfItsYear() {
    Page page = app.laptop(DISTRICTS);
    String asOpened = atRest(page);

    page.getByTestId("time-slider").press("End");
    assertThat(atRest(page)).isNotEqualTo(asOpened);
    page.getByTestId("time-slider").press("Home");

    assertThat(atRest(page)).isEqualTo(asOpened);
  }

  private static String atRest(Page page) {
    return page.locator("[data-testid=region-list]:not([aria-busy=true])").textContent();
  }

  /** Printed: a time is the machine's. */
  @ParameterizedTest
  @CsvSource({"departments, " + DEPARTMENTS, "districts, " + DISTRICTS})
  void framesAreTimedOnAProcessorSixTimesSlower(String name, String address) {
    Page page = app.laptop(address);
    new Wire(page).slowProcessor(6);

    List<?> times = (List<?>) page.evaluate(FRAMES);

    System.out.println("frames of " + name + " at a sixth of the speed, ms: " + times);
    assertThat(times).hasSizeGreaterThan(5);
  }
}
