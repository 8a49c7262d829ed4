package org.yunga.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From the sentence to zones, two years side by side, and an area of one's own. */
class PlannerPathTest {

  @TempDir private static Path folder;

  private static RunningApp app;

  @BeforeAll
  static void start() {
    app = new RunningApp(folder, WithheldMapTest::fill);
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

  @ParameterizedTest
  @EnumSource
  void fromTheSentenceToZonesTwoYearsAndAnArea(Hand hand) {
    Page page = app.laptop("/");
    choose(page, hand, "sentence-region-set", "production-zones");
    assertThat(page).hasURL(Pattern.compile("region-set=production-zones"));
    String first = page.locator("[data-testid=region-list] .name").first().textContent();

    hand.press(page.getByTestId("compare-open"));
    assertThat(page.getByTestId("compare-sum")).containsText("2023");
    hand.choose(page.getByTestId("compare-from"), "2021");
    assertThat(page.getByTestId("compare-sum")).containsText("2021");
    page.waitForURL(url -> url.contains("compare=2021"));
    assertThat(page.getByTestId("compare")).containsText(first);

    hand.press(page.getByTestId("draw-open"));
    Hand.reach(page.getByTestId("draw-paste"));
    page.keyboard().insertText("-77, -7\n-76, -7\n-76, -6\n-77, -6");
    hand.press(page.getByTestId("draw-use-paste"));
    Locator area = page.getByTestId("draw-area");
    area.waitFor();
    assertThat(Double.parseDouble(area.getAttribute("data-hectares"))).isPositive();
    page.waitForURL(url -> url.contains("draw=") && !url.contains("compare="));
  }

  /** A list that opens from the sentence: a click, or Enter, arrows and Enter. */
  private static void choose(Page page, Hand hand, String part, String value) {
    hand.press(page.getByTestId(part));
    Locator option = page.locator("[role=option][data-value='" + value + "']").first();
    option.waitFor();
    if (hand == Hand.MOUSE) {
      option.click();
    } else {
      for (int i = 0; i < 40 && !option.getAttribute("class").contains("is-active"); i++) {
        page.keyboard().press("ArrowDown");
      }
      page.keyboard().press("Enter");
    }
    option.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    AppBrowser.ready(page);
  }
}
