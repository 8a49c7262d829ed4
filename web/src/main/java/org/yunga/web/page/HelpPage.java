package org.yunga.web.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import org.yunga.core.catalogue.Catalogue;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Release;
import org.yunga.core.indicator.Indicator;
import org.yunga.core.indicator.Theme;
import org.yunga.core.snapshot.CurrentSnapshot;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.web.http.AppFiles;
import org.yunga.web.http.Html;
import org.yunga.web.http.KeptAnswers;
import org.yunga.web.http.Language;
import org.yunga.web.http.Parameters;
import org.yunga.web.http.Rendered;

/**
 * {@code /help}: what figures mean, how totals are made and what abbreviations stand for, without
 * script. The texts are the files that the app shows in its help; what indicators mean the
 * catalogue says.
 */
public final class HelpPage {

  private static final String LANGUAGE = "lang";
  private static final String HTML = "text/html; charset=utf-8";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final CurrentSnapshot current;
  private final AppFiles files;
  private final KeptAnswers kept = new KeptAnswers();

  /** The page over these files. */
  public HelpPage(CurrentSnapshot current, AppFiles files) {
    this.current = current;
    this.files = files;
  }

  /** Sends the page. */
  public void get(Context context) {
    Parameters parameters = Parameters.of(context, LANGUAGE);
    String language =
        parameters.find(LANGUAGE).isPresent()
            ? parameters.oneOf(LANGUAGE, List.of(Language.SPANISH, Language.ENGLISH))
            : Language.of(context);
    Snapshot snapshot = current.get();
    context.header("Content-Language", language);
    kept.send(
        context,
        snapshot.release().number(),
        language,
        () -> Rendered.of(files.versioned(new Text(snapshot, language).html()), HTML));
  }

  /** One page in the making. */
  private final class Text {
    private final Snapshot snapshot;
    private final String language;
    private final JsonNode words;
    private final JsonNode sections;
    private final StringBuilder html = new StringBuilder();

    Text(Snapshot snapshot, String language) {
      this.snapshot = snapshot;
      this.language = language;
      JsonNode texts = read("help/" + language + ".json");
      this.words = texts.get("words");
      this.sections = texts.get("sections");
    }

    String html() {
      String other = language.equals(Language.SPANISH) ? Language.ENGLISH : Language.SPANISH;
      String title = word("title");
      html.append("<!doctype html><html lang=\"").append(language).append("\"><head>");
      html.append("<meta charset=\"utf-8\"><meta name=\"viewport\"");
      html.append(" content=\"width=device-width, initial-scale=1\"><title>").append(title);
      html.append(" · Yunga</title><link rel=\"icon\" href=\"data:,\">");
      html.append("<link rel=\"stylesheet\" href=\"/app/css/files.css\"></head><body><main>");
      html.append("<nav><a href=\"/?lang=").append(language).append("\">← ").append(word("back"));
      html.append("</a> <a href=\"?lang=").append(other).append("\" lang=\"").append(other);
      html.append("\">").append(word("other")).append("</a></nav>");
      html.append("<h1>").append(title).append("</h1><p>").append(word("lead")).append("</p><ul>");
      for (JsonNode section : sections) {
        html.append("<li><a href=\"#").append(text(section, "id")).append("\">");
        html.append(text(section, "title")).append("</a></li>");
      }
      html.append("</ul>");
      sections.forEach(this::section);
      return html.append("</main></body></html>\n").toString();
    }

    private void section(JsonNode section) {
      String id = text(section, "id");
      html.append("<section><h2 id=\"").append(id).append("\">");
      html.append(text(section, "title")).append("</h2>");
      if (id.equals("indicators")) {
        indicators();
      } else {
        html.append("<dl>");
        section.get("items").forEach(this::entry);
        html.append("</dl>");
      }
      if (id.equals("sources")) {
        datasets();
      }
      html.append("</section>");
    }

    private void entry(JsonNode item) {
      html.append("<dt id=\"").append(text(item, "id")).append("\">").append(text(item, "term"));
      html.append("</dt><dd>").append(text(item, "text"));
      JsonNode source = item.get("source");
      if (source != null) {
        html.append(" <small>").append(word("source")).append(": ");
        if (source.has("url")) {
          html.append("<a href=\"").append(text(source, "url")).append("\" rel=\"noopener\">");
          html.append(text(source, "title")).append("</a>");
        } else {
          html.append(text(source, "title"));
        }
        html.append(".</small>");
      }
      html.append("</dd>");
    }

    private void indicators() {
      Catalogue catalogue = snapshot.catalogue();
      for (Theme theme : catalogue.themes()) {
        List<Indicator> all =
            catalogue.indicators().stream().filter(i -> i.theme().equals(theme.id())).toList();
        if (!all.isEmpty()) {
          html.append("<h3>").append(Html.escape(theme.name().in(language))).append("</h3><dl>");
          all.forEach(indicator -> indicator(catalogue, indicator));
          html.append("</dl>");
        }
      }
    }

    private void indicator(Catalogue catalogue, Indicator indicator) {
      String kind = text(words.get("kind"), indicator.kind().name().toLowerCase(Locale.ROOT));
      html.append("<dt id=\"").append(indicator.id()).append("\">");
      html.append(Html.escape(indicator.name().in(language))).append("</dt><dd>");
      html.append(Html.escape(indicator.definition().in(language))).append(" <small>");
      html.append(word("unit")).append(": ");
      html.append(Html.escape(catalogue.unit(indicator.unit()).name().in(language)));
      html.append(" · ").append(kind).append(". ").append(word("source")).append(": ");
      html.append(Html.escape(indicator.source())).append(".</small></dd>");
    }

    private void datasets() {
      Release release = snapshot.release();
      html.append("<h3>").append(word("datasets").replace("{release}", release.id()));
      html.append("</h3><ul>");
      for (Dataset dataset : release.datasets()) {
        html.append("<li lang=\"es\">").append(Html.escape(dataset.title())).append(". ");
        html.append(Html.escape(dataset.source())).append(". ");
        html.append(Html.escape(dataset.licence())).append("</li>");
      }
      html.append("</ul>");
    }

    private String word(String name) {
      return text(words, name);
    }

    private String text(JsonNode of, String name) {
      return Html.escape(of.get(name).asText());
    }
  }

  private JsonNode read(String name) {
    try {
      return JSON.readTree(files.text(name));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(name, e);
    }
  }
}
