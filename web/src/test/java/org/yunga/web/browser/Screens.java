package org.yunga.web.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.yunga.core.store.Store;
import org.yunga.geodata.reference.ReferenceData;
import org.yunga.geodata.sample.SampleData;
import org.yunga.web.DistrictBoundaries;

/**
 * A picture of every screen on a phone and a laptop, light and dark, with a page that shows them
 * side by side. Run by {@code scripts/screens DIR}, not with the tests.
 */
@EnabledIfSystemProperty(named = "screens", matches = ".+")
class Screens {

  private static final int PLOTS = 3_000;
  private static final String SHEET =
      "/api/v1/sheets?indicator=coca_area&region-set=departments&f=png";
  private static final int ACCEPTED = 202;
  private static final int MOST_SECONDS = 60;
  private static final String VALLEY = "-76.5,-9.6,-75.4,-9.6,-75.4,-8.7,-76.5,-8.7";

  @TempDir private Path folder;

  private final Path target = Path.of(System.getProperty("screens", "."));
  private final List<String> names = new ArrayList<>();

  /** A screen: its address, and what is done there before the picture is taken. */
  private record Screen(String name, String address, Consumer<Page> steps) {

    static Screen of(String name, String address) {
      return new Screen(name, address, page -> {});
    }

    static Screen of(String name, String address, Consumer<Page> steps) {
      return new Screen(name, address, steps);
    }
  }

  /** What a screen is looked at on. */
  private enum Device {
    PHONE(360, 740),
    LAPTOP(1366, 768);

    private final int width;
    private final int height;

    Device(int width, int height) {
      this.width = width;
      this.height = height;
    }

    Browser.NewContextOptions options() {
      return new Browser.NewContextOptions()
          .setViewportSize(width, height)
          .setLocale("es-PE")
          .setBypassCSP(true);
    }

    String file(String name, ColorScheme scheme) {
      String device = name().toLowerCase(Locale.ROOT);
      return name + "-" + device + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png";
    }
  }

  @Test
  void takeThemAll() throws IOException {
    Files.createDirectories(target);
    take("figures", Screens::figures, figureScreens());
    take("plots", Screens::plots, plotScreens());
    take("empty", store -> {}, List.of(Screen.of("empty", "/")));
    Files.writeString(target.resolve("index.html"), index());
    System.out.println(target.resolve("index.html").toAbsolutePath());
  }

  private static void figures(Store store) {
    if (System.getenv("YUNGA_BOUNDARIES") == null) {
      ReferenceData.install(store);
    } else {
      DistrictBoundaries.install(store, DistrictBoundaries.file());
    }
  }

  private static void plots(Store store) {
    SampleData sample = new SampleData();
    store.publishAll(List.of(sample.words(), sample.delivery(PLOTS, 1, sample.plots(PLOTS, 1))));
  }

  private static List<Screen> figureScreens() {
    return List.of(
        Screen.of("departments", "/"),
        Screen.of("english", "/?lang=en&period=2019"),
        Screen.of("districts", "/?region-set=districts&period=2020"),
        Screen.of("zones", "/?region-set=production-zones"),
        Screen.of("zei", "/?region-set=zei&indicator=coca_leaf_price"),
        Screen.of("circles", "/?indicator=land_titles"),
        Screen.of("target", "/?indicator=land_titles&measure=target&period=2015"),
        Screen.of("region", "/?region=22"),
        Screen.of("number", "/?region=22", page -> page.getByTestId("story-value").click()),
        Screen.of("choice", "/", page -> page.getByTestId("sentence-indicator").click()),
        Screen.of("compare", "/?period=2024&compare=2020", shown("compare-sum")),
        Screen.of(
            "compare-percent",
            "/?period=2024&compare=2020",
            page -> page.getByTestId("compare-way").selectOption("percent")),
        Screen.of("downloads", "/?region=22", opened("download-open", "download-files")),
        Screen.of("data", "/?data=home", shown("data-releases")),
        Screen.of("data-load", "/?data=home", opened("data-load", "data-token")),
        Screen.of("data-audit", "/?data=audit", shown("data-audit-list")),
        Screen.of("mine-choose", "/", opened("mine-open", "mine-set")),
        Screen.of("mine", "/?region=22&mine=1", shown("pack-save")),
        Screen.of(
            "pack",
            "/?region=22&mine=1",
            page -> {
              page.getByTestId("pack-save").click();
              page.getByTestId("pack-use").click();
              page.getByTestId("leave-pack").waitFor();
            }),
        Screen.of("notice", "/?indicator=gold&period=1066&region=99"),
        Screen.of("failure", "/?pack=departments/99"),
        Screen.of("embed", "/embed?indicator=coca_area&region-set=departments"),
        Screen.of("compare-regions", "/?compare=regions/22,08,11", way("regions")),
        Screen.of("compare-ranks", "/?compare=ranks/2020", way("ranks")),
        Screen.of("compare-scatter", "/?region=22&compare=scatter/forest_loss", way("scatter")),
        Screen.of("compare-maps", "/?compare=maps/2018,2020,2022,2024", way("maps")),
        Screen.of("compare-series", "/?compare=series", way("series")),
        Screen.of("compare-targets", "/?indicator=land_titles&compare=targets", way("targets")),
        Screen.of("explanation", "/?region=22&explain=1", shown("explain")),
        Screen.of("help", "/?help=sentence", shown("help")),
        Screen.of("help-page", "/help"),
        Screen.of("files", "/files/latest/", Screens::whenMade));
  }

  private static List<Screen> plotScreens() {
    return List.of(
        Screen.of("plots", "/"),
        Screen.of("draw", "/", opened("draw-open", "draw-panel")),
        Screen.of("draw-totals", "/?draw=" + VALLEY, shown("draw-area")));
  }

  private static Consumer<Page> shown(String hook) {
    return page -> page.getByTestId(hook).first().waitFor();
  }

  private static Consumer<Page> way(String name) {
    return page -> page.locator("[data-testid=compare][data-way=" + name + "]").waitFor();
  }

  /** The first who asks for the files of a release has them made. */
  private static void whenMade(Page page) {
    for (int i = 0; i < MOST_SECONDS && page.reload().status() == ACCEPTED; i++) {
      page.waitForTimeout(1_000);
    }
  }

  private static Consumer<Page> opened(String opener, String hook) {
    return page -> {
      page.getByTestId(opener).first().click();
      page.getByTestId(hook).first().waitFor();
    };
  }

  private void take(String name, Consumer<Store> filling, List<Screen> screens) {
    try (RunningApp app = new RunningApp(folder.resolve(name), filling::accept)) {
      for (Screen screen : screens) {
        for (Device device : Device.values()) {
          Page page = app.page(device.options());
          page.navigate(app.address() + screen.address());
          if (screen.address().startsWith("/?") || screen.address().equals("/")) {
            AppBrowser.ready(page);
          }
          screen.steps().accept(page);
          page.addStyleTag(new Page.AddStyleTagOptions().setContent(ALL_ROWS));
          page.waitForTimeout(SETTLED_MS);
          picture(page, device, screen.name());
          page.context().close();
        }
      }
      if (name.equals("figures")) {
        withoutScript(app);
        sheet(app);
      }
    }
  }

  /** A picture of a whole page shows what nobody has scrolled to. */
  private static final String ALL_ROWS = "* { content-visibility: visible !important }";

  /** Glows of what changed have faded by then. */
  private static final int SETTLED_MS = 1_800;

  private void withoutScript(RunningApp app) {
    for (Device device : Device.values()) {
      Page page = app.page(device.options().setJavaScriptEnabled(false));
      page.navigate(app.address() + "/");
      picture(page, device, "without-script");
      page.context().close();
    }
  }

  /** Is sent to be kept, not shown. */
  private void sheet(RunningApp app) {
    try (InputStream png = URI.create(app.address() + SHEET).toURL().openStream()) {
      Files.copy(png, target.resolve("sheet.png"), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A phone's page is told whole, however far one would have to scroll. */
  private void picture(Page page, Device device, String name) {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(target.resolve(device.file(name, scheme)))
              .setFullPage(device == Device.PHONE));
    }
    if (!names.contains(name)) {
      names.add(name);
    }
  }

  private String index() {
    StringBuilder html = new StringBuilder("<!doctype html><meta charset=\"utf-8\">");
    html.append("<title>Yunga</title><style>body{font:14px system-ui;background:#888}");
    html.append("img{max-width:48%;vertical-align:top;margin:2px}</style>");
    for (String name : names) {
      html.append("<h2 id=\"").append(name).append("\">").append(name).append("</h2>");
      for (Device device : Device.values()) {
        html.append("<p>");
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
          String file = device.file(name, scheme);
          html.append("<img loading=\"lazy\" src=\"%1$s\" alt=\"%1$s\">".formatted(file));
        }
      }
    }
    html.append("<h2>sheet</h2><img src=\"sheet.png\" alt=\"sheet.png\">");
    return html.append('\n').toString();
  }
}
