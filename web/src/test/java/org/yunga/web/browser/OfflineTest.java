package org.yunga.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;
import org.yunga.core.store.geopackage.GeoPackageStore;
import org.yunga.geodata.reference.ReferenceData;

/** What works when the server is stopped, and when it has another release meanwhile. */
class OfflineTest {

  @TempDir private Path folder;

  private RunningApp app;

  @BeforeEach
  void start() {
    app = new RunningApp(folder, ReferenceData::install);
  }

  @AfterEach
  void stop() {
    app.close();
  }

  private Page kept(String pathAndQuery) {
    Page page = app.laptop(pathAndQuery);
    assertThat(page.locator("html")).hasAttribute("data-kept", "true");
    return page;
  }

  @Test
  void whatWasSeenWorksWithoutTheServer() {
    Page page = kept("/");
    page.navigate(app.address() + "/?region-set=production-zones");
    AppBrowser.ready(page);
    String zones = page.getByTestId("region-list").textContent();

    app.stopServer();
    page.navigate(app.address() + "/");
    AppBrowser.ready(page);

    assertThat(page.getByTestId("standing")).containsText("Sin conexión");
    assertThat(page.getByTestId("standing")).containsText("entrega 1");
    assertThat(page.getByTestId("total")).hasText("89,754");
    page.getByTestId("time-slider").press("ArrowLeft");
    assertThat(page.getByTestId("sentence-period")).containsText("2023");
    page.locator("[data-testid=region-list] [data-code='22']").first().click();
    assertThat(page.getByTestId("story-name")).hasText("San Martín");
    page.navigate(app.address() + "/?region-set=production-zones");
    AppBrowser.ready(page);
    assertThat(page.getByTestId("region-list")).hasText(zones);
    page.getByTestId("lang-en").click();
    assertThat(page.getByTestId("standing")).containsText("No connection");
    app.assertOnlyUnreachable();
  }

  @Test
  void anotherIndicatorOrYearAsksNothing() {
    Page page = kept("/");
    page.waitForLoadState(LoadState.NETWORKIDLE);
    int[] asked = {0};
    page.onRequest(request -> asked[0] += request.url().matches(".*/(api|data|places)/.*") ? 1 : 0);

    page.getByTestId("time-slider").press("ArrowLeft");
    page.getByTestId("sentence-indicator").click();
    page.locator("[data-value='forest_loss']").first().click();
    AppBrowser.ready(page);
    assertThat(page).hasURL(Pattern.compile("indicator=forest_loss"));
    assertThat(page.getByTestId("region-list").locator("[data-code]")).not().hasCount(0);

    assertThat(asked[0]).isZero();
    app.assertNoComplaints();
  }

  @Test
  void whatWasNotSeenIsSaidAndAPackStandsIn() {
    Page page = kept("/?region-set=departments&region=22&mine=1");
    page.getByTestId("pack-save").click();
    assertThat(page.getByTestId("pack-said")).containsText("Guardado");

    app.stopServer();
    page.navigate(app.address() + "/?region-set=field-offices&indicator=cacao_area_assisted");
    AppBrowser.ready(page);

    Locator failed = page.locator("[role=alert]");
    assertThat(failed).containsText("El servidor no responde");
    page.getByTestId("pack-use").click();
    assertThat(page.getByTestId("mine-name")).hasText("San Martín");
    page.navigate(
        app.address()
            + "/?region-set=field-offices&indicator=cacao_area_assisted&pack=departments/22");
    AppBrowser.ready(page);
    assertThat(page.getByTestId("region-list").locator("[data-code]")).not().hasCount(0);
    app.assertOnlyUnreachable();
  }

  @Test
  void aReleaseThatIsPublishedMeanwhileIsSaidAndNotMixedIn() {
    Page page = kept("/");
    String key = page.locator("html").getAttribute("data-key");

    publishAnother(app.store());
    page.waitForCondition(
        () -> {
          page.evaluate("dispatchEvent(new Event('online'))");
          return page.getByTestId("standing").isVisible();
        });

    assertThat(page.getByTestId("standing")).containsText("Se publicó la entrega 2");
    page.navigate(app.address() + "/?region-set=production-zones");
    AppBrowser.ready(page);
    assertThat(page.getByTestId("standing")).isHidden();
    assertThat(page.locator("html")).not().hasAttribute("data-key", key);
    assertThat(page.locator("html")).hasAttribute("data-kept", "true");
    app.stopServer();
    page.navigate(app.address() + "/?region-set=production-zones");
    AppBrowser.ready(page);
    assertThat(page.getByTestId("standing")).containsText("entrega 2");
    app.assertOnlyUnreachable();
  }

  @Test
  void aPackOfAnotherReleaseSaysSoAndIsShownAsItWasSaved() {
    Page page = kept("/?region-set=departments&region=22&mine=1");
    Download download = page.waitForDownload(() -> page.getByTestId("pack-file").click());
    Path file = folder.resolve("first.yunga");
    download.saveAs(file);
    List<String> facts = page.getByTestId("fact").allTextContents();

    publishAnother(app.store());
    page.waitForCondition(() -> currentRelease(page) == 2);
    Page later = app.phone("/?region-set=departments&region=05&mine=1");
    later.getByTestId("pack-open").setInputFiles(file);

    assertThat(later.getByTestId("mine-name")).hasText("San Martín");
    assertThat(later.getByTestId("standing")).containsText("es de la entrega 1, del");
    assertThat(later.getByTestId("fact")).hasText(facts.toArray(String[]::new));
    later.goBack();
    assertThat(later.getByTestId("mine-name")).hasText("Ayacucho");
    assertThat(later.getByTestId("standing")).isHidden();
    app.assertNoComplaints();
  }

  @Test
  void anOlderPackAndOneOfAnotherStoreTakeNothingAway() throws IOException {
    Page page = app.laptop("/?region-set=departments&region=22&mine=1");
    Path older = folder.resolve("older.yunga");
    page.waitForDownload(() -> page.getByTestId("pack-file").click()).saveAs(older);
    Path foreign = Files.write(folder.resolve("foreign.yunga"), ofAnotherStore(older));
    publishAnother(app.store());
    page.waitForCondition(() -> currentRelease(page) == 2);
    page.reload();
    page.getByTestId("pack-save").click();
    assertThat(page.getByTestId("pack-said")).containsText("Guardado");

    page.getByTestId("pack-open").setInputFiles(older);

    assertThat(page.getByTestId("pack-said")).containsText("es de la entrega 1, del");
    assertThat(page.getByTestId("pack-said")).containsText("uno más nuevo, de la entrega 2, del");
    page.getByTestId("pack-use-older").click();
    assertThat(page.getByTestId("standing")).containsText("entrega 1, publicada el");
    assertThat(page.getByTestId("standing")).containsText("el servidor tiene la 2, del");
    assertThat(page.getByTestId("packs").locator("li")).containsText(new String[] {"entrega 2"});
    page.getByTestId("pack-open").setInputFiles(older);
    page.getByTestId("pack-use-newer").click();
    assertThat(page.getByTestId("standing")).containsText("entrega 2, guardado hoy");
    page.getByTestId("pack-open").setInputFiles(foreign);
    assertThat(page.getByTestId("standing")).containsText("Es de otra instalación de Yunga");
    assertThat(page.getByTestId("standing")).not().containsText("el servidor tiene");
    assertThat(page.getByTestId("packs").locator("li"))
        .containsText(new String[] {"entrega 1", "entrega 2"});
    page.getByTestId("lang-en").click();
    assertThat(page.getByTestId("standing")).containsText("another installation of Yunga");
    app.assertNoComplaints();
  }

  private static byte[] ofAnotherStore(Path pack) throws IOException {
    String text;
    try (InputStream in = new GZIPInputStream(Files.newInputStream(pack))) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      String other = text.replaceFirst("\"store\":\"[0-9a-f]+", "\"store\":\"0123456789abcdef");
      gzip.write(other.getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  private static int currentRelease(Page page) {
    return (int) page.evaluate("fetch('/data/current').then(a => a.json()).then(c => +c.release)");
  }

  private static void publishAnother(GeoPackageStore store) {
    Region sanMartin =
        new Region(
            new RegionRef("departments", "22"),
            "San Martín",
            Optional.empty(),
            Optional.empty(),
            new Place.Boundary(
                new GeometryFactory().toGeometry(new Envelope(-77, -76, -8, -7)), 123.5),
            List.of());
    Dataset dataset =
        Dataset.of(
            Dataset.BOUNDARIES + "departments",
            "Límites de prueba",
            "Oficina de prueba",
            "CC0",
            "prueba.geojson",
            "ab".repeat(32));
    store.publish(Delivery.ofRegions(dataset, List.of(sanMartin)));
  }
}
