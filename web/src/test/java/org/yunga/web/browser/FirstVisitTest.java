package org.yunga.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yunga.geodata.reference.ReferenceData;

/**
 * What a visit costs on the link of a field office: 0.4 Mbit/s, 400 ms there and back, a processor
 * four times slower. Bytes are held to their budgets; times are printed, since they are those of
 * the machine.
 */
class FirstVisitTest {

  private static final String NOTE_WHEN_READY =
      "new MutationObserver(() => {"
          + " if (document.documentElement.dataset.ready === 'true')"
          + " window.readyAt ??= performance.now(); })"
          + ".observe(document, {subtree: true, attributeFilter: ['data-ready']})";

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

  @Test
  void aFirstAndASecondVisitKeepTheirBudgets() {
    Page page = app.pageWithoutWorker();
    page.addInitScript(NOTE_WHEN_READY);
    Wire first = new Wire(page);
    first.slow(4);

    page.navigate(app.address() + "/");
    AppBrowser.ready(page);
    Object painted =
        page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime / 1000");
    Object ready = page.evaluate("window.readyAt / 1000");
    page.waitForLoadState(LoadState.NETWORKIDLE);
    first.print("first visit");
    System.out.printf("first visit: readable %.1f s, interactive %.1f s%n", painted, ready);

    assertThat(first.of("page")).isLessThan(25);
    assertThat(first.of("program")).isLessThan(110);
    assertThat(first.all()).isBetween(60.0, 150.0);

    Page again = page.context().newPage();
    Wire second = new Wire(again);
    again.navigate(app.address() + "/");
    AppBrowser.ready(again);
    again.waitForLoadState(LoadState.NETWORKIDLE);
    second.print("second visit");
    assertThat(second.all()).isLessThan(5);
    app.forgetComplaints("Service Worker registration blocked");
    app.assertNoComplaints();
  }

  /**
   * The modules of the first view are joined into one script: a name of theirs at the top would
   * hide one of the browser's from all others.
   */
  @Test
  void noNameOfTheScriptIsOneOfTheBrowser() {
    Page page = app.laptop("/");
    String script = page.request().get(app.address() + "/app/js/app.js").text();
    List<String> names =
        Pattern.compile("(?m)^(?:(?:async )?function\\*? |class |const |let )([\\w$]+)")
            .matcher(script)
            .results()
            .map(found -> found.group(1))
            .toList();

    assertThat(names).hasSizeGreaterThan(100);
    page.navigate("about:blank");
    assertThat(page.evaluate("names => names.filter(name => name in window)", names))
        .isEqualTo(List.of());
  }
}
