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

/**
 * The planner sets two indicators, several years, several series and targets against each other.
 */
class CompareIndicatorsTest {

  private static final String COCA = "/?indicator=coca_area&region-set=departments&period=2024";

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
  void pointsAreRegionsWithBothFiguresAndTheOthersAreNamed() {
    Page page = app.laptop(COCA + "&compare=scatter/forest_loss");

    Locator points = page.getByTestId("compare-scatter").locator("[role=button]");
    page.getByTestId("compare-scatter").waitFor();
    int shown = points.count();
    assertThat(page.getByTestId("compare-about")).containsText(shown + " departamentos");
    assertThat(page.getByTestId("compare-left")).containsText((25 - shown) + " regiones");
    assertThat(page.getByTestId("compare-left")).containsText("no vigilado");
  }

  @Test
  void theKeyboardGoesFromPointToPointAndPicksOne() {
    Page page = app.laptop(COCA + "&compare=scatter/forest_loss&lang=en");
    Locator points = page.getByTestId("compare-scatter").locator("[role=button]");
    assertThat(page.getByTestId("compare-scatter").locator("[tabindex='0']")).hasCount(1);

    points.first().focus();
    page.keyboard().press("ArrowRight");
    assertThat(points.nth(1)).isFocused();
    String code = points.nth(1).getAttribute("data-code");
    page.keyboard().press("Enter");

    page.waitForURL(Pattern.compile("region=" + code));
    assertThat(page.getByTestId("compare-chosen")).containsText("ha");
    assertThat(points.nth(1)).isFocused();
    page.getByTestId("compare-story").press("Enter");
    assertThat(page.getByTestId("story-name")).isFocused();
  }

  @Test
  void theLogarithmIsKeptInTheAddress() {
    Page page = app.laptop(COCA + "&compare=scatter/forest_loss");

    page.getByTestId("compare-log").check();

    page.waitForURL(Pattern.compile("compare=scatter/forest_loss/log"));
    assertThat(page.getByTestId("compare-log")).isChecked();
  }

  @Test
  void smallMapsShareOneLegendAndOpenTheirYear() {
    Page page = app.laptop(COCA + "&compare=maps/2018,2021,2024");
    Locator maps = page.getByTestId("compare-maps").locator("figure");
    assertThat(maps).hasCount(3);
    assertThat(page.getByTestId("compare-legend").locator("li")).not().hasCount(0);
    assertThat(page.getByTestId("compare")).containsText("Zonas vigiladas (2020/2021)");

    maps.first().locator("button").press("Enter");

    page.waitForURL(Pattern.compile("period=2018.*compare=maps/2018,2021,2024"));
    assertThat(maps.first().locator("button")).hasAttribute("aria-pressed", "true");
  }

  @Test
  void yearsAreTakenOutButNotBelowTwo() {
    Page page = app.laptop(COCA + "&compare=maps/2018,2024");

    page.getByTestId("compare-years").click();
    page.locator("input[value='2018']").click();

    assertThat(page.getByTestId("compare-maps").locator("figure")).hasCount(2);
    assertThat(page.locator("input[value='2018']")).isChecked();
  }

  @Test
  void seriesStandBesideEachOtherWithWhyTheyDiffer() {
    Page page =
        app.laptop("/?indicator=coca_area&region-set=country&period=2018&compare=series&lang=en");

    assertThat(page.getByTestId("compare-why"))
        .containsText("Estimate of the United States government");
    assertThat(page.getByTestId("compare-about")).containsText("furthest apart");
    assertThat(page.getByTestId("compare-series").locator("path.who")).not().hasCount(1);
    assertThat(page.getByTestId("compare")).containsText("does not add them");
  }

  @Test
  void targetsAreJudgedInWordsWithWhatCouldBeExpected() {
    Page page = app.laptop("/?indicator=eradicated_area&region-set=country&compare=targets");

    Locator row = page.locator("tbody tr", new Page.LocatorOptions().setHasText("2024"));
    assertThat(row.first()).containsText(Pattern.compile("25,782"));
    assertThat(page.locator(".band").first())
        .containsText(Pattern.compile("Alcanzada|Cerca|Por debajo"));
    assertThat(page.getByTestId("compare-bands")).containsText("las fuentes no publican ninguna");
  }

  @Test
  void withoutTargetsItIsSaidWhereThereAreSome() {
    Page page = app.laptop(COCA + "&compare=targets");

    assertThat(page.getByTestId("compare-none")).containsText("No hay metas");
    page.locator(".compare details button").first().click();

    assertThat(page.getByTestId("compare-about")).containsText("metas");
  }

  @Test
  void oneReleaseAloneIsSaid() {
    Page page = app.laptop(COCA + "&compare=release");

    assertThat(page.getByTestId("compare-none")).containsText("una sola entrega");
  }
}
