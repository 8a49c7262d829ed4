package org.yunga.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yunga.geodata.reference.ReferenceData;

/** Links as earlier versions of the app wrote them into addresses, mails and reports. */
class OldLinksTest {

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

  /** Never take a line out; a new version of the address adds one. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "?indicator=coca_area&region-set=departments&measure=actual&period=2024&series=DEVIDA-OPD&region=22&lang=es"
            + " | coca | story-name | San Martín",
        "?indicator=coca_area&region-set=departments&measure=actual&period=2017&series=UNODC&lang=en"
            + " | coca | sentence-period | 2017",
        "?indicator=land_titles&region-set=departments&measure=target&period=2015&series=PIRDAIS&lang=es"
            + " | Meta | sentence-period | 2015",
        "?indicator=land_titles&region-set=departments&measure=actual&period=2016/2017&series=PIRDAIS&lang=en"
            + " | Titles | sentence-period | 2016",
        "?indicator=coca_area&region-set=production-zones&measure=actual&period=2023&series=DEVIDA-OPD&lang=es"
            + " | zona de producción | sentence-period | 2023",
        "?indicator=coca_area&region-set=departments&measure=actual&period=2024&series=DEVIDA-OPD&lang=es&compare=2020"
            + " | coca | compare-sum | 2020",
        "?indicator=coca_area&region-set=departments&measure=actual&period=2024&series=DEVIDA-OPD&lang=es&data=load"
            + " | coca | data-token | ",
        "?indicator=coca_area&region-set=departments&measure=actual&period=2024&series=DEVIDA-OPD&region=22&lang=es&mine=1"
            + " | coca | mine-name | San Martín",
        "?indicator=coca_area&region-set=departments&measure=actual&period=2024&series=DEVIDA-OPD&region=22&lang=es&explain=1&release=1"
            + " | coca | explain-making | fuente",
      })
  void stillShowWhatTheyShowed(String search, String sentence, String element, String text) {
    Page page = app.laptop("/" + search);

    assertThat(page.locator("h1")).containsText(sentence);
    assertThat(page.getByTestId(element).first()).containsText(text == null ? "" : text);
    assertThat(page.getByTestId("notice")).isHidden();
    app.assertNoComplaints();
  }
}
