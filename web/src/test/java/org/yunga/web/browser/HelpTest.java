package org.yunga.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

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

/** Help beside the map, and the words in Quechua that are chosen there. */
class HelpTest {

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
  void itOpensBesideTheMapByKeyboardAndLetsTheReaderBack() {
    Page page = app.laptop("/");

    page.getByTestId("help-open").press("Enter");

    assertThat(page.locator("#story-name")).hasText("Ayuda");
    assertThat(page.locator("#story-name")).isFocused();
    page.waitForURL(url -> url.contains("help=all"));
    page.getByTestId("help").getByText("Glosario").first().press("Enter");
    assertThat(page.locator("#help-glossary")).isFocused();
    page.waitForURL(url -> url.contains("help=glossary"));
    page.getByTestId("help-close").press("Enter");
    assertThat(page.getByTestId("help-open")).isFocused();
    page.waitForURL(url -> !url.contains("help="));
  }

  @Test
  void aLinkLeadsToATerm() {
    Page page = app.laptop("/?help=zei&lang=en");

    assertThat(page.locator("#help-zei")).isFocused();
    assertThat(page.locator("#help-zei + dd")).containsText("086-2021-PCM");
    page.goBack();
  }

  @Test
  void whatIsShownIsALinkAwayFromWhatItMeans() {
    Page page = app.laptop("/?indicator=eradicated_area&region-set=country");

    page.getByTestId("help-what").press("Enter");

    Locator meaning = page.locator("#help-eradicated_area");
    assertThat(meaning).isFocused();
    assertThat(meaning).isVisible();
    assertThat(page.locator("#help-eradicated_area + dd")).containsText("resiembra");
  }

  @Test
  void itFollowsTheLanguageOfThePage() {
    Page page = app.phone("/?help=totals");
    assertThat(page.locator("#help-totals")).hasText("Cómo se hacen los totales");

    page.getByTestId("lang-en").click();

    assertThat(page.locator("#help-totals")).hasText("How totals are made");
    Object overflow =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(((Number) overflow).intValue()).isZero();
  }

  @Test
  void quechuaIsChosenInTheHelpOnlyAndSaysHowMuchItCovers() {
    Page page = app.laptop("/?help=languages");
    assertThat(page.getByTestId("lang-quy")).hasCount(0);
    assertThat(page.getByTestId("coverage-quy"))
        .containsText(Pattern.compile("runasimi: \\d\\d\\s% .*sin revisar", Pattern.DOTALL));

    page.getByTestId("help-quy").press("Enter");

    assertThat(page.locator("html")).hasAttribute("lang", "quy");
    assertThat(page.locator("#mine-open [data-t]")).hasText("Ñuqapa suyuy");
    assertThat(page.locator("#mine-open [data-t]")).hasAttribute("lang", "quy");
    assertThat(page.locator("#draw-open [data-t]")).hasAttribute("lang", "es");
    assertThat(page.locator("h1")).containsText("DEVIDA-OPD nisqanman hina");
    assertThat(page.getByTestId("legend")).containsText("Mana qawasqa");
    page.waitForURL(url -> url.contains("lang=quy"));

    page.reload();
    AppBrowser.ready(page);
    assertThat(page.locator("#mine-open [data-t]")).hasText("Ñuqapa suyuy");
    page.getByTestId("lang-es").click();
    assertThat(page.locator("#mine-open [data-t]")).hasText("Mi región");
    assertThat(page.locator("[data-layer]")).hasCount(0);
    assertThat(page.getByTestId("lang-quy")).hasCount(0);
  }
}
