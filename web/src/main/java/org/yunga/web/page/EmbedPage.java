package org.yunga.web.page;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yunga.core.monitor.Monitor;
import org.yunga.core.snapshot.CurrentSnapshot;
import org.yunga.core.text.Bilingual;
import org.yunga.web.http.AppFiles;
import org.yunga.web.http.Format;
import org.yunga.web.http.Html;
import org.yunga.web.http.KeptAnswers;
import org.yunga.web.http.Rendered;

/**
 * {@code /embed}: a small map for a frame on somebody else's page. No script, no cookie, no other
 * file than its styles; of the release that {@code release} names, or of the newest.
 */
public final class EmbedPage {

  /** Anybody may frame it: there is nothing in it to click but links. */
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none';"
          + " frame-ancestors *";

  private static final Pattern PATTERNS =
      Pattern.compile("<svg class=\"patterns\".*?</svg>", Pattern.DOTALL);

  private static final Bilingual LIST = new Bilingual("Lista y fuentes", "List and sources");
  private static final Bilingual SYNTHETIC =
      new Bilingual("Datos sintéticos: no son mediciones.", "Synthetic data: not measured.");
  private static final Bilingual RELEASE = new Bilingual("Yunga, entrega %s", "Yunga, release %s");
  private static final Bilingual NOTHING =
      new Bilingual("Todavía no hay cifras.", "There are no figures yet.");

  private final CurrentSnapshot current;
  private final AppFiles files;
  private final KeptAnswers kept = new KeptAnswers();

  /** Of the older release that was asked for last. */
  private final KeptAnswers older = new KeptAnswers();

  private final String patterns;

  /** The page over these files. */
  public EmbedPage(CurrentSnapshot current, AppFiles files) {
    this.current = current;
    this.files = files;
    Matcher found = PATTERNS.matcher(files.text("index.html"));
    if (!found.find()) {
      throw new IllegalStateException("index.html has no patterns");
    }
    this.patterns = found.group();
  }

  /** Sends the map for the state in the address. */
  public void get(Context context) {
    AskedRelease asked = AskedRelease.of(context, current);
    context.header("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    // never for ever, though a release does not change: the styles are those of one program
    (asked.isOlder() ? older : kept)
        .send(
            context,
            asked.snapshot().release().number(),
            "embed",
            () -> Rendered.of(page(context, asked), Format.HTML.contentType()));
  }

  private String page(Context context, AskedRelease asked) {
    Monitor monitor = new Monitor(asked.snapshot());
    String html = files.versioned(files.text("embed.html"));
    Optional<ViewState> state = ViewState.of(context, monitor, asked.inAddress());
    if (state.isEmpty()) {
      return html.replaceAll("(?s)<figure>.*</figure>", NOTHING.es());
    }
    FirstView view = new FirstView(monitor, state.get());
    String language = state.get().language();
    String release = RELEASE.in(language).formatted(monitor.snapshot().release().id());
    String unknown = asked.unknown().isPresent() ? asked.said(language).orElseThrow() + " " : "";
    String synthetic =
        monitor.snapshot().release().isSynthetic() ? SYNTHETIC.in(language) + " " : "";
    return html.replace("<html lang=\"es\"", "<html lang=\"" + language + "\"")
        .replace("<!--address-->", Html.escape(state.get().address()))
        .replace("<!--sentence-->", Html.escape(view.sentence()))
        .replace("<!--map-->", view.map().orElse(""))
        .replace("<!--legend-->", view.legend())
        .replace("<!--list-title-->", LIST.in(language))
        .replace("<!--list-open-->", view.map().isPresent() ? "" : "open")
        .replace("<!--list-->", view.list())
        .replace("<!--release-->", unknown + Html.escape(synthetic + release))
        .replace("<!--patterns-->", patterns);
  }
}
