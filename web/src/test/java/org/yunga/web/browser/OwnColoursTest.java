package org.yunga.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Contrast;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yunga.geodata.reference.ReferenceData;

/** For who chose colours, contrast or stillness for all pages, and for who prints. */
class OwnColoursTest {

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

  private static String style(Page page, String selector, String property) {
    return (String)
        page.evaluate(
            "([s, p]) => getComputedStyle(document.querySelector(s))[p]",
            List.of(selector, property));
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void inForcedColoursTheMapKeepsItsOwnAndWhatIsChosenShows(ColorScheme scheme) {
    Page page = app.laptop("/?region=22");
    String before = style(page, ".region .bar", "backgroundColor");

    page.emulateMedia(
        new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE).setColorScheme(scheme));

    assertThat(style(page, ".region .bar", "backgroundColor")).isEqualTo(before);
    assertThat(style(page, ".map .is-chosen", "stroke"))
        .isNotEqualTo(style(page, ".map .is-plain", "stroke"));
    assertThat(style(page, ".region[aria-current]", "outlineStyle")).isEqualTo("solid");
    assertThat(style(page, ".line", "stroke"))
        .isNotEqualTo(style(page, "#story", "backgroundColor"));
    assertThat(Axe.violations(page)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void withMoreContrastSoftWordsAndLinesAreStronger(ColorScheme scheme) {
    Page page = app.laptop("/?region=22");
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    String soft = style(page, ".soft", "color");
    String line = style(page, ".button", "borderTopColor");

    page.emulateMedia(
        new Page.EmulateMediaOptions().setContrast(Contrast.MORE).setColorScheme(scheme));

    assertThat(style(page, ".soft", "color")).isNotEqualTo(soft);
    assertThat(style(page, ".button", "borderTopColor")).isNotEqualTo(line);
    assertThat(Axe.violations(page)).isEmpty();
  }

  @Test
  void whoAsksForStillnessSeesNothingMove() {
    Page page = app.page(1366, 900);
    page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
    page.navigate(app.address() + "/");
    AppBrowser.ready(page);

    page.getByTestId("time-slider").press("ArrowLeft");

    assertThat(page.getByTestId("sentence-period")).containsText("2023");
    assertThat((Integer) page.evaluate("document.getAnimations().length")).isZero();
    assertThat(page.locator("#map")).not().hasClass(Pattern.compile("zoom-anim"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"region=22", "compare=2020", "data=home", "help=all", "mine=1&region=22"})
  void onPaperThereAreNoButtonsAndNothingIsCutOff(String part) {
    Page page = app.laptop("/?" + part);
    page.locator("#story :is(h2, h3)").first().waitFor();

    page.emulateMedia(
        new Page.EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(ColorScheme.DARK));

    assertThat(page.locator(".button:visible, .tools:visible, .time:visible, .back:visible"))
        .hasCount(0);
    assertThat(style(page, "body", "backgroundColor")).isEqualTo("rgb(255, 255, 255)");
    Object cut =
        page.evaluate(
            "[...document.querySelectorAll('#story')].some(e => e.scrollHeight > e.clientHeight +"
                + " 1 && getComputedStyle(e).overflowY !== 'visible')");
    assertThat(cut).isEqualTo(false);
  }
}
