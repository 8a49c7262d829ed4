package org.yunga.web.page;

import io.javalin.http.Context;
import java.util.List;
import java.util.regex.Pattern;
import org.yunga.web.http.AppFiles;
import org.yunga.web.http.Rendered;
import org.yunga.web.http.Responder;

/**
 * {@code /sw.js}: the service worker, with the hash of the program and the files that it keeps. A
 * new program makes another worker, which browsers then find.
 */
public final class OfflineFiles {

  /** What is of no use without a server: drawing, loading, plots. */
  private static final Pattern ONLINE_ONLY =
      Pattern.compile(
          "app/(?:sw\\.js|package\\.json|[a-z0-9]+/(?:data|draw|cells?|plot|files)s?\\b.*|.*\\.html)");

  private final Rendered worker;

  /** The worker for these files. */
  public OfflineFiles(AppFiles files) {
    String version = files.version();
    List<String> kept =
        files.names().stream()
            .filter(name -> !ONLINE_ONLY.matcher(name).matches())
            .map(name -> "/v/" + version + "/" + name)
            .toList();
    String text =
        files
            .text("sw.js")
            .replace("{program}", version)
            .replace("{files}", String.join(" ", kept));
    worker = Rendered.of(text, "text/javascript; charset=utf-8");
  }

  /** Sends it, to be asked for again each time. */
  public void worker(Context context) {
    Responder.send(context, worker, Responder.REVALIDATE);
  }
}
