package org.yunga.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yunga.geodata.reference.ReferenceData;

/** The planner puts regions side by side, and all of them into one ranking. */
class CompareRegionsTest {

  private static final String COCA = "/?indicator=coca_area&period=2024";

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

  private static Locator chips(Page page) {
    return page.getByTestId("compare-regions").locator("li");
  }

  @Test
  void showsRegionsWithOneColumnEachAndSaysWhyThereIsNoNumber() {
    Page page = app.laptop(COCA + "&compare=regions/22,08,11");

    Locator rows = page.getByTestId("compare").locator("tbody tr");
    assertThat(chips(page)).hasCount(3);
    assertThat(page.getByTestId("compare-lines").locator("figure")).hasCount(3);
    assertThat(
            rows.filter(new Locator.FilterOptions().setHasText(Pattern.compile("^2024"))).first())
        .containsText(Pattern.compile("2,114.*14,493.*No vigilado"));
  }

  @Test
  void theMapAddsAndTakesAway() {
    Page page = app.laptop(COCA + "&compare=regions/22,08");
    assertThat(chips(page)).hasCount(2);

    // one with a figure: of the others some are archipelagos whose middle is no land
    page.locator("#map path.leaflet-interactive:not([fill^=url])").nth(1).click();
    assertThat(chips(page)).hasCount(3);
    page.getByTestId("compare-remove").first().click();

    assertThat(chips(page)).hasCount(2);
    page.waitForURL(Pattern.compile("compare=regions/08,"));
  }

  @Test
  void theKeyboardAddsByName() {
    Page page = app.laptop(COCA + "&compare=regions/22&lang=en");
    page.getByTestId("compare-add").fill("junin");
    page.getByTestId("compare-add").press("Enter");
    assertThat(chips(page)).hasCount(2);
    assertThat(chips(page).last()).containsText("Junín");
    assertThat(page.getByTestId("compare-add")).isFocused();

    page.getByTestId("compare-add").fill("Atlantis");
    page.getByTestId("compare-add").press("Enter");

    assertThat(page.getByTestId("compare")).containsText("No region has that name");
  }

  @Test
  void whatALinkAsksForInVainIsSaid() {
    Page page = app.laptop(COCA + "&compare=regions/22,moon");

    assertThat(page.getByTestId("compare-unknown")).containsText("moon");
    assertThat(chips(page)).hasCount(1);
  }

  @Test
  void ranksAllRegionsAndSortsThem() {
    Page page = app.laptop(COCA + "&compare=ranks/2020");
    Locator rows = page.getByTestId("compare").locator("tbody tr");
    assertThat(rows.first()).containsText(Pattern.compile("1.*Ayacucho.*18,749"));
    assertThat(rows).hasCount(25);

    page.getByTestId("sort-name").press("Enter");
    assertThat(rows.first()).containsText("Amazonas");
    assertThat(page.getByTestId("sort-name")).isFocused();
    page.getByTestId("sort-name").press("Enter");

    assertThat(rows.first()).containsText(Pattern.compile("Ucayali|Tumbes"));
    assertThat(page.getByTestId("compare")).containsText("Zonas vigiladas (2020/2021)");
  }

  @Test
  void anotherWayIsChosenInItsPlaceAndTheAddressFollows() {
    Page page = app.phone(COCA + "&compare=2023");
    assertThat(page.getByTestId("compare-sum")).containsText("2023");

    page.getByTestId("compare-what").selectOption("ranks");

    assertThat(page.getByTestId("sort-value")).isVisible();
    page.waitForURL(Pattern.compile("compare=ranks/2023"));
  }
}
