package org.yunga.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yunga.geodata.reference.ReferenceData;

/** The planner compares two years of one series. */
class CompareTest {

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
  void saysWhatChangedWhereBothYearsHaveAValue() {
    Page page = app.laptop("/?indicator=coca_area&region-set=departments&period=2024");

    page.getByTestId("compare-open").click();
    page.getByTestId("compare-from").selectOption("2020");

    assertThat(page.getByTestId("compare-sum")).containsText("con valor en 2020 y en 2024");
    assertThat(page.getByTestId("compare"))
        .containsText(Pattern.compile("Quiebre|cobertura|zonas", Pattern.CASE_INSENSITIVE));
    assertThat(page.locator("#map .diff-region")).not().hasCount(0);
    assertThat(page.getByTestId("legend")).isHidden();
  }

  @Test
  void widerCoverageStandsApart() {
    Page page =
        app.laptop(
            "/?indicator=coca_area&region-set=production-zones&period=2024&compare=2020&lang=en");

    assertThat(page.getByTestId("compare-wider")).containsText("That is no increase");
    assertThat(page.getByTestId("compare").locator("tbody tr")).not().hasCount(0);
  }

  @Test
  void percentsColourTheMapAnew() {
    Page page = app.laptop("/?indicator=coca_area&period=2024&compare=2023");

    page.getByTestId("compare-way").selectOption("percent");

    assertThat(page.getByTestId("compare-legend")).containsText("%");
  }

  @Test
  void theAddressKeepsItAndClosingForgetsIt() {
    Page page = app.laptop("/?indicator=coca_area&period=2024&compare=2019");

    assertThat(page.getByTestId("compare-from")).hasValue("2019");
    assertThat(page.getByTestId("compare-open")).hasAttribute("aria-expanded", "true");
    page.waitForURL(Pattern.compile("compare=2019"));
    page.getByText("← Volver").click();
    assertThat(page.getByTestId("compare-open")).hasAttribute("aria-expanded", "false");
    page.waitForURL(url -> !url.contains("compare="));
    assertThat(page.locator("#map .diff-region")).hasCount(0);
    assertThat(page.getByTestId("compare-open")).isFocused();
  }

  @Test
  void theFirstPeriodHasNothingBeforeIt() {
    Page page = app.phone("/?indicator=coca_area&series=DEVIDA-OPD&period=2018&compare=2010");

    assertThat(page.getByTestId("compare")).containsText("no tiene un período anterior");
  }

  @Test
  void theSentenceStillChooses() {
    Page page = app.laptop("/?indicator=coca_area&period=2024&compare=2023");
    assertThat(page.getByTestId("compare-sum")).containsText("2024");

    page.navigate(page.url().replace("period=2024", "period=2022").replace("2023", "2021"));

    assertThat(page.getByTestId("compare-sum")).containsText("con valor en 2021 y en 2022");
  }

  @Test
  void aLinkThatNamesNothingIsSaidAndASentenceThatMovesOnIsNot() {
    Page page = app.laptop("/?indicator=coca_area&period=2024&compare=gold");
    assertThat(page.getByTestId("compare-unknown")).containsText("gold");
    assertThat(page.getByTestId("compare-from")).hasValue("2023");

    page.getByTestId("time-slider").press("ArrowLeft");

    assertThat(page.getByTestId("compare-from")).hasValue("2022");
    assertThat(page.getByTestId("compare-unknown")).hasCount(0);
  }
}
