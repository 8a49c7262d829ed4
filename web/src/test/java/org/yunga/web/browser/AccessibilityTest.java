package org.yunga.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yunga.core.audit.Actor;
import org.yunga.geodata.reference.ReferenceData;
import org.yunga.web.access.TokenSecret;

/** No page of the app breaks a rule of accessibility that axe-core 4.6 can check. */
class AccessibilityTest {

  /** Half of it is refused, so that all parts of the page for loading are there. */
  private static final String PLOTS =
      "wkt;anio;area_ha\n"
          + "POLYGON((-76 -9.3,-75.999 -9.3,-75.999 -9.299,-76 -9.299,-76 -9.3));2023;1.2\n"
          + "POLYGON((-66 -9.3,-65.999 -9.3,-65.999 -9.299,-66 -9.299,-66 -9.3));2099;1.2\n";

  @TempDir private static Path folder;

  private static final TokenSecret SECRET = TokenSecret.random();
  private static RunningApp app;

  @BeforeAll
  static void start() {
    app =
        new RunningApp(
            folder,
            store -> {
              ReferenceData.install(store);
              store.tokens().create("oficina", SECRET.sha256(), Optional.empty(), Actor.PROGRAM);
            });
  }

  @AfterAll
  static void stop() {
    if (app != null) {
      app.close();
    }
  }

  private static List<String> violations(Page page, String where) {
    List<String> found = new ArrayList<>();
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      Axe.violations(page).forEach(one -> found.add(where + " " + scheme + ": " + one));
    }
    TargetSize.violations(page).forEach(one -> found.add(where + ", too small: " + one));
    return found;
  }

  @ParameterizedTest
  @CsvSource({"es, false", "es, true", "en, false", "en, true"})
  void theMapAndTheDownloads(String language, boolean phone) {
    String address = "/?region=22&lang=" + language;
    Page page = phone ? app.phone(address) : app.laptop(address);
    List<String> found = new ArrayList<>(violations(page, "map"));

    page.getByTestId("download-open").press("Enter");
    page.getByTestId("download-files").waitFor();
    found.addAll(violations(page, "downloads"));
    page.getByTestId("compare-open").press("Enter");
    page.getByTestId("compare-sum").waitFor();
    found.addAll(violations(page, "comparison"));

    assertThat(found).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"es, false", "es, true", "en, false", "en, true"})
  void everyWayToCompare(String language, boolean phone) {
    String address = "/?indicator=coca_area&region=22&compare=regions&lang=" + language;
    Page page = phone ? app.phone(address) : app.laptop(address);
    page.getByTestId("compare-regions").waitFor();
    List<String> found = new ArrayList<>(violations(page, "regions"));

    for (String way : List.of("ranks", "scatter", "maps", "series", "targets", "release")) {
      page.getByTestId("compare-what").selectOption(way);
      page.waitForURL(url -> url.contains("compare=" + way));
      page.locator("[data-testid=compare][data-way=" + way + "]").waitFor();
      found.addAll(violations(page, way));
    }

    assertThat(found).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"es, false", "es, true", "en, false", "en, true"})
  void thePagesAboutData(String language, boolean phone) {
    String address = "/?data=load&lang=" + language;
    Page page = phone ? app.phone(address) : app.laptop(address);
    page.getByTestId("data-token").waitFor();
    List<String> found = new ArrayList<>(violations(page, "token"));

    page.getByTestId("data-token").fill(SECRET.reveal());
    page.getByTestId("data-token").press("Enter");
    page.getByTestId("data-kind").selectOption("new");
    found.addAll(violations(page, "load"));
    page.getByTestId("data-kind").selectOption("plots:coca_field");
    page.getByTestId("data-file")
        .setInputFiles(
            new com.microsoft.playwright.options.FilePayload(
                "campos.csv", "text/csv", PLOTS.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    page.getByTestId("data-send").press("Enter");
    page.getByTestId("data-step-5").waitFor();
    page.getByTestId("data-more-roles").locator("summary").press("Enter");
    found.addAll(violations(page, "staged"));

    page.getByTestId("data-back").press("Enter");
    page.getByTestId("data-datasets").locator("summary").first().press("Enter");
    found.addAll(violations(page, "home"));
    page.getByTestId("data-boundaries").press("Enter");
    page.getByTestId("boundaries-set").waitFor();
    found.addAll(violations(page, "boundaries"));
    page.getByTestId("data-back").press("Enter");
    page.getByTestId("data-audit").press("Enter");
    page.getByTestId("data-audit-list").waitFor();
    found.addAll(violations(page, "audit"));

    assertThat(found).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"es, false", "es, true", "en, false", "en, true", "quy, false"})
  void theHelpAndMyRegion(String language, boolean phone) {
    String address = "/?region=22&help=all&lang=" + language;
    Page page = phone ? app.phone(address) : app.laptop(address);
    page.getByTestId("help-close").waitFor();
    page.evaluate("document.querySelectorAll('.help details').forEach(d => { d.open = true; })");
    List<String> found = new ArrayList<>(violations(page, "help"));

    page.getByTestId("mine-open").press("Enter");
    page.getByTestId("mine-take").or(page.getByTestId("pack-save")).first().waitFor();
    found.addAll(violations(page, "choosing my region"));
    page.navigate(app.address() + "/?region=22&mine=1&lang=" + language);
    AppBrowser.ready(page);
    page.getByTestId("pack-save").waitFor();
    found.addAll(violations(page, "my region"));
    page.context().setOffline(true);
    page.getByTestId("standing").waitFor();
    found.addAll(violations(page, "without a connection"));
    page.context().setOffline(false);
    page.getByTestId("pack-save").press("Enter");
    page.getByTestId("pack-use").press("Enter");
    page.getByTestId("leave-pack").waitFor();
    found.addAll(violations(page, "an open pack"));

    assertThat(found).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/, es",
    "/, en",
    "/help, es",
    "/help, en",
    "/embed?indicator=coca_area&region-set=departments, es",
    "/embed?indicator=coca_area&region-set=departments, en"
  })
  void pagesWithoutScript(String address, String language) {
    Page page = app.pageWithoutScript();
    page.navigate(
        app.address() + address + (address.contains("?") ? "&" : "?") + "lang=" + language);

    assertThat(violations(page, address)).isEmpty();
  }
}
