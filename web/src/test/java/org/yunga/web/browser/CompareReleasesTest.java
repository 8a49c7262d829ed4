package org.yunga.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yunga.core.catalogue.Catalogue;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.figure.Figure;
import org.yunga.core.figure.Measure;
import org.yunga.core.figure.Method;
import org.yunga.core.figure.Source;
import org.yunga.core.figure.Status;
import org.yunga.core.figure.ValueState;
import org.yunga.core.period.Period;
import org.yunga.core.region.RegionRef;
import org.yunga.geodata.reference.ReferenceData;

/** The planner asks what a new release changed in the figures that are shown. */
class CompareReleasesTest {

  private static final String COCA_2030 =
      "/?indicator=coca_area&region-set=departments&period=2030&series=DEVIDA-OPD";

  @TempDir private static Path folder;

  private static RunningApp app;

  @BeforeAll
  static void start() {
    app =
        new RunningApp(
            folder,
            store -> {
              ReferenceData.install(store);
              store.publish(campaign("one", "cd", 321.5));
              store.publish(campaign("two", "ef", 400));
            });
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

  /** A figure of San Martín for 2030; a later campaign takes the place of the one before. */
  private static Delivery campaign(String name, String hash, double hectares) {
    Dataset dataset =
        Dataset.of("figures/test", "Campaña " + name, "Oficina", "CC0", name, hash.repeat(32));
    Figure figure =
        new Figure(
            new Figure.Key(
                new RegionRef("departments", "22"),
                "coca_area",
                Measure.ACTUAL,
                Period.ofYear(2030),
                "DEVIDA-OPD"),
            ValueState.VALUE,
            OptionalDouble.of(hectares),
            Method.MEASURED,
            Status.FINAL,
            new Source("Informe de prueba", "p. 1"),
            Optional.empty(),
            dataset.id());
    return new Delivery(dataset, Catalogue.empty(), List.of(), List.of(figure));
  }

  @Test
  void saysWhatTheNewestReleaseChanged() {
    Page page = app.laptop(COCA_2030 + "&compare=release");

    assertThat(page.getByTestId("compare").locator("tr[data-code='22']"))
        .containsText(Pattern.compile("San Martín.*322.*400.*\\+78.5"));
    assertThat(page.locator("#map .diff-region")).not().hasCount(0);
    page.waitForURL(Pattern.compile("compare=release/2"));
  }

  @Test
  void aFigureThatWasNotThereIsNoIncrease() {
    Page page = app.phone(COCA_2030 + "&compare=release/1,2&lang=en");

    assertThat(page.getByTestId("compare").locator("tr[data-code='22']"))
        .containsText(Pattern.compile("Not there.*322.*–"));
    assertThat(page.getByTestId("compare-about")).containsText("Apart: 1 with a figure");
  }

  @Test
  void whereNothingChangesItLeadsToWhereSomethingDoes() {
    Page page = app.laptop("/?indicator=coca_area&period=2024&compare=release/2");
    assertThat(page.getByTestId("compare-about")).containsText("no cambia ninguna");

    page.locator(".compare details button").first().click();

    assertThat(page.getByTestId("compare").locator("tr[data-code='22']")).containsText("400");
  }

  @Test
  void aReleaseThatIsNotThereIsSaid() {
    Page page = app.laptop(COCA_2030 + "&compare=release/77");

    assertThat(page.getByTestId("compare-unknown")).containsText("77");
  }
}
