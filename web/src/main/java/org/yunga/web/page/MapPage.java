package org.yunga.web.page;

import io.javalin.http.Context;
import org.yunga.core.monitor.Monitor;
import org.yunga.core.snapshot.CurrentSnapshot;
import org.yunga.web.http.AppFiles;
import org.yunga.web.http.Html;
import org.yunga.web.http.KeptAnswers;
import org.yunga.web.http.Rendered;

/** {@code /}: the map app, with its first view in it. */
public final class MapPage {

  /** The link that index.html offers without script, for the state that it opens with. */
  private static final String DEFAULT_CSV =
      "/api/v1/figures?indicator=coca_area&amp;region-set=departments&amp;f=csv";

  private final CurrentSnapshot current;
  private final AppFiles files;
  private final KeptAnswers kept = new KeptAnswers();

  /** The page over these files. */
  public MapPage(CurrentSnapshot current, AppFiles files) {
    this.current = current;
    this.files = files;
  }

  /** Sends the page for the state in the address. */
  public void get(Context context) {
    Monitor monitor = new Monitor(current.get());
    kept.send(context, monitor.snapshot().release().number(), "page", () -> page(context, monitor));
  }

  private Rendered page(Context context, Monitor monitor) {
    String html = files.versioned(files.text("index.html"));
    String filled =
        ViewState.of(context, monitor)
            .map(state -> fill(html, new FirstView(monitor, state), state))
            .orElse(html);
    return Rendered.of(filled, "text/html; charset=utf-8");
  }

  private static String fill(String html, FirstView view, ViewState state) {
    return html.replace("<html lang=\"es\"", "<html lang=\"" + state.language() + "\"")
        .replace(
            "<title>Yunga</title>", "<title>" + Html.escape(view.sentence()) + " · Yunga</title>")
        .replace(DEFAULT_CSV, Html.escape(state.csvPath()))
        .replace("<!--first-view:sentence-->", Html.escape(view.sentence()))
        .replace("<!--first-view:map-->", view.map().orElse(""))
        .replace("<!--first-view:list-->", view.list())
        .replace("<!--first-view:legend-->", view.legend())
        .replace("<!--first-view:years-->", view.years());
  }
}
