package org.yunga.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yunga.geodata.reference.ReferenceData;

/** The whole page without a mouse: keys only, from the first Tab to the last. */
class KeyboardPathTest {

  private static final int MOST_STOPS = 400;

  /** What has the focus, whether it can be seen, and whether something lies over it. */
  private static final String STOP =
      """
      () => {
        const e = document.activeElement;
        if (!e || e === document.body) return 'end';
        const name = e.dataset.testid || e.id || e.className || e.tagName;
        // A hidden input of a file is seen as its label.
        const shown = e.matches('.unseen') ? e.closest('label') : e;
        const r = shown.getBoundingClientRect();
        const [left, right] = [Math.max(0, r.left), Math.min(innerWidth, r.right)];
        const [top, bottom] = [Math.max(0, r.top), Math.min(innerHeight, r.bottom)];
        if (left >= right || top >= bottom) return 'out of sight: ' + name;
        const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        // A number's own card may lie over it on a phone: Esc takes it away (WCAG 2.2, 2.4.11).
        const covered = !over || !(shown.contains(over) || over.contains(shown) || over.closest('.card'));
        if (covered) return `covered by ${over?.className}: ${name}`;
        return getComputedStyle(shown).outlineStyle === 'none' ? 'without a ring: ' + name : name;
      }
      """;

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

  private static String tab(Page page) {
    page.keyboard().press("Tab");
    return (String) page.evaluate(STOP);
  }

  private static boolean isRegion(Page page) {
    return (Boolean) page.evaluate("document.activeElement.matches('.region')");
  }

  /** Presses Tab until something has the focus, as somebody would. */
  private static void tabTo(Page page, String testId) {
    for (int i = 0; i < MOST_STOPS; i++) {
      if (tab(page).equals(testId)) {
        return;
      }
    }
    throw new AssertionError("Tab never came to " + testId);
  }

  @ParameterizedTest
  @CsvSource({
    "/, false",
    "/, true",
    "/?region=22, false",
    "/?region=22, true",
    "/?help=all, false",
    "/?help=all, true",
    "/?compare=2020, false",
    "/?compare=2020, true",
    "/?region=22&mine=1, false",
    "/?data=home, true"
  })
  void tabLeadsThroughAllOfThePageAndOutOfIt(String address, boolean phone) {
    Page page = phone ? app.phone(address) : app.laptop(address);
    // What the address opens leads the reader to itself first.
    page.locator("#story h2, #story table, #story .regions").first().waitFor();
    page.waitForLoadState(LoadState.NETWORKIDLE);
    page.locator(".skip").focus();
    List<String> stops = new ArrayList<>();

    String stop = tab(page);
    while (!stop.equals("end") && stops.size() < MOST_STOPS) {
      stops.add(stop);
      stop = tab(page);
    }

    assertThat(stop).isEqualTo("end");
    assertThat(stops).hasSizeGreaterThan(15);
    assertThat(stops).noneMatch(one -> one.matches("(out of sight|covered by|without a ring).*"));
  }

  @Test
  void theSentenceTheTimeAndTheListAreChosenByKeys() {
    Page page = app.laptop("/");

    tabTo(page, "sentence-indicator");
    page.keyboard().press("Enter");
    page.keyboard().type("erra");
    page.keyboard().press("Escape");
    assertThat(page.getByTestId("sentence-indicator")).isFocused();
    page.keyboard().press("Enter");
    page.keyboard().type("superficie de coca err");
    page.keyboard().press("Enter");
    AppBrowser.ready(page);
    assertThat(page.locator("h1")).containsText("erradicada");
    assertThat(page.getByTestId("sentence-indicator")).isFocused();
    page.goBack();
    AppBrowser.ready(page);

    tabTo(page, "time-slider");
    page.keyboard().press("ArrowLeft");
    assertThat(page.getByTestId("sentence-period")).containsText("2023");
    page.keyboard().press("Home");
    assertThat(page.getByTestId("sentence-period")).containsText("2012");
    page.keyboard().press("End");
    assertThat(page.getByTestId("sentence-period")).containsText("2024");

    for (int i = 0; i < MOST_STOPS && !isRegion(page); i++) {
      page.keyboard().press("Tab");
    }
    page.keyboard().press("Enter");
    assertThat(page.getByTestId("story-name")).isFocused();
    tabTo(page, "story-back");
    page.keyboard().press("Enter");
    assertThat(page.getByTestId("story-name")).hasCount(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mine", "compare", "download", "data", "help"})
  void everyPanelOpensAndClosesByKeysAndGivesTheFocusBack(String panel) {
    Page page = app.laptop("/?region=22");

    tabTo(page, panel + "-open");
    page.keyboard().press("Enter");
    page.locator("#story .back").waitFor();
    assertThat(page.locator("html")).hasAttribute("data-panel", panel);
    for (int i = 0; i < MOST_STOPS; i++) {
      page.keyboard().press("Shift+Tab");
      if (Boolean.TRUE.equals(page.evaluate("document.activeElement.matches('.back')"))) {
        break;
      }
    }
    page.keyboard().press("Enter");
    assertThat(page.locator("html")).hasAttribute("data-panel", "");
    assertThat(page.getByTestId(panel + "-open")).isFocused();
  }

  @Test
  void theWayBackKeepsTheFocusWhileAPanelFillsItself() {
    Page page = app.pageWithoutWorker();
    page.navigate(app.address() + "/");
    AppBrowser.ready(page);
    List<Route> held = new ArrayList<>();
    page.route("**/compare-periods.js", held::add);
    page.getByTestId("compare-open").press("Enter");
    Locator back = page.locator("#story .back");
    back.focus();
    page.waitForCondition(() -> !held.isEmpty());

    held.forEach(Route::resume);

    assertThat(page.getByTestId("compare-sum")).isVisible();
    assertThat(back).isFocused();
    // Whatever it would still say of the worker that it was denied.
    page.context().close();
    app.forgetComplaints("Service Worker");
  }
}
