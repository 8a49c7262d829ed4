package org.yunga.web.page;

import io.javalin.http.Context;
import java.util.Optional;
import org.yunga.core.monitor.Monitor;
import org.yunga.core.snapshot.CurrentSnapshot;
import org.yunga.web.http.AppFiles;
import org.yunga.web.http.Rendered;
import org.yunga.web.http.Responder;

/** {@code /}: the map app, with its first view in it. */
public final class MapPage {

  private final CurrentSnapshot current;
  private final AppFiles files;

  /** The page over these files. */
  public MapPage(CurrentSnapshot current, AppFiles files) {
    this.current = current;
    this.files = files;
  }

  /** Sends the page for the state in the address. */
  public void get(Context context) {
    Monitor monitor = new Monitor(current.get());
    String html = files.versioned(files.text("index.html"));
    Optional<ViewState> state = ViewState.of(context, monitor);
    if (state.isPresent()) {
      html = fill(html, new FirstView(monitor, state.get()), state.get());
    }
    Responder.send(context, Rendered.of(html, "text/html; charset=utf-8"), Responder.REVALIDATE);
  }

  private static String fill(String html, FirstView view, ViewState state) {
    return html.replace("<html lang=\"es\"", "<html lang=\"" + state.language() + "\"")
        .replace(
            "<title>Yunga</title>", "<title>" + Html.escape(view.sentence()) + " · Yunga</title>")
        .replace("<!--first-view:sentence-->", Html.escape(view.sentence()))
        .replace("<!--first-view:map-->", view.map().orElse(""))
        .replace("<!--first-view:list-->", view.list());
  }
}
