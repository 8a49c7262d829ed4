package org.yunga.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yunga.web.DistrictBoundaries;

/** The map by district, with the boundaries of INEI loaded. */
class DistrictMapTest {

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

  @Test
  void cocaByDistrictWorksForEveryYearFrom2012To2020() {
    Page page = app.laptop("/?region-set=districts&period=2012");
    Locator slider = page.getByTestId("time-slider");
    double[] sums = {57_683, 47_381, 41_429, 39_113, 42_507, 48_525, 52_703, 53_283, 60_329};

    for (int year = 2012; year <= 2020; year++) {
      assertThat(page.getByTestId("sentence-period")).containsText(String.valueOf(year));
      // each of some 130 values is rounded to a whole hectare for the eye
      assertThat(ShownNumbers.sumOfList(page)).isCloseTo(sums[year - 2012], within(70.0));
      slider.press("ArrowRight");
    }
    assertThat(page.locator("#map path.leaflet-interactive").count()).isGreaterThan(1_800);
  }

  @Test
  void saysHowMuchItDoesNotDraw() {
    Page page = app.laptop("/?region-set=districts&period=2012");

    assertThat(page.getByTestId("not-drawn")).containsText("18 distritos con 1,190 ha");
  }

  @Test
  void aRegionTellsWhichDistrictsItOverlapsWhenAsked() {
    Page page = app.laptop("/?region-set=departments&region=10");

    page.locator("[data-focus=overlaps]").press("Enter");

    Locator overlaps = page.getByTestId("overlaps");
    assertThat(overlaps.locator("tr[data-code='100702']")).containsText("Cholón");
    assertThat(page.getByTestId("overlaps-slivers")).containsText("1 ha");
    page.getByTestId("overlaps-all").press("Enter");
    assertThat(page.getByTestId("overlaps-all")).hasCount(0);
    assertThat(overlaps.locator("tbody tr").count()).isGreaterThan(70);
  }

  @Test
  void aZoneGivenAsAListOfDistrictsIsARegionOfItsOwn() {
    Page page = app.laptop("/?region-set=legal-zones&period=2020");

    assertThat(page.getByTestId("story-name")).containsText("VRAEM");
    assertThat(page.getByTestId("story-value")).containsText("29,384");
    assertThat(page.locator("#map path.leaflet-interactive")).not().hasCount(0);
  }

  @Test
  void regionsSideBySideTellTheGroundThatTheyShareWithDistricts() {
    Page page = app.laptop("/?region-set=departments&period=2024&compare=regions/10,22");

    page.locator("[data-focus=ground]").press("Enter");

    Locator row = page.getByTestId("compare-ground").locator("tr[data-code='100702']");
    assertThat(row).containsText(Pattern.compile("Cholón.*ha"));
    assertThat(row.locator("td")).hasCount(2);
  }

  @Test
  void smallMapsOfHundredsOfDistrictsAreFewShapes() {
    Page page = app.laptop("/?region-set=districts&period=2017&compare=maps");

    Locator first = page.getByTestId("compare-maps").locator("svg").first();
    assertThat(first.locator("path")).not().hasCount(0);
    assertThat(first.locator("path").count()).isLessThan(20);
  }
}
