package org.yunga.web.files;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.files.ReleaseFile;
import org.yunga.geodata.files.ReleaseIndex;
import org.yunga.web.http.Html;
import org.yunga.web.http.Language;

/** The files of a release as a page that needs no script. */
final class FilesPage {

  private static final Bilingual BACK = new Bilingual("Mapa", "Map");
  private static final Bilingual OTHER = new Bilingual("English", "Español");
  private static final Bilingual PUBLISHED = new Bilingual("Publicada: ", "Published: ");
  private static final Bilingual FILES = new Bilingual("Archivos", "Files");
  private static final Bilingual AGAIN = new Bilingual("Pedir de nuevo", "Ask again");
  private static final Bilingual FILE = new Bilingual("Archivo", "File");
  private static final Bilingual FORMAT = new Bilingual("Formato", "Format");
  private static final Bilingual HOLDS = new Bilingual("Contenido", "Content");
  private static final Bilingual SIZE = new Bilingual("Tamaño", "Size");
  private static final Bilingual CITE = new Bilingual("Cómo citar", "How to cite");
  private static final Bilingual LICENCES =
      new Bilingual("Fuentes y licencias", "Sources, licences");

  private static final Bilingual PROMISE =
      new Bilingual(
          "Los archivos de una entrega no cambian: puede citar su dirección y comprobarlos con"
              + " SHA256SUMS. No llevan parcelas: el lugar de la parcela de una familia no es"
              + " público.",
          "The files of a release never change: their address can be cited, and SHA256SUMS proves"
              + " them. They hold no plots: the place of a family's plot is not public.");

  private static final Bilingual SYNTHETIC =
      new Bilingual("Datos inventados: no los cite.", "Made-up data: do not cite it.");

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd, HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private static final double THOUSAND = 1000;

  private final ReleaseIndex index;
  private final String language;
  private final StringBuilder html = new StringBuilder();

  FilesPage(ReleaseIndex index, String language) {
    this.index = index;
    this.language = language;
  }

  String html() {
    String title = Html.escape(index.title().in(language));
    html.append(head(title, language));
    html.append("<link rel=\"describedby\" type=\"application/ld+json\" href=\"");
    html.append(FilesResource.address(index.release(), "dcat.jsonld"));
    html.append("\"></head><body><main><nav><a href=\"/?lang=").append(language).append("\">← ");
    html.append(BACK.in(language))
        .append("</a> <a href=\"?lang=")
        .append(other())
        .append("\" lang=\"");
    html.append(other()).append("\">").append(OTHER.in(language)).append("</a></nav><h1>");
    html.append(title).append("</h1>");
    if (index.synthetic()) {
      element("p class=\"warn\"", SYNTHETIC.in(language));
    }
    element("p", PUBLISHED.in(language) + published() + ". " + PROMISE.in(language));
    element("h2", CITE.in(language));
    element("p class=\"cite\"", index.citation().in(language));
    index.groups().forEach(this::group);
    licences();
    return html.append("</main></body></html>\n").toString();
  }

  /** Says that the files are being made; the reader asks again when it suits. */
  static String inPreparation(String words, String language) {
    return head(Html.escape(words), language)
        + "</head><body><main><nav><a href=\"/?lang="
        + language
        + "\">← "
        + BACK.in(language)
        + "</a></nav><h1>"
        + FILES.in(language)
        + "</h1><p role=\"status\">"
        + Html.escape(words)
        + "</p><p><a href=\"?lang="
        + language
        + "\">"
        + AGAIN.in(language)
        + "</a></p></main></body></html>\n";
  }

  /** The head of a page, still open. */
  private static String head(String title, String language) {
    return "<!doctype html><html lang=\""
        + language
        + "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\""
        + " content=\"width=device-width, initial-scale=1\"><title>"
        + title
        + "</title><link rel=\"icon\" href=\"data:,\"><link rel=\"stylesheet\""
        + " href=\"/app/css/files.css\">";
  }

  /** To the minute: {@code 2026-11-22, 07:50 UTC}. */
  private String published() {
    return MINUTE.format(Instant.parse(index.published()));
  }

  private String other() {
    return language.equals(Language.SPANISH) ? Language.ENGLISH : Language.SPANISH;
  }

  private void element(String tag, String text) {
    html.append('<').append(tag).append('>').append(Html.escape(text));
    html.append("</").append(tag.replaceFirst(" .*", "")).append('>');
  }

  private void group(ReleaseIndex.Group group) {
    String name = Html.escape(group.name().in(language));
    html.append("<h2 id=\"").append(group.id()).append("\">").append(name).append("</h2>");
    html.append("<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-labelledby=\"");
    html.append(group.id()).append("\"><table><thead><tr>");
    for (Bilingual head : new Bilingual[] {FILE, FORMAT, HOLDS, SIZE}) {
      element("th scope=\"col\"", head.in(language));
    }
    html.append("<th scope=\"col\">SHA-256</th></tr></thead><tbody>");
    index.of(group.id()).forEach(this::file);
    html.append("</tbody></table></div>");
  }

  private void file(ReleaseFile file) {
    html.append("<tr><th scope=\"row\"><a href=\"");
    html.append(FilesResource.address(index.release(), file.name())).append("\">");
    html.append(file.name()).append("</a></th>");
    element("td", file.label());
    element("td", file.holds().in(language));
    element("td class=\"size\"", size(file.bytes()));
    html.append("<td><code>").append(file.sha256()).append("</code></td></tr>");
  }

  private void licences() {
    element("h2", LICENCES.in(language));
    html.append("<ul>");
    for (ReleaseIndex.Licence licence : index.licences()) {
      // titles and licences of datasets are kept in one language
      element(
          "li lang=\"es\"",
          licence.dataset()
              + ": "
              + licence.title()
              + ". "
              + licence.source()
              + ". "
              + licence.licence());
    }
    html.append("</ul>");
  }

  /** In thousands, as file managers tell it; a decimal point in both languages (es-PE). */
  static String size(long bytes) {
    if (bytes < THOUSAND) {
      return bytes + " B";
    }
    double kilobytes = bytes / THOUSAND;
    return kilobytes < THOUSAND
        ? String.format(Locale.ROOT, "%.0f kB", kilobytes)
        : String.format(Locale.ROOT, "%.1f MB", kilobytes / THOUSAND);
  }
}
