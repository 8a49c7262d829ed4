package org.yunga.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What cannot be shown is said in words, and nothing is lost by it. More of it stands with what it
 * is about: packs in {@link FieldOfficeTest}, releases and servers that are gone in {@link
 * OfflineTest}, files of data in {@link DataPanelTest}.
 */
class BadInputTest {

  private static final String SAN_MARTIN = "/?region-set=departments&region=22&mine=1";

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
  @CsvSource({
    "/?indicator=gold, gold",
    "/?region-set=planets, planets",
    "/?period=1066, 1066",
    "/?series=ONU, ONU",
    "/?measure=wish, wish",
    "/?lang=qu, qu",
    "/?region=99, 99"
  })
  void whatALinkAsksForInVainIsNamedAndTheNearestShown(String address, String given) {
    Page page = app.laptop(address);

    assertThat(page.getByTestId("notice")).containsText("«" + given + "»");
    assertThat(page.getByTestId("region-list").locator("[data-code]")).not().hasCount(0);
    page.getByTestId("notice").locator("button").click();
    assertThat(page.getByTestId("notice")).isHidden();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", SAN_MARTIN})
  void aPackThatIsDroppedAnywhereOnThePageOpens(String address) throws IOException {
    Path pack = carried();
    Page page = app.laptop(address);

    drop(page, "22.yunga", Files.readAllBytes(pack));

    assertThat(page.getByTestId("standing")).containsText("Paquete de San Martín");
    assertThat(page.getByTestId("mine-name")).hasText("San Martín");
  }

  private static Path carried() {
    Page page = app.laptop(SAN_MARTIN);
    Download download = page.waitForDownload(() -> page.getByTestId("pack-file").click());
    Path file = folder.resolve("carried.yunga");
    download.saveAs(file);
    page.context().close();
    return file;
  }

  @Test
  void nonsenseThatIsDroppedOnThePageIsSaidAndThePageStays() {
    Page page = app.laptop("/?period=2019");

    drop(page, "titulos.csv", "UBIGEO,Títulos\n22,5\n".getBytes(StandardCharsets.UTF_8));

    assertThat(page.getByTestId("notice")).containsText("no es un paquete de Yunga");
    assertThat(page.getByTestId("notice")).containsText("Datos");
    drop(page, "half.yunga", new byte[] {0x1f, (byte) 0x8b, 8, 0});
    assertThat(page.getByTestId("notice")).containsText("incompleto o dañado");
    assertThat(page.getByTestId("sentence-period")).containsText("2019");
  }

  private static void drop(Page page, String name, byte[] bytes) {
    page.waitForFunction("() => document.documentElement.dataset.drops === 'true'");
    JSHandle transfer =
        page.evaluateHandle(
            "([name, base64]) => { const transfer = new DataTransfer();"
                + " const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));"
                + " transfer.items.add(new File([bytes], name)); return transfer; }",
            List.of(name, Base64.getEncoder().encodeToString(bytes)));
    Locator map = page.locator("#map");
    map.dispatchEvent("dragover", Map.of("dataTransfer", transfer));
    map.dispatchEvent("drop", Map.of("dataTransfer", transfer));
  }

  @ParameterizedTest
  @CsvSource({
    "roto.geojson, '{\"type\":\"FeatureColl'",
    "vacio.geojson, ''",
    "lista.geojson, '[1,2,3]'",
    "linea.geojson, '{\"type\":\"LineString\",\"coordinates\":[[-76,-9],[-75,-9]]}'"
  })
  void nonsenseThatIsUploadedToBeDrawnIsSaid(String name, String text) {
    Page page = app.laptop("/?draw=-76.5,-9.6,-75.4,-9.6,-75.4,-8.7,-76.5,-8.7");
    String before = page.getByTestId("draw-area").getAttribute("data-hectares");

    page.getByTestId("draw-upload")
        .setInputFiles(
            new FilePayload(name, "application/geo+json", text.getBytes(StandardCharsets.UTF_8)));

    assertThat(page.locator("[data-testid=draw-panel] [role=alert]")).not().isEmpty();
    assertThat(page.getByTestId("draw-area")).hasAttribute("data-hectares", before);
  }

  @Test
  void aBrowserThatRefusesAllStorageShowsEverything() {
    Page page = app.page(1366, 900);
    page.addInitScript(
        "for (const name of ['localStorage', 'sessionStorage', 'caches', 'indexedDB'])"
            + " Object.defineProperty(window, name, { get() {"
            + "  throw new DOMException('no', 'SecurityError') } });"
            + "Object.defineProperty(navigator, 'serviceWorker', { get() {"
            + "  throw new DOMException('no', 'SecurityError') } });");
    page.navigate(app.address() + SAN_MARTIN);
    AppBrowser.ready(page);

    assertThat(page.getByTestId("mine-name")).hasText("San Martín");
    page.getByTestId("pack-save").click();
    assertThat(page.getByTestId("pack-said")).containsText("no permite guardar");
    page.getByTestId("data-open").click();
    assertThat(page.getByTestId("data-releases")).isVisible();
  }

  @Test
  void regionsOfASetThatCannotBeFetchedAreSaid() {
    Page page = app.pageWithoutWorker();
    page.navigate(app.address() + "/");
    AppBrowser.ready(page);
    page.getByTestId("mine-open").click();
    page.getByTestId("mine-set").waitFor();
    page.route("**/places/zei/*", Route::abort);

    page.getByTestId("mine-set").selectOption("zei");

    assertThat(page.getByTestId("mine-said")).containsText("El servidor no responde");
    assertThat(page.getByTestId("mine-take")).isDisabled();
    page.getByTestId("mine-set").selectOption("departments");
    assertThat(page.getByTestId("mine-take")).isEnabled();
    app.forgetComplaints("net::ERR_FAILED");
    app.forgetComplaints("Service Worker registration blocked");
  }
}
