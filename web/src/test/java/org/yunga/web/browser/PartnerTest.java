package org.yunga.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.dataset.ReleaseContent;
import org.yunga.core.figure.Figure;
import org.yunga.core.store.geopackage.GeoPackageStore;
import org.yunga.geodata.reference.ReferenceData;

/**
 * The partner's path: from a number to its rows, the download, the citation and a link that stays.
 */
class PartnerTest {

  private static final double ADDED = 1000;

  @TempDir private Path folder;

  private RunningApp app;

  @BeforeEach
  void start() {
    app = new RunningApp(folder.resolve("store"), ReferenceData::install);
  }

  @AfterEach
  void stop() {
    app.close();
  }

  /** The shipped data once more, with San Martín's coca of 2024 a thousand hectares larger. */
  private static void publishLarger(GeoPackageStore store) {
    ReleaseContent content = store.readLatest();
    Dataset old = content.release().datasets().get(0);
    Dataset next =
        Dataset.of(
            old.key(), old.title(), old.source(), old.licence(), "nuevo.csv", "cd".repeat(32));
    List<Figure> figures =
        content.figures().stream().map(figure -> larger(figure, next.id())).toList();
    store.publish(new Delivery(next, content.catalogue(), content.regions(), figures));
  }

  private static Figure larger(Figure f, String dataset) {
    boolean chosen =
        f.region().code().equals("22")
            && f.indicator().equals("coca_area")
            && f.period().toString().equals("2024");
    OptionalDouble value = chosen ? OptionalDouble.of(f.value().getAsDouble() + ADDED) : f.value();
    return new Figure(
        f.key(), f.state(), value, f.method(), f.status(), f.source(), f.note(), dataset);
  }

  private static Page look(Page page, String address) {
    page.navigate(address);
    AppBrowser.ready(page);
    return page;
  }

  @Test
  void fromTheNumberToItsRowsToALinkThatStaysTheSame() throws IOException {
    Page page = app.laptop("/");
    page.locator("[data-testid=region-list] [data-code='22']").first().click();
    String number = page.getByTestId("story-value").textContent();

    page.getByTestId("story-value").click();
    page.getByTestId("card-explain").click();
    assertThat(page.getByTestId("explain-value")).hasText(number);
    assertThat(page.getByTestId("explain-rows-table").locator("tbody tr")).hasCount(1);
    assertThat(page.getByTestId("explain-dataset")).containsText("SHA-256");
    assertThat(page).hasURL(Pattern.compile("explain=1"));
    String told = page.getByTestId("explain-rows-table").locator("tbody td").first().textContent();
    Download rows = page.waitForDownload(() -> page.getByTestId("explain-csv").click());
    assertThat(csv(rows).get(0).getField("value")).isEqualTo(told.replace(",", ""));

    page.getByTestId("explain-close").click();
    page.getByTestId("download-open").click();
    assertThat(page.getByTestId("download-csv").first().locator(".size")).containsText("kB");
    assertThat(page.getByTestId("citation")).containsText("release=1");
    assertThat(page.getByTestId("citation-other")).containsText("Yunga, release 1");
    assertThat(page.getByTestId("cite-bib")).hasAttribute("href", contains("version"));
    assertThat(page.getByTestId("download-licences")).not().isEmpty();
    assertThat(page.getByTestId("download-licences").locator("[lang=es]").first()).isVisible();
    page.getByTestId("link-latest").check();
    assertThat(page.getByTestId("permalink").inputValue()).doesNotContain("release=");
    assertThat(page.getByTestId("embed-code").inputValue()).doesNotContain("release=");
    page.getByTestId("link-fixed").check();
    String link = page.getByTestId("permalink").inputValue();
    assertThat(link).contains("release=1", "region=22", "period=2024");
    assertThat(page.getByTestId("embed-code").inputValue()).contains("release=1");

    publishLarger(app.store());
    page.waitForCondition(
        () -> {
          page.evaluate("dispatchEvent(new Event('online'))");
          return page.getByTestId("standing").isVisible();
        });
    assertThat(page.getByTestId("standing")).containsText("Se publicó la entrega 2");

    Page fresh = look(app.page(1366, 900), link);
    assertThat(fresh.getByTestId("story-value")).hasText(number);
    assertThat(fresh.getByTestId("standing")).containsText("Está viendo la entrega 1");
    fresh.getByTestId("lang-en").click();
    assertThat(fresh.getByTestId("standing")).containsText("You are looking at release 1");
    assertThat(fresh.getByTestId("download-csv").first())
        .hasAttribute("href", contains("release=1"));
    fresh.getByTestId("to-latest").click();
    AppBrowser.ready(fresh);
    assertThat(fresh.getByTestId("standing")).isHidden();
    assertThat(fresh.getByTestId("story-value")).not().hasText(number);
    assertThat(fresh).hasURL(Pattern.compile("region=22"));
    assertThat(fresh).hasURL(Pattern.compile("lang=en"));
    assertThat(fresh).not().hasURL(Pattern.compile("release="));
    app.assertNoComplaints();
  }

  private static java.util.regex.Pattern contains(String text) {
    return java.util.regex.Pattern.compile(".*" + text + ".*", java.util.regex.Pattern.DOTALL);
  }

  private List<NamedCsvRecord> csv(Download download) throws IOException {
    Path file = folder.resolve(download.suggestedFilename());
    download.saveAs(file);
    return CsvReader.builder().ofNamedCsvRecord(file).stream().toList();
  }

  /** The sum names who went in and who did not; its link opens the same again. */
  @Test
  void aSumIsTakenApartAndItsExplanationCanBeLinked() {
    Page page = app.laptop("/?region=22");
    page.getByTestId("story-back").click();
    String sum = page.getByTestId("total").textContent();
    page.getByTestId("total").click();
    page.getByTestId("card-explain").click();

    assertThat(page.getByTestId("explain-value")).hasText(sum);
    int rows = page.getByTestId("explain-rows-table").locator("tbody tr").count();
    assertThat(page.getByTestId("explain-making")).containsText("Suma hecha por Yunga");
    assertThat(page.getByTestId("explain-rows")).containsText(rows + " filas entran");
    assertThat(page.getByTestId("explain-leftOut")).containsText("No vigilado");
    assertThat(page).hasURL(Pattern.compile("explain="));
    Page again = look(app.page(1366, 900), page.url());
    assertThat(again.getByTestId("explain-value")).hasText(sum);
    page.getByTestId("time-slider").press("ArrowLeft");
    assertThat(page.getByTestId("explain-value")).not().hasText(sum);
    app.assertNoComplaints();
  }

  @Test
  void theKeyboardIsAFullWay() {
    Page page = app.laptop("/?region=22");
    page.getByTestId("story-value").press("Enter");
    Locator explain = page.getByTestId("card-explain");
    for (int i = 0; i < 3 && !isFocused(explain); i++) {
      page.keyboard().press("Tab");
    }
    assertThat(explain).isFocused();
    page.keyboard().press("Enter");

    assertThat(page.locator("#story-name")).hasText("Cómo se obtuvo esta cifra");
    assertThat(page.locator("#story-name")).isFocused();
    page.keyboard().press("Shift+Tab");
    assertThat(page.getByTestId("explain-close")).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.getByTestId("story-name")).hasText("San Martín");
    app.assertNoComplaints();
  }

  private static boolean isFocused(Locator element) {
    return (boolean) element.evaluate("e => e === document.activeElement");
  }

  @Test
  void aReleaseThatThereIsNotIsSaidAndNothingElseIsLost() {
    Page page = app.laptop("/?period=2019&region=22&release=77");

    assertThat(page.getByTestId("standing")).containsText("no hay una entrega «77»");
    assertThat(page.getByTestId("sentence-period")).containsText("2019");
    assertThat(page.getByTestId("story-name")).hasText("San Martín");
    assertThat(page).not().hasURL(Pattern.compile("release="));
    page.getByTestId("standing-read").click();
    assertThat(page.getByTestId("standing")).isHidden();
    app.assertNoComplaints();
  }

  @Test
  void withoutTheServerItIsToldFromWhatIsAtHand() {
    Page page = app.laptop("/?region=22");
    assertThat(page.locator("html")).hasAttribute("data-kept", "true");
    String number = page.getByTestId("story-value").textContent();
    app.stopServer();
    page.getByTestId("story-value").click();
    page.getByTestId("card-explain").click();

    assertThat(page.getByTestId("explain-local")).containsText("El servidor no responde");
    assertThat(page.getByTestId("explain-value")).hasText(number);
    assertThat(page.getByTestId("explain-rows-table").locator("tbody tr")).hasCount(1);
    app.assertOnlyUnreachable();
  }

  @ParameterizedTest
  @CsvSource({"es, false", "es, true", "en, false", "en, true"})
  void nothingOfItIsOutOfReach(String language, boolean phone) {
    String address = "/?region=22&explain=1&lang=" + language;
    Page page = phone ? app.phone(address) : app.laptop(address);
    page.getByTestId("explain-rows").waitFor();
    assertThat(Axe.violations(page)).isEmpty();
    look(page, app.address() + "/?release=77&explain=total&lang=" + language);
    page.getByTestId("explain-leftOut").waitFor();
    page.getByTestId("explain-leftOut").locator("summary").first().click();
    assertThat(Axe.violations(page)).isEmpty();
    page.getByTestId("story").evaluate("e => e.scrollTo(0, e.scrollHeight)");
    assertThat((int) page.evaluate("document.documentElement.scrollWidth - innerWidth"))
        .as("nothing hangs out at the side")
        .isLessThanOrEqualTo(0);
  }
}
