package org.yunga.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yunga.core.figure.Measure;
import org.yunga.core.monitor.Cell;
import org.yunga.core.monitor.FiguresQuery;
import org.yunga.core.monitor.Monitor;
import org.yunga.core.snapshot.CurrentSnapshot;
import org.yunga.geodata.reference.ReferenceData;

/** First visit, own region, no connection any more: and all that was saved is there. */
class FieldOfficePathTest {

  /** All sums of a kept pack by set, indicator, measure, series and period, with their regions. */
  private static final String SUMS =
      "async (id) => {"
          + " const program = document.querySelector('script[type=module]').src;"
          + " const { figuresOf } = await import(program);"
          + " const { keptPack } = await import(new URL('packs.js', program));"
          + " const pack = await keptPack(id);"
          + " const rows = [];"
          + " for (const [address, file] of Object.entries(pack.files)) {"
          + "  if (!address.includes('/values/')) continue;"
          + "  for (const { indicator, measure } of file.tables)"
          + "   for (const f of figuresOf(file, indicator, measure).figures)"
          + "    if (f.value !== null) rows.push([file.region_set, indicator, measure, f.series,"
          + "     f.period, f.region_code, f.value].join('|')); }"
          + " return rows; }";

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

  @ParameterizedTest
  @EnumSource
  void everythingThatWasSavedWorksWhenTheServerIsGone(Hand hand) {
    Page page = hand == Hand.MOUSE ? app.phone("/") : app.laptop("/");
    assertThat(page.locator("html")).hasAttribute("data-kept", "true");

    hand.press(page.getByTestId("mine-open"));
    hand.choose(page.getByTestId("mine-set"), "Departamentos");
    assertThat(page.locator("[data-testid=mine-region] option[value='22']")).hasCount(1);
    hand.choose(page.getByTestId("mine-region"), "San Martín");
    hand.press(page.getByTestId("mine-take"));
    assertThat(page.getByTestId("mine-name")).hasText("San Martín");
    List<String> facts = page.getByTestId("fact").allTextContents();
    assertThat(facts).hasSizeGreaterThan(5);
    hand.press(page.getByTestId("pack-save"));
    assertThat(page.getByTestId("pack-said")).containsText("Guardado");
    page.reload();
    assertThat(page.locator("html")).hasAttribute("data-kept", "true");

    app.stopServer();
    page.navigate(app.address() + "/");
    AppBrowser.ready(page);

    assertThat(page.getByTestId("standing")).containsText("Sin conexión");
    assertThat(page.getByTestId("mine-name")).hasText("San Martín");
    assertThat(page.getByTestId("fact")).hasText(facts.toArray(String[]::new));
    Hand.reach(page.getByTestId("time-slider"));
    page.keyboard().press("ArrowLeft");
    assertThat(page.getByTestId("sentence-period")).containsText("2023");
    hand.press(page.getByTestId("pack-use").first());
    assertThat(page.getByTestId("standing")).containsText("Paquete de San Martín, entrega 1");
    assertThat(page.getByTestId("fact")).not().hasCount(0);
    assertTotalsOfTheServer(page);
    app.assertOnlyUnreachable();
  }

  private void assertTotalsOfTheServer(Page page) {
    Map<String, Double> kept = new HashMap<>();
    Map<String, Double> served = new HashMap<>();
    Map<String, Map<String, Double>> answers = new HashMap<>();
    Monitor monitor = new Monitor(new CurrentSnapshot(app.store()).get());
    for (Object row : (List<?>) page.evaluate(SUMS, "departments/22")) {
      String[] parts = row.toString().split("\\|");
      String table = String.join("|", parts[0], parts[1], parts[2]);
      String frame = String.join("|", table, parts[3], parts[4]);
      Map<String, Double> figures =
          answers.computeIfAbsent(table, key -> figures(monitor, parts[0], parts[1], parts[2]));
      kept.merge(frame, Double.valueOf(parts[6]), Double::sum);
      served.merge(frame, figures.get(frame + "|" + parts[5]), Double::sum);
    }

    assertThat(kept).hasSizeGreaterThan(200).hasSameSizeAs(served);
    kept.forEach(
        (frame, sum) -> assertThat(sum).as(frame).isCloseTo(served.get(frame), within(1e-6)));
  }

  private static Map<String, Double> figures(
      Monitor monitor, String set, String indicator, String measure) {
    Map<String, Double> values = new HashMap<>();
    FiguresQuery query =
        new FiguresQuery(
            indicator,
            set,
            Measure.valueOf(measure.toUpperCase(Locale.ROOT)),
            Optional.empty(),
            Optional.empty());
    for (Cell cell : monitor.figures(query).cells()) {
      String frame = String.join("|", set, indicator, measure, cell.series(), cell.period() + "");
      cell.value().ifPresent(value -> values.put(frame + "|" + cell.region().ref().code(), value));
    }
    return values;
  }
}
