package org.yunga.web.page;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.yunga.core.figure.ValueState;
import org.yunga.core.indicator.Indicator;
import org.yunga.core.monitor.Cell;
import org.yunga.core.monitor.FiguresAnswer;
import org.yunga.core.monitor.FiguresQuery;
import org.yunga.core.monitor.Monitor;
import org.yunga.core.region.RegionRef;
import org.yunga.core.text.Bilingual;
import org.yunga.web.api.MapWords;
import org.yunga.web.api.ShownFigures;
import org.yunga.web.http.Html;

/** Sentence, map and ranked list of one state, as HTML. */
final class FirstView {

  private static final Map<ValueState, String> FILLS =
      Map.of(
          ValueState.ZERO, "url(#fill-zero)",
          ValueState.NOT_MONITORED, "url(#fill-not-monitored)",
          ValueState.MISSING, "url(#fill-missing)",
          ValueState.WITHHELD, "url(#fill-withheld)");

  private final Monitor monitor;
  private final ViewState state;
  private final ShownFigures figures;
  private final FiguresAnswer answer;
  private final MapWords words;

  FirstView(Monitor monitor, ViewState state) {
    this.monitor = monitor;
    this.state = state;
    this.figures =
        ShownFigures.of(
            monitor,
            new FiguresQuery(
                state.indicator(),
                state.regionSet(),
                state.measure(),
                Optional.of(state.series()),
                Optional.of(state.period())),
            state.language());
    this.answer = figures.answer();
    this.words = figures.words();
  }

  /** The title: "Superficie de coca por departamento en 2024, según DEVIDA-OPD". */
  String sentence() {
    return words.sentence(answer, state.period(), state.series());
  }

  /** What the colours and patterns of the map mean. */
  String legend() {
    FirstLegend legend = new FirstLegend(words);
    legend.title(
        words.subject(answer), in(answer.unit().name()) + ", " + MapWords.when(state.period()));
    answer.classification().ifPresent(classes -> legend.classes(classes, figures.colours()));
    figures.states().forEach(key -> legend.entry(FILLS.get(key), words.state(key)));
    return legend.html();
  }

  /** Links to the same map in other periods. */
  String years() {
    StringBuilder html = new StringBuilder("<nav class=\"first-years\" aria-label=\"");
    html.append(in(new Bilingual("Períodos", "Periods"))).append("\">");
    monitor.availability(state.indicator()).stream()
        .filter(a -> a.regionSet().equals(state.regionSet()) && a.measure() == state.measure())
        .flatMap(a -> a.periods().stream())
        .distinct()
        .sorted()
        .forEach(
            period ->
                html.append("<a href=\"")
                    .append(Html.escape(state.at(period)))
                    .append(period.equals(state.period()) ? "\" aria-current=\"page\">" : "\">")
                    .append(MapWords.when(period))
                    .append("</a>"));
    return html.append("</nav>").toString();
  }

  /** Links to other indicators and to the other language, for who has no script to choose with. */
  String others() {
    StringBuilder html = new StringBuilder("<p class=\"first-years\">");
    Bilingual language = new Bilingual("In English", "En español");
    link(html, state.inLanguage(), in(language));
    html.append("</p><h2>").append(in(new Bilingual("Otros indicadores", "Other indicators")));
    html.append("</h2><ul>");
    for (Indicator indicator : monitor.snapshot().catalogue().indicators()) {
      if (!monitor.availability(indicator.id()).isEmpty()) {
        link(html.append("<li>"), state.of(indicator.id()), in(indicator.name()));
      }
    }
    return html.append("</ul>").toString();
  }

  private static void link(StringBuilder html, String address, String words) {
    html.append("<a href=\"").append(Html.escape(address)).append("\">");
    html.append(Html.escape(words)).append("</a>");
  }

  /** The map; empty when the set has no boundaries. */
  Optional<String> map() {
    Map<RegionRef, String> fills = new HashMap<>();
    for (Cell cell : figures.cells()) {
      fills.put(cell.region().ref(), figures.colour(cell).orElseGet(() -> FILLS.get(cell.state())));
    }
    return SvgMap.draw(
        monitor.snapshot(), monitor.snapshot().regions(state.regionSet()), fills, sentence());
  }

  /** Regions with a value, largest first, then how many have none and why; then the sources. */
  String list() {
    StringBuilder html = new StringBuilder("<table class=\"first-list\"><caption>");
    html.append(Html.escape(in(answer.regionSet().name()))).append(", ");
    html.append(Html.escape(in(answer.unit().name()))).append("</caption><tbody>");
    figures.ranked().forEach(cell -> row(html, cell.region().name(), figures.value(cell)));
    figures
        .others()
        .forEach(
            (key, count) -> row(html, words.regions(answer.regionSet(), count), words.state(key)));
    answer.totals().forEach(total -> row(html, "Total", words.value(answer.unit(), total.sum())));
    html.append("</tbody></table><p class=\"source\">");
    figures.ranked().stream()
        .flatMap(cell -> cell.figure().stream())
        .map(figure -> figure.source().title())
        .distinct()
        .forEach(title -> html.append(Html.escape(title)).append("<br>"));
    return html.append("</p>").toString();
  }

  private static void row(StringBuilder html, String name, String value) {
    html.append("<tr><th scope=\"row\">")
        .append(Html.escape(name))
        .append("</th><td>")
        .append(Html.escape(value))
        .append("</td></tr>");
  }

  private String in(Bilingual text) {
    return words.in(text);
  }
}
