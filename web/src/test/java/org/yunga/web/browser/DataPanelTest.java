package org.yunga.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yunga.core.audit.Actor;
import org.yunga.geodata.reference.ReferenceData;
import org.yunga.web.TitlingTable;
import org.yunga.web.access.TokenSecret;

/** Files that come in through the app, and what is in force, seen there. */
class DataPanelTest {

  private static final String TABLE =
      "Titulación de predios\nUBIGEO,Departamento,Títulos\n10,Huánuco,812\n22,San Martín,1250\n";

  private final TokenSecret secret = TokenSecret.random();

  @TempDir private Path folder;
  private RunningApp app;

  @BeforeEach
  void start() {
    app =
        new RunningApp(
            folder,
            store -> {
              ReferenceData.install(store);
              store.tokens().create("oficina", secret.sha256(), Optional.empty(), Actor.PROGRAM);
            });
  }

  @AfterEach
  void stop() {
    if (app != null) {
      app.close();
    }
  }

  private Page openedAtTheForm(Page page) {
    page.getByTestId("data-open").press("Enter");
    page.getByTestId("data-load").press("Enter");
    page.getByTestId("data-token").fill(secret.reveal());
    page.getByTestId("data-token").press("Enter");
    return page;
  }

  private void send(Page page, String name, String text) throws IOException {
    Path file = Files.writeString(Files.createTempDirectory(folder, "sent").resolve(name), text);
    page.getByTestId("data-file").setInputFiles(file);
    page.getByTestId("data-send").press("Enter");
  }

  private void map(Page page) {
    page.getByTestId("data-role-indicator").selectOption("land_titles");
    page.getByTestId("data-role-series").selectOption("PTRT3");
    page.getByTestId("data-role-period").fill("2019");
    page.getByTestId("data-again").press("Enter");
  }

  private void publish(Page page) {
    page.getByTestId("data-publish").waitFor();
    for (Locator box : page.locator("[data-testid^=data-need]").all()) {
      box.check();
    }
    page.getByTestId("data-publish").press("Enter");
    page.getByTestId("data-reload").waitFor();
  }

  @Test
  void anOfficeLoadsATableByKeyboard() throws IOException {
    Page page = openedAtTheForm(app.laptop("/"));
    send(page, "titulos.csv", TABLE);
    assertThat(page.getByTestId("data-step-5")).containsText("Aún no se puede publicar");

    map(page);
    assertThat(page.getByTestId("data-step-4")).containsText("San Martín");
    assertThat(page.getByTestId("data-step-4")).containsText("1,250");
    publish(page);

    assertThat(app.store().latestReleaseNumber()).isEqualTo(2);
    page.getByTestId("data-back").press("Enter");
    assertThat(page.getByTestId("data-releases")).containsText("oficina publicó figures/titulos");
    app.assertNoComplaints();
  }

  @Test
  void whatChangedIsSeenAsATableAndOnTheMap() throws IOException {
    Page page = openedAtTheForm(app.laptop("/"));
    send(page, "titulos.csv", TABLE);
    map(page);
    publish(page);
    page.getByTestId("data-back").press("Enter");

    page.getByTestId("data-diff-1").press("Enter");

    assertThat(page.locator("[data-testid=diff-regions] tr[data-code='22']")).containsText("1,250");
    assertThat(page.locator("#map path.diff-region.diff-new")).hasCount(2);
    page.getByTestId("data-back").press("Enter");
    assertThat(page.locator("#map path.diff-region")).hasCount(0);

    page.getByTestId("data-rollback-1").press("Enter");
    page.getByTestId("data-yes").press("Enter");
    page.getByTestId("data-reload").waitFor();
    assertThat(app.store().latestReleaseNumber()).isEqualTo(3);
    app.assertNoComplaints();
  }

  /** Choose the file, send it, publish it: nothing has to be said of the table. */
  @Test
  void theTableOfAnOfficeNeedsNoWords() {
    Page page = openedAtTheForm(app.laptop("/"));
    page.getByTestId("data-file")
        .setInputFiles(TitlingTable.write(folder.resolve("Titulación 2016.xlsx"), 2016));
    page.getByTestId("data-send").press("Enter");
    assertThat(page.getByTestId("data-step-4")).containsText("Nuevos: 12.");
    publish(page);
    assertThat(app.store().latestReleaseNumber()).isEqualTo(2);

    page.getByTestId("data-back").press("Enter");
    page.getByTestId("data-load").press("Enter");
    page.getByTestId("data-file")
        .setInputFiles(TitlingTable.write(folder.resolve("titulacion.xlsx"), 2015));
    page.getByTestId("data-send").press("Enter");
    assertThat(page.getByTestId("data-step-5")).containsText("No hay nada nuevo");
    app.assertNoComplaints();
  }

  @Test
  void anyColumnOfTheFileCanBeNamed() throws IOException {
    Page page = openedAtTheForm(app.laptop("/"));
    send(page, "cuadro.csv", "Lugar;Cosas\nPuno;20\n");
    page.getByTestId("data-more-region_name").selectOption("Lugar");
    page.getByTestId("data-more-value").selectOption("Cosas");

    map(page);

    assertThat(page.getByTestId("data-step-4")).containsText("Puno");
    assertThat(page.getByTestId("data-role-value")).hasValue("Cosas");
    app.assertNoComplaints();
  }

  @Test
  void aNewRegionSetIsNamedInTheForm() throws IOException {
    Page page = openedAtTheForm(app.phone("/"));
    page.getByTestId("data-kind").selectOption("new");
    page.getByTestId("data-set-name").fill("Comunidades nativas");
    page.getByTestId("data-set-name-en").fill("Native communities");
    page.getByTestId("data-set-id").fill("native-communities");
    send(
        page,
        "cn.csv",
        "code,name,desde,wkt\n"
            + "c1,Shampuyacu,2001,\"POLYGON((-77 -6,-76.9 -6,-76.9 -5.9,-77 -5.9,-77 -6))\"\n");
    publish(page);
    page.navigate(page.url().replaceFirst("/\\?.*", "/?data=boundaries,native-communities"));

    assertThat(page.getByTestId("boundaries-set")).hasValue("native-communities");
    assertThat(page.getByTestId("data")).containsText("2001-01-01");
    assertThat(page.getByTestId("boundaries-found")).containsText("Sin sistema de coordenadas: 1");
    app.assertNoComplaints();
  }

  @Test
  void aPageAboutDataHasAnAddressWhileItIsShown() {
    Page page = app.laptop("/?data=audit");
    assertThat(page.getByTestId("data-audit-list")).containsText("reference@");
    page.getByTestId("data-back").press("Enter");
    page.waitForURL(url -> url.endsWith("&data=home"));

    page.getByTestId("data").getByText("Volver a las cifras").press("Enter");

    page.waitForURL(url -> !url.contains("data="));
    app.assertNoComplaints();
  }

  @Test
  void anEmptyStoreIsWhereDataIsBrought() {
    Path empty = folder.resolve("empty");
    try (RunningApp bare = new RunningApp(empty, store -> {})) {
      Page page = bare.laptop("/");
      assertThat(page.locator(".tools button:visible")).hasCount(1);
      page.getByTestId("data-open").press("Enter");
      page.getByTestId("data-load").press("Enter");

      assertThat(page.getByTestId("data-token")).isVisible();
      bare.assertNoComplaints();
    }
  }

  @Test
  void theAuditIsReadAndVerified() {
    Page page = app.phone("/?lang=en");
    page.getByTestId("data-open").press("Enter");
    page.getByTestId("data-audit").press("Enter");
    assertThat(page.getByTestId("data-audit-list")).containsText("published reference@");

    page.getByTestId("data-verify").press("Enter");
    page.getByTestId("data-token").fill(secret.reveal());
    page.getByTestId("data-token-go").press("Enter");

    assertThat(page.getByTestId("data-verified")).containsText("All is as it was written");
    app.assertNoComplaints();
  }

  @Test
  void aWrongTokenIsToldAndForgotten() {
    Page page = app.laptop("/");
    page.getByTestId("data-open").press("Enter");
    page.getByTestId("data-load").press("Enter");
    page.getByTestId("data-token").fill("wrong");
    page.getByTestId("data-token").press("Enter");
    page.getByTestId("data-file")
        .setInputFiles(
            new com.microsoft.playwright.options.FilePayload("a.csv", "text/csv", new byte[] {65}));

    page.getByTestId("data-send").press("Enter");

    assertThat(page.locator(".data-alert")).containsText("Authorization");
    assertThat(page.evaluate("sessionStorage.getItem('yunga-token')")).isNull();
  }
}
