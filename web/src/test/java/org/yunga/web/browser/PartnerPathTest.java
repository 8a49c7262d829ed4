package org.yunga.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yunga.geodata.reference.ReferenceData;

/** A file, how to cite it, and a link that shows the same for ever. */
class PartnerPathTest {

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

  @ParameterizedTest
  @EnumSource
  void aFileWithItsCitationAndALinkThatStays(Hand hand) throws IOException {
    Page page = app.laptop("/?period=2022&region=22");
    hand.press(page.getByTestId("download-open"));

    Download table =
        page.waitForDownload(
            () -> hand.press(page.locator("ul.downloads").getByTestId("download-csv").first()));
    Path file = folder.resolve(hand + table.suggestedFilename());
    table.saveAs(file);
    assertThat(Files.readString(file)).contains("San Martín", "2022", "DEVIDA-OPD");

    Download reference = page.waitForDownload(() -> hand.press(page.getByTestId("cite-bib")));
    Path bib = folder.resolve(hand + ".bib");
    reference.saveAs(bib);
    String cited = Files.readString(bib);
    assertThat(cited).contains("2022", "DEVIDA");

    String link = cited.replaceAll("(?s).*url = \\{([^}]*)\\}.*", "$1");
    Page later = page.context().newPage();
    later.navigate(link);
    AppBrowser.ready(later);
    assertThat(later.locator("h1")).hasText(page.locator("h1").textContent());
    assertThat(later.getByTestId("story-name")).hasText("San Martín");
  }
}
