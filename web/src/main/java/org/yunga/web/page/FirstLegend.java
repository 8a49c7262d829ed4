package org.yunga.web.page;

import java.util.List;
import org.yunga.core.classify.Classification;
import org.yunga.web.api.MapWords;
import org.yunga.web.http.Html;

/** The legend of the first map as HTML, in the form that the app gives it later. */
final class FirstLegend {

  private final StringBuilder html = new StringBuilder();
  private final MapWords words;

  FirstLegend(MapWords words) {
    this.words = words;
  }

  void title(String what, String detail) {
    html.append("<summary><span>")
        .append(Html.escape(what.strip()))
        .append("</span> <span class=\"soft\">")
        .append(Html.escape(detail))
        .append("</span></summary><ul>");
  }

  void classes(Classification classes, List<String> colours) {
    for (int i = 0; i < classes.size(); i++) {
      entry(colours.get(i), words.bounds(classes.lowerBounds(), i));
    }
  }

  void entry(String fill, String label) {
    html.append("<li><svg width=\"22\" height=\"14\" aria-hidden=\"true\">")
        .append("<rect class=\"swatch-line\" x=\"1\" y=\"1\" width=\"20\" height=\"12\" fill=\"")
        .append(fill)
        .append("\"/></svg>")
        .append(Html.escape(label))
        .append("</li>");
  }

  String html() {
    return html.append("</ul>").toString();
  }
}
