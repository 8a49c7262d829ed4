package org.yunga.web.page;

import java.text.NumberFormat;
import java.util.List;
import org.yunga.core.classify.Classification;
import org.yunga.core.text.Bilingual;
import org.yunga.web.http.Html;

/** The legend of the first map as HTML, in the form that the app gives it later. */
final class FirstLegend {

  private static final Bilingual BELOW = new Bilingual("menos de %s", "below %s");
  private static final Bilingual FROM = new Bilingual("%s y más", "%s and more");

  private final StringBuilder html = new StringBuilder();
  private final NumberFormat numbers;
  private final String language;

  FirstLegend(NumberFormat numbers, String language) {
    this.numbers = numbers;
    this.language = language;
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
      entry(colours.get(i), bounds(classes.lowerBounds(), i));
    }
  }

  private String bounds(List<Double> lower, int i) {
    if (i == lower.size() - 1) {
      return FROM.in(language).formatted(numbers.format(lower.get(i)));
    }
    String to = numbers.format(lower.get(i + 1));
    return i == 0 && lower.get(0) == 0
        ? BELOW.in(language).formatted(to)
        : numbers.format(lower.get(i)) + " – " + to;
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
