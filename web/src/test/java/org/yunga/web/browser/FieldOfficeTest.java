package org.yunga.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yunga.geodata.reference.ReferenceData;

/** The path of somebody in a field office: their region, on paper, and in a file to carry. */
class FieldOfficeTest {

  private static final String SAN_MARTIN = "/?region-set=departments&region=22&mine=1";

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
  void aRegionIsChosenOnceByKeyboardAlone() {
    Page page = app.laptop("/");

    page.getByTestId("mine-open").focus();
    page.keyboard().press("Enter");
    Locator set = page.getByTestId("mine-set");
    assertThat(set).isVisible();
    set.focus();
    page.keyboard().type("Depart");
    Locator region = page.getByTestId("mine-region");
    assertThat(region.locator("option[value='22']")).hasCount(1);
    page.keyboard().press("Tab");
    page.keyboard().type("San M");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");

    assertThat(page.getByTestId("mine-name")).hasText("San Martín");
    assertThat(page).hasURL(Pattern.compile("mine=1"));
    Page again = page.context().newPage();
    again.navigate(app.address() + "/");
    assertThat(again.getByTestId("mine-name")).hasText("San Martín");
    again.getByTestId("mine-forget").click();
    Page later = page.context().newPage();
    later.navigate(app.address() + "/");
    AppBrowser.ready(later);
    assertThat(later.getByTestId("list-title")).hasText("Departamentos");

    later.getByTestId("mine-open").click();
    later.getByTestId("mine-set").selectOption("field-offices");
    later.getByTestId("mine-region").selectOption("oz-jaen");
    later.getByTestId("mine-take").click();

    assertThat(later.getByTestId("mine-name")).hasText("Oficina Zonal Jaén");
    assertThat(later.getByTestId("mine-name")).isFocused();
  }

  @Test
  void figuresAreToldInSentences() {
    Page page = app.laptop(SAN_MARTIN);

    Locator coca = page.locator("[data-testid=fact][data-indicator=coca_area]");
    assertThat(coca).containsText("2,114 ha en 2024, según DEVIDA-OPD. 3.2 % menos que en 2023.");
    assertThat(coca).containsText("Desde 2021 subió 3.3 %.");
    coca.locator(".number").click();
    assertThat(page.locator("#card strong")).hasText("San Martín");
    Locator titles = page.getByTestId("mine-targets").locator("tbody tr").first();
    assertThat(page.getByTestId("mine-targets")).containsText("12,200");
    assertThat(titles).containsText(Pattern.compile("\\d"));
    assertThat(titles.locator("td[colspan='2']")).containsText("No hay cifra lograda");
    assertThat(page.getByTestId("mine-changes")).containsText("primera entrega");
    assertThat(page.locator("body")).not().containsText(Pattern.compile("undefined|\\{\\w+}"));

    page.getByTestId("lang-en").click();

    assertThat(coca).containsText("2,114 ha in 2024, according to DEVIDA-OPD. 3.2% less than");
    assertThat(page.getByTestId("mine")).not().containsText("según");
  }

  @Test
  void itPrintsOnA4() throws IOException {
    Page page = app.laptop(SAN_MARTIN);
    assertThat(page.getByTestId("mine-changes")).containsText("primera entrega");

    byte[] pdf = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
    String text = new String(pdf, StandardCharsets.ISO_8859_1);

    Files.write(folder.resolve("mine.pdf"), pdf);
    // A4 in points
    assertThat(text).containsPattern("/MediaBox \\[0 0 59[45][.\\d]* 84[12][.\\d]*\\]");
    assertThat(pages(text)).isBetween(1L, 3L);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.getByTestId("mine-name")).isVisible();
    assertThat(page.locator(".locator")).isVisible();
    for (String hidden : new String[] {"#map", "#time", "header.head", "[data-testid=pack]"}) {
      assertThat(page.locator(hidden)).isHidden();
    }
  }

  private static long pages(String pdf) {
    return Pattern.compile("/Type /Page\\b(?!s)").matcher(pdf).results().count();
  }

  @Test
  void aPackIsSavedAsAFileAndOpenedOnAnotherDevice() {
    Page page = app.laptop(SAN_MARTIN);
    assertThat(page.getByTestId("pack-save")).containsText(Pattern.compile("\\(\\d+ kB\\)"));
    Download download = page.waitForDownload(() -> page.getByTestId("pack-file").click());
    Path file = folder.resolve(download.suggestedFilename());
    download.saveAs(file);
    assertThat(file.getFileName().toString()).endsWith(".yunga");

    Page other = app.phone("/");
    other.getByTestId("mine-open").click();
    other.getByTestId("pack-open").setInputFiles(file);

    assertThat(other.getByTestId("mine-name")).hasText("San Martín");
    assertThat(other.getByTestId("standing")).containsText("Paquete de San Martín, entrega 1");
    assertThat(other.getByTestId("standing")).containsText("guardado hoy");
    assertThat(other).hasURL(Pattern.compile("pack=departments/22"));
    assertThat(other.locator("#download-open")).isHidden();
    other.reload();
    assertThat(other.getByTestId("mine-name")).hasText("San Martín");
    other.getByTestId("leave-pack").click();
    AppBrowser.ready(other);
    assertThat(other.getByTestId("standing")).isHidden();
  }

  @Test
  void aBrokenOrForeignFileIsToldInWordsAndNothingIsLost() throws IOException {
    Page page = app.laptop(SAN_MARTIN);
    Download download = page.waitForDownload(() -> page.getByTestId("pack-file").click());
    Path whole = folder.resolve("whole.yunga");
    download.saveAs(whole);
    byte[] bytes = Files.readAllBytes(whole);
    Locator said = page.getByTestId("pack-said");

    open(page, "half.yunga", Arrays.copyOf(bytes, bytes.length / 2));
    assertThat(said).containsText("incompleto o dañado");
    byte[] damaged = bytes.clone();
    damaged[bytes.length / 2] ^= 0x55;
    open(page, "damaged.yunga", damaged);
    assertThat(said).containsText("incompleto o dañado");
    open(page, "notes.txt", "hola".getBytes(StandardCharsets.UTF_8));
    assertThat(said).containsText("no es un paquete de Yunga");
    open(page, "nothing.yunga", new byte[0]);
    assertThat(said).containsText("no es un paquete de Yunga");
    assertThat(page.getByTestId("mine-name")).hasText("San Martín");
  }

  private static void open(Page page, String name, byte[] bytes) {
    page.getByTestId("pack-open")
        .setInputFiles(new FilePayload(name, "application/octet-stream", bytes));
  }

  @Test
  void whereNothingCanBeKeptItIsSaidAndTheFileStillOpens() {
    Page page = app.page(1366, 900);
    page.addInitScript(
        "Object.defineProperty(window, 'caches', {value: {"
            + "open: () => Promise.reject(new DOMException('no', 'SecurityError')),"
            + "keys: () => Promise.resolve([]), match: () => Promise.resolve(undefined)}});"
            + "Storage.prototype.setItem = () => { throw new DOMException('no', 'SecurityError') }");
    page.navigate(app.address() + SAN_MARTIN);
    AppBrowser.ready(page);

    page.getByTestId("pack-save").click();
    assertThat(page.getByTestId("pack-said")).containsText("no permite guardar");
    Download download = page.waitForDownload(() -> page.getByTestId("pack-file").click());
    Path file = folder.resolve("private.yunga");
    download.saveAs(file);
    page.getByTestId("mine-own").click();
    assertThat(page.getByTestId("mine-name")).hasText("San Martín");
    page.getByTestId("pack-open").setInputFiles(file);

    assertThat(page.getByTestId("standing")).containsText("no guardado en este equipo");
    assertThat(page.getByTestId("mine-name")).hasText("San Martín");
  }

  @Test
  void aFullDiskIsSaidInWords() {
    Page page = app.page(1366, 900);
    page.addInitScript(
        "Cache.prototype.put = () => Promise.reject(new DOMException('no', 'QuotaExceededError'))");
    page.navigate(app.address() + SAN_MARTIN);
    AppBrowser.ready(page);

    page.getByTestId("pack-save").click();

    assertThat(page.getByTestId("pack-said")).containsText("No queda espacio");
  }

  @Test
  void aClockThatIsWrongIsSaid() {
    Page page = app.laptop(SAN_MARTIN);
    page.getByTestId("pack-save").click();
    assertThat(page.getByTestId("packs")).containsText("guardado hoy");

    page.addInitScript("const real = Date.now; Date.now = () => real() - 40 * 86400000;");
    page.reload();

    assertThat(page.getByTestId("packs")).containsText("el reloj de este equipo");
  }

  @Test
  void aPackThatIsNotHereIsSaidInWords() {
    Page page = app.page(360, 740);
    page.navigate(app.address() + "/?pack=departments/22");
    AppBrowser.ready(page);

    assertThat(page.locator("[role=alert]")).containsText("no está guardado en este equipo");
    assertThat(page.locator(".tools")).isHidden();
    app.forgetComplaints("ApiError");
  }

  @Test
  void aRegionThatIsGoneIsSaidInWords() {
    Page page = app.phone("/?region-set=departments&region=99&mine=1");

    assertThat(page.getByTestId("notice")).containsText("99");
    assertThat(page.getByTestId("mine-set")).isVisible();
  }
}
