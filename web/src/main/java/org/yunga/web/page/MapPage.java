package org.yunga.web.page;

import io.javalin.http.Context;
import java.util.regex.Pattern;
import org.yunga.core.monitor.Monitor;
import org.yunga.core.region.RegionSet;
import org.yunga.core.snapshot.CurrentSnapshot;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.web.data.AppData;
import org.yunga.web.http.AppFiles;
import org.yunga.web.http.Html;
import org.yunga.web.http.KeptAnswers;
import org.yunga.web.http.Rendered;
import org.yunga.web.http.Responder;

/** {@code /}: the map app, with its first view in it. */
public final class MapPage {

  /** The link that index.html offers without script, for the state that it opens with. */
  private static final String DEFAULT_CSV =
      "/api/v1/figures?indicator=coca_area&amp;region-set=departments&amp;f=csv";

  private static final String HTML = "text/html; charset=utf-8";

  private static final Pattern WITHOUT_FIRST_VIEW =
      Pattern.compile("<!--first-view:[a-z]+-->|<noscript>.*?</noscript>", Pattern.DOTALL);

  private static final String STANDING = "<!--first-view:standing-->";
  private static final String PRELOAD = "<!--first-view:preload-->\n";

  private static final Pattern DATA_AHEAD =
      Pattern.compile("<link rel=\"preload\" as=\"fetch\".*\n");

  private static final String STYLES = "<link rel=\"stylesheet\" href=\"/app/css/app.css\">";
  private static final String POLICY = "Content-Security-Policy";

  private final CurrentSnapshot current;
  private final AppData data;
  private final String template;
  private final String styleHash;
  private final KeptAnswers kept = new KeptAnswers();

  /** Of the older release that was asked for last. */
  private final KeptAnswers older = new KeptAnswers();

  /** The page over these files. */
  public MapPage(CurrentSnapshot current, AppFiles files, AppData data) {
    this.current = current;
    this.data = data;
    String styles = files.text("css/app.css");
    String html = files.text("index.html");
    if (!html.contains(STYLES)) {
      throw new IllegalStateException("index.html has no " + STYLES);
    }
    // within the page: a file of its own would hold the first paint back by a round trip
    this.template = files.versioned(html.replace(STYLES, "<style>" + styles + "</style>"));
    this.styleHash = Html.policyHash(styles);
  }

  /** Sends the page for the state in the address. */
  public void get(Context context) {
    allowStyles(context);
    AskedRelease asked = AskedRelease.of(context, current);
    // what is said of an older one names the newest
    String variant = "page " + asked.latest().release().id();
    (asked.isOlder() ? older : kept)
        .send(context, asked.snapshot().release().number(), variant, () -> page(context, asked));
  }

  /** {@code /shell}: the page without its first view, for any address: to be kept on a device. */
  public void shell(Context context) {
    allowStyles(context);
    Rendered page = Rendered.of(bare(shell(current.get())), HTML);
    Responder.send(context, page, Responder.REVALIDATE);
  }

  private static String bare(String html) {
    return WITHOUT_FIRST_VIEW.matcher(html.replace(PRELOAD, "")).replaceAll("");
  }

  /** The page's own styles, and no others that stand in a page. */
  private void allowStyles(Context context) {
    String policy = context.res().getHeader(POLICY);
    context.header(POLICY, policy.replace("style-src 'self'", "style-src 'self' " + styleHash));
  }

  private Rendered page(Context context, AskedRelease asked) {
    Monitor monitor = new Monitor(asked.snapshot());
    String html = shell(monitor.snapshot());
    if (context.queryParam("pack") != null) {
      // all of it comes from a pack on the device, which may be of another release
      return Rendered.of(DATA_AHEAD.matcher(bare(html)).replaceAll(""), HTML);
    }
    String pinned = asked.inAddress();
    String filled =
        ViewState.of(context, monitor, pinned)
            .map(state -> fill(html, monitor, state, asked))
            .or(
                () ->
                    PlotView.of(context, monitor, pinned)
                        .map(view -> fill(html, monitor, view, asked)))
            .orElseGet(() -> html.replace(PRELOAD, ""));
    return Rendered.of(filled, HTML);
  }

  /** The page without its first view: its files and the data that they read, by their addresses. */
  private String shell(Snapshot snapshot) {
    String key = data.key(snapshot);
    return template
        .replace("data-key=\"\"", "data-key=\"" + key + "\"")
        .replace("data-store=\"\"", "data-store=\"" + data.store().orElse("") + "\"")
        .replace("/data/key/", "/data/" + key + "/");
  }

  private String fill(String html, Monitor monitor, ViewState state, AskedRelease asked) {
    FirstView view = new FirstView(monitor, state);
    return begun(html, state.language(), view.sentence(), state.csvPath())
        .replace(STANDING, standing(asked, state.language()))
        .replace(PRELOAD, preload(monitor.snapshot(), state))
        .replace("<!--first-view:map-->", view.map().orElse(""))
        .replace("<!--first-view:list-->", view.list())
        .replace("<!--first-view:legend-->", view.legend())
        .replace("<!--first-view:years-->", view.years())
        .replace("<!--first-view:others-->", view.others());
  }

  private static String fill(String html, Monitor monitor, PlotView view, AskedRelease asked) {
    return begun(html, view.language(), view.sentence(), view.csvPath())
        .replace(STANDING, standing(asked, view.language()))
        .replace(PRELOAD, "")
        .replace("<!--first-view:list-->", view.list())
        .replace("<!--first-view:years-->", view.years())
        .replace("<!--first-view:others-->", view.others(monitor));
  }

  /** Which release is shown, where it is not the newest: above the page, as the app says it. */
  private static String standing(AskedRelease asked, String language) {
    return asked
        .said(language)
        .map(
            words ->
                "<div id=\"standing\" class=\"notice\" role=\"status\""
                    + " data-testid=\"standing\"><span>"
                    + words
                    + "</span> "
                    + asked.toLatest(language).orElse("")
                    + "</div>")
        .orElse("");
  }

  private static String begun(String html, String language, String sentence, String csvPath) {
    return html.replace("<html lang=\"es\"", "<html lang=\"" + language + "\"")
        .replace("/app/i18n/es.js", "/app/i18n/" + language + ".js")
        .replace("<title>Yunga</title>", "<title>" + Html.escape(sentence) + " · Yunga</title>")
        .replace(DEFAULT_CSV, Html.escape(csvPath))
        .replace("<!--first-view:sentence-->", Html.escape(sentence));
  }

  /** Places and values, so that they come beside the script that will ask for them. */
  private String preload(Snapshot snapshot, ViewState state) {
    RegionSet set = snapshot.catalogue().regionSet(state.regionSet());
    String values = "/data/" + data.key(snapshot) + "/values/" + set.id();
    return preload(values) + preload(data.places(snapshot, set));
  }

  private static String preload(String address) {
    return "<link rel=\"preload\" as=\"fetch\" href=\"%s\" crossorigin=\"anonymous\">\n"
        .formatted(Html.escape(address));
  }
}
